package dev.rowan.contract;

import dev.rowan.contract.Samples.Money;
import dev.rowan.contract.Samples.Sample;
import dev.rowan.shop.OrderStatus;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of every type, a third of their values NULL, many of them equal. */
final class SampleRows {
    private static final List<String> DECIMALS = List.of(
            "0.100000000000000001",
            "0.100000000000000002",
            "-12345678901234567.000000000000000001",
            "-12345678901234567.000000000000000002",
            "5");
    private static final LocalDateTime TIME = LocalDateTime.parse("2026-03-29T02:30:00.123456");

    private SampleRows() {}

    static Sample random(int id, Random random) {
        int some = random.nextInt(4);
        return new Sample(
                id,
                sometimes(random, some > 1),
                sometimes(random, (short) some),
                sometimes(random, some * 1_000_000),
                sometimes(random, Long.MAX_VALUE - some),
                sometimes(random, some / 3f),
                sometimes(random, some / 3d),
                sometimes(random, new BigDecimal(DECIMALS.get(random.nextInt(5))).setScale(18)),
                sometimes(random, PagingContract.HARD.get(random.nextInt(10))),
                sometimes(random, PagingContract.HARD.get(random.nextInt(10)).repeat(50)),
                sometimes(random, LocalDate.of(2026, 2, 1 + some)),
                sometimes(random, LocalTime.of(some, 0, 0, 1_000 * some)),
                sometimes(random, TIME.plusNanos(1_000L * some)),
                sometimes(random, Instant.parse("2026-10-25T00:30:00.000001Z").plusSeconds(3_600L * some)),
                sometimes(random, new UUID(some - 2L, 2L - some)),
                sometimes(random, ("\0" + some).getBytes(StandardCharsets.UTF_8)),
                sometimes(random, some % 2 == 0 ? OrderStatus.PAID : OrderStatus.SHIPPED),
                sometimes(random, new Money(some)));
    }

    private static <T> @Nullable T sometimes(Random random, T value) {
        return random.nextInt(10) < 3 ? null : value;
    }
}
