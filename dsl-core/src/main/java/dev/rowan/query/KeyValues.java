package dev.rowan.query;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a key, equal to those that the database holds for them: decimals by value, times to the microsecond, bytes by their
 * content. Its {@code toString} does not show them.
 */
public final class KeyValues {
    private final List<@Nullable Object> values;

    private KeyValues(List<@Nullable Object> values) {
        this.values = values;
    }

    /** Of values in the order of the key's columns. */
    public static KeyValues of(List<? extends @Nullable Object> values) {
        List<@Nullable Object> plain = new ArrayList<>(values.size());
        for (Object value : values) {
            plain.add(plain(value));
        }
        return new KeyValues(plain);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        } else if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes.clone());
        } else if (value instanceof Instant instant) {
            return instant.truncatedTo(ChronoUnit.MICROS);
        } else if (value instanceof LocalDateTime time) {
            return time.truncatedTo(ChronoUnit.MICROS);
        } else if (value instanceof LocalTime time) {
            return time.truncatedTo(ChronoUnit.MICROS);
        }
        return value;
    }

    /** Whether one of them is NULL, so that the key equals no other. */
    public boolean hasNull() {
        return values.contains(null);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** How many values there are, which may be secret. */
    @Override
    public String toString() {
        return values.size() + " values of a key";
    }
}
