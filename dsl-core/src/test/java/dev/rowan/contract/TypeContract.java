package dev.rowan.contract;

import static dev.rowan.contract.Samples.SAMPLE;
import static dev.rowan.expression.Functions.notNull;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.Samples.Money;
import dev.rowan.contract.Samples.Sample;
import dev.rowan.error.DecodeException;
import dev.rowan.query.Select;
import dev.rowan.schema.Column;
import dev.rowan.shop.OrderStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written is read again, for every type that has no time in it. */
interface TypeContract extends OpenDatabase {
    record Primitives(boolean aBoolean, short aSmallint, int anInteger, long aBigint, float aReal, double aDouble) {}

    /** Writes a row for each value. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private <T> void insert(Column<Sample, @Nullable T> column, T... values) {
        for (int i = 0; i < values.length; i++) {
            db().execute(insertInto(SAMPLE).set(SAMPLE.ID, i + 1L).set(column, values[i]));
        }
    }

    private <T> List<@Nullable T> values(Column<Sample, @Nullable T> column) {
        return db().fetch(select(column).from(SAMPLE).orderBy(SAMPLE.ID.asc()));
    }

    /** Asserts that the values are read as they were written, and found by {@code eq}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private <T> void assertKeeps(Column<Sample, @Nullable T> column, T... values) {
        insert(column, values);

        assertThat(values(column)).containsExactly(values);
        for (int i = 0; i < values.length; i++) {
            assertThat(db().fetch(select(SAMPLE.ID).from(SAMPLE).where(column.eq(values[i]))))
                    .as("rows equal to value %s", i + 1)
                    .containsExactly(i + 1L);
        }
    }

    @Test
    default void booleansAreKept() {
        assertKeeps(SAMPLE.BOOLEAN, true, false);
    }

    @Test
    default void integersAreKeptToTheirEnds() {
        assertKeeps(SAMPLE.INTEGER, 0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Test
    default void smallIntegersAreKeptToTheirEnds() {
        assertKeeps(SAMPLE.SMALLINT, (short) 0, (short) -1, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    @Test
    default void largeIntegersAreKeptToTheirEnds() {
        assertKeeps(SAMPLE.BIGINT, 0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Test
    default void floatsAreKeptBitByBit() {
        assertKeeps(SAMPLE.REAL, 0f, 0.1f, -1.5f, 16_777_215f, 123_456_792f, 3.4028235e38f, 1.17549435e-38f, (float)
                Math.PI);
    }

    @Test
    default void doublesAreKeptBitByBit() {
        assertKeeps(
                SAMPLE.DOUBLE,
                0.0,
                0.1,
                -1.5,
                9_007_199_254_740_991.0,
                Math.PI,
                1e-300,
                Double.MAX_VALUE,
                -Double.MAX_VALUE,
                Double.MIN_NORMAL);
    }

    @Test
    default void decimalsAreKeptDigitByDigit() {
        assertKeeps(
                SAMPLE.DECIMAL,
                new BigDecimal("0.000000000000000000"),
                new BigDecimal("0.100000000000000000"),
                new BigDecimal("-0.000000000000000001"),
                new BigDecimal("12345678901234567890.123456789012345678"),
                new BigDecimal("-99999999999999999999.999999999999999999"));
    }

    @Test
    default void decimalOfASmallerScaleIsTheSameNumber() {
        insert(SAMPLE.DECIMAL, new BigDecimal("1.5"), new BigDecimal("1E+3"));

        assertThat(values(SAMPLE.DECIMAL))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualByComparingTo("1.5"),
                        second -> assertThat(second).isEqualByComparingTo("1000"));
    }

    @Test
    default void textsAreKeptCharacterByCharacter() {
        assertKeeps(SAMPLE.VARCHAR, HostileTexts.ALL.toArray(String[]::new));
    }

    @Test
    default void longTextsAreKeptCharacterByCharacter() {
        assertKeeps(SAMPLE.TEXT, HostileTexts.ALL.toArray(String[]::new));
    }

    @Test
    default void textOfAMebibyteIsKept() {
        String text = "añ日🙂".repeat(1 << 17);

        insert(SAMPLE.TEXT, text);

        assertThat(values(SAMPLE.TEXT)).allMatch(text::equals).hasSize(1);
    }

    @Test
    default void lengthOfAVarcharCountsCharacters() {
        assertKeeps(SAMPLE.VARCHAR, "日".repeat(200), "🙂".repeat(100));
    }

    @Test
    default void textWithZeroIsKeptOrRefusedBeforeItIsSent() {
        String text = "a\0b";

        try {
            insert(SAMPLE.VARCHAR, text);
        } catch (IllegalArgumentException refusal) {
            assertThat(refusal).hasMessageContaining("U+0000").hasMessageNotContaining(text);
            assertThat(values(SAMPLE.VARCHAR)).isEmpty();
            return;
        }
        assertThat(values(SAMPLE.VARCHAR)).containsExactly(text);
    }

    @Test
    default void textWithHalfAPairOfSurrogatesIsRefusedWithItsPosition() {
        assertThatThrownBy(() -> insert(SAMPLE.VARCHAR, "\ud83d\ude42\ud83d"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("position 2");
        assertThat(values(SAMPLE.VARCHAR)).isEmpty();
    }

    @Test
    default void uuidsAreKept() {
        assertKeeps(
                SAMPLE.UUID,
                new UUID(0, 0),
                new UUID(-1, -1),
                UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
                UUID.fromString("ffeeddcc-bbaa-9988-7766-554433221100"));
    }

    @Test
    default void bytesAreKept() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }

        insert(SAMPLE.BINARY, new byte[0], new byte[] {0}, all, new byte[1 << 20]);

        assertThat(values(SAMPLE.BINARY)).containsExactly(new byte[0], new byte[] {0}, all, new byte[1 << 20]);
    }

    @Test
    default void enumsAreKeptByName() {
        assertKeeps(SAMPLE.STATUS, OrderStatus.values());
    }

    @Test
    default void mappedTypesAreKept() {
        assertKeeps(SAMPLE.MONEY, new Money(0), new Money(-1), new Money(Long.MAX_VALUE));
    }

    @Test
    default void everyTypeHoldsNull() {
        Sample nothing = new Sample(
                1, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null);
        db().execute(insertInto(SAMPLE).row(nothing));

        assertThat(db().fetchOne(select().from(SAMPLE))).isEqualTo(nothing);
        for (Column<Sample, ?> column : SAMPLE.columns()) {
            if (column.isNullable()) {
                assertThat(db().fetch(select(column).from(SAMPLE).where(column.isNull())))
                        .as("%s", column)
                        .hasSize(1)
                        .containsOnlyNulls();
            }
        }
    }

    @Test
    default void everyTypeIsSetToNull() {
        db().execute(insertInto(SAMPLE).set(SAMPLE.ID, 1));
        for (Column<Sample, ?> column : SAMPLE.columns()) {
            if (column.isNullable()) {
                setToNull(column);
            }
        }

        assertThat(db().fetch(select(SAMPLE.ID).from(SAMPLE).where(SAMPLE.UUID.isNull())))
                .containsExactly(1L);
    }

    private <T extends @Nullable Object> void setToNull(Column<Sample, T> column) {
        @SuppressWarnings("NullAway")
        T nothing = null;
        db().execute(update(SAMPLE).set(column, nothing).everyRow());
    }

    @Test
    default void primitivesAreReadWithoutBoxes() {
        Primitives written = new Primitives(true, (short) -7, 42, Long.MIN_VALUE, 0.5f, -0.1);
        db().execute(insertInto(SAMPLE)
                .set(SAMPLE.ID, 1)
                .set(SAMPLE.BOOLEAN, written.aBoolean())
                .set(SAMPLE.SMALLINT, written.aSmallint())
                .set(SAMPLE.INTEGER, written.anInteger())
                .set(SAMPLE.BIGINT, written.aBigint())
                .set(SAMPLE.REAL, written.aReal())
                .set(SAMPLE.DOUBLE, written.aDouble()));

        assertThat(db().fetchOne(primitives())).isEqualTo(written);
    }

    @Test
    default void nullInAPrimitiveIsAnErrorThatNamesTheColumn() {
        db().execute(insertInto(SAMPLE).set(SAMPLE.ID, 1));

        assertThatThrownBy(() -> db().fetchOne(primitives()))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("a_boolean");
    }

    private static Select<Primitives, Samples> primitives() {
        return select(List.of(
                        notNull(SAMPLE.BOOLEAN),
                        notNull(SAMPLE.SMALLINT),
                        notNull(SAMPLE.INTEGER),
                        notNull(SAMPLE.BIGINT),
                        notNull(SAMPLE.REAL),
                        notNull(SAMPLE.DOUBLE)))
                .as(Primitives.class)
                .from(SAMPLE);
    }
}
