package dev.rowan.contract;

import dev.rowan.schema.BooleanColumn;
import dev.rowan.schema.EnumColumn;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PlainColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.TextColumn;
import dev.rowan.shop.OrderStatus;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A table with a nullable column of each type. */
final class Samples extends Table<Samples.Sample> {
    static final Samples SAMPLE = new Samples(TableName.of("samples"));

    final NumberColumn<Sample, Long> ID = bigint("id").primaryKey();
    final BooleanColumn<Sample, @Nullable Boolean> BOOLEAN = bool("a_boolean");
    final NumberColumn<Sample, @Nullable Short> SMALLINT = smallint("a_smallint");
    final NumberColumn<Sample, @Nullable Integer> INTEGER = integer("an_integer");
    final NumberColumn<Sample, @Nullable Long> BIGINT = bigint("a_bigint");
    final NumberColumn<Sample, @Nullable Float> REAL = real("a_real");
    final NumberColumn<Sample, @Nullable Double> DOUBLE = doublePrecision("a_double");
    final NumberColumn<Sample, @Nullable BigDecimal> DECIMAL = decimal("a_decimal", 38, 18);
    final TextColumn<Sample, @Nullable String> VARCHAR = varchar("a_varchar", 200);
    final TextColumn<Sample, @Nullable String> TEXT = text("a_text");
    final TemporalColumn<Sample, @Nullable LocalDate> DATE = date("a_date");
    final TemporalColumn<Sample, @Nullable LocalTime> TIME = time("a_time");
    final TemporalColumn<Sample, @Nullable LocalDateTime> TIMESTAMP = timestamp("a_timestamp");
    final TemporalColumn<Sample, @Nullable Instant> INSTANT = instant("an_instant");
    final PlainColumn<Sample, @Nullable UUID> UUID = uuid("a_uuid");
    final PlainColumn<Sample, byte @Nullable []> BINARY = binary("a_binary");
    final EnumColumn<Sample, @Nullable OrderStatus> STATUS = enumeration("a_status", OrderStatus.class);
    final PlainColumn<Sample, @Nullable Money> MONEY =
            column("a_money", SqlType.BIGINT.mapped(Money.class, Money::cents, Money::new));

    private Samples(TableName name) {
        super(name, Sample.class, Samples::new);
    }

    /** A type that Rowan does not know. */
    record Money(long cents) {}

    @SuppressWarnings("ArrayRecordComponent") // bytes are an array; two samples are compared only where it is null
    record Sample(
            long id,
            @Nullable Boolean aBoolean,
            @Nullable Short aSmallint,
            @Nullable Integer anInteger,
            @Nullable Long aBigint,
            @Nullable Float aReal,
            @Nullable Double aDouble,
            @Nullable BigDecimal aDecimal,
            @Nullable String aVarchar,
            @Nullable String aText,
            @Nullable LocalDate aDate,
            @Nullable LocalTime aTime,
            @Nullable LocalDateTime aTimestamp,
            @Nullable Instant anInstant,
            @Nullable UUID aUuid,
            byte @Nullable [] aBinary,
            @Nullable OrderStatus aStatus,
            @Nullable Money aMoney) {}
}
