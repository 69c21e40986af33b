package dev.rowan.row;

import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.min;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.row.RowReaderTest.Samples.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.StandardDialect;
import dev.rowan.error.DecodeException;
import dev.rowan.error.RowCountException;
import dev.rowan.execute.Database;
import dev.rowan.expression.NumberExpression;
import dev.rowan.schema.BooleanColumn;
import dev.rowan.schema.EnumColumn;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows become records of all kinds, read from a real result. */
@NullMarked
class RowReaderTest {

    enum Size {
        SMALL,
        LARGE
    }

    static final class Samples extends Table<Sample> {
        static final Samples SAMPLE = new Samples(TableName.of("samples"));

        final NumberColumn<Sample, Long> ID = bigint("id").primaryKey();
        final NumberColumn<Sample, Short> A_SHORT = smallint("a_short").notNull();
        final NumberColumn<Sample, Integer> AN_INT = integer("an_int").notNull();
        final NumberColumn<Sample, Float> A_FLOAT = real("a_float").notNull();
        final NumberColumn<Sample, Double> A_DOUBLE =
                doublePrecision("a_double").notNull();
        final BooleanColumn<Sample, Boolean> A_BOOLEAN = bool("a_boolean").notNull();
        final NumberColumn<Sample, BigDecimal> A_DECIMAL =
                decimal("a_decimal", 20, 4).notNull();
        final TextColumn<Sample, @Nullable String> A_TEXT = varchar("a_text", 50);
        final NumberColumn<Sample, @Nullable Integer> NO_INT = integer("no_int");
        final EnumColumn<Sample, Size> SIZE = enumeration("size", Size.class).notNull();

        private Samples(TableName name) {
            super(name, Sample.class, Samples::new);
        }
    }

    private record Sample(
            long id,
            short aShort,
            int anInt,
            float aFloat,
            double aDouble,
            boolean aBoolean,
            BigDecimal aDecimal,
            @Nullable String aText,
            @Nullable Integer noInt,
            Size size) {}

    private static final Sample FULL = new Sample(
            Long.MIN_VALUE,
            Short.MAX_VALUE,
            Integer.MIN_VALUE,
            1.5f,
            -0.1,
            true,
            new BigDecimal("1234567890123456.7891"),
            "é'\"",
            7,
            Size.LARGE);
    private static final Sample ZERO =
            new Sample(0, (short) 0, 0, 0, 0, false, new BigDecimal("0.0000"), null, null, Size.SMALL);

    private final JdbcDataSource h2 = new JdbcDataSource();
    private Database db = Database.of(new UnreachableDataSource(), new StandardDialect());

    @BeforeEach
    void open() {
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        db = Database.of(h2, new StandardDialect());
        db.execute(createTable(SAMPLE));
        db.execute(insertInto(SAMPLE).row(FULL).row(ZERO));
    }

    @Test
    void privateNestedRecordIsReadComponentByComponent() {
        assertThat(db.fetch(select().from(SAMPLE).orderBy(SAMPLE.ID.asc()))).containsExactly(FULL, ZERO);
    }

    private record Boxed(
            Long id, Short aShort, Double aDouble, @Nullable Integer noInt) {}

    @Test
    void boxedComponentsAreRead() {
        var query = select(SAMPLE.ID, SAMPLE.A_SHORT, SAMPLE.A_DOUBLE, SAMPLE.NO_INT)
                .as(Boxed.class)
                .from(SAMPLE)
                .orderBy(SAMPLE.ID.asc());

        assertThat(db.fetch(query))
                .containsExactly(
                        new Boxed(Long.MIN_VALUE, Short.MAX_VALUE, -0.1, 7), new Boxed(0L, (short) 0, 0.0, null));
    }

    private record IdAndText(long id, @Nullable String aText) {}

    private record TextAndId(@Nullable String aText, long id) {}

    @Test
    void recordIsMappedByNameWhateverTheOrder() {
        var query = select(SAMPLE.ID, SAMPLE.A_TEXT)
                .as(TextAndId.class)
                .from(SAMPLE)
                .where(SAMPLE.ID.eq(0));

        assertThat(db.fetchOne(query)).isEqualTo(new TextAndId(null, 0));
    }

    @Test
    void constructorReferenceLambdaAndLocalRecordAreMappedByPosition() {
        record Local(long id, @Nullable String aText) {}
        var columns = select(SAMPLE.ID, SAMPLE.A_TEXT);

        assertThat(db.fetchOne(columns.as(IdAndText::new).from(SAMPLE).where(SAMPLE.ID.eq(0))))
                .isEqualTo(new IdAndText(0, null));
        assertThat(db.fetchOne(
                        columns.as((id, text) -> id + "/" + text).from(SAMPLE).where(SAMPLE.ID.eq(0))))
                .isEqualTo("0/null");
        assertThat(db.fetchOne(columns.as(Local::new).from(SAMPLE).where(SAMPLE.ID.eq(0))))
                .isEqualTo(new Local(0, null));
    }

    @Test
    void lambdaThatCapturesIsNotConfusedWithAnother() {
        for (String prefix : List.of("a", "b")) {
            var query = select(SAMPLE.ID).as(id -> prefix + id).from(SAMPLE).where(SAMPLE.ID.eq(0));

            assertThat(db.fetchOne(query)).isEqualTo(prefix + "0");
        }
    }

    @Test
    void tupleAndSingleValueAreTyped() {
        Row2<Long, @Nullable String> tuple =
                db.fetchOne(select(SAMPLE.ID, SAMPLE.A_TEXT).from(SAMPLE).where(SAMPLE.ID.eq(0)));
        long rows = db.fetchOne(select(count()).from(SAMPLE));
        List<@Nullable String> texts =
                db.fetch(select(SAMPLE.A_TEXT).from(SAMPLE).orderBy(SAMPLE.ID.asc()));

        assertThat(tuple.value1()).isZero();
        assertThat(tuple.value(1)).isNull();
        assertThat(tuple.size()).isEqualTo(2);
        assertThat(rows).isEqualTo(2);
        assertThat(texts).containsExactly("é'\"", null);
    }

    @Test
    void onlyRowMayBeNullAndIsThenNotMissing() {
        var smallest = select(min(SAMPLE.NO_INT)).from(SAMPLE).where(SAMPLE.ID.eq(0));

        assertThat(db.fetchOne(smallest)).isNull();
        assertThat(db.fetchOptional(smallest)).isEmpty();
        assertThatThrownBy(() -> db.fetchOne(select().from(SAMPLE)))
                .isInstanceOf(RowCountException.class)
                .hasMessageContaining("expected exactly one row, got 2");
        assertThatThrownBy(() -> db.fetchOptional(select().from(SAMPLE)))
                .isInstanceOf(RowCountException.class)
                .hasMessageContaining("expected at most one row");
        assertThatThrownBy(() -> db.fetchOne(select().from(SAMPLE).where(SAMPLE.ID.eq(1))))
                .isInstanceOf(RowCountException.class)
                .hasMessageContaining("expected exactly one row, got none");
    }

    // spotless:off
    record Wide(
            long c0,
            long c1,
            long c2,
            long c3,
            long c4,
            long c5,
            long c6,
            long c7,
            long c8,
            long c9,
            long c10,
            long c11,
            long c12,
            long c13,
            long c14,
            long c15,
            long c16,
            long c17,
            long c18,
            long c19,
            long c20,
            long c21,
            long c22,
            long c23,
            long c24,
            long c25,
            long c26,
            long c27,
            long c28,
            long c29) {}
    // spotless:on

    @Test
    void recordWiderThanTheTuplesIsRead() {
        List<NumberExpression<Long>> columns = IntStream.range(0, 30)
                .mapToObj(i -> SAMPLE.ID.plus(i).as("c" + i))
                .toList();

        Wide wide = db.fetchOne(select(columns).as(Wide.class).from(SAMPLE).where(SAMPLE.ID.eq(0)));

        assertThat(wide.c0()).isZero();
        assertThat(wide.c29()).isEqualTo(29);
    }

    @Test
    void nullInAColumnDeclaredNotNullIsAnErrorThatNamesIt() throws SQLException {
        change(
                "alter table \"samples\" alter column \"an_int\" drop not null",
                "update \"samples\" set \"an_int\" = null");

        assertThatThrownBy(() -> db.fetch(select().from(SAMPLE)))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("column 3 (an_int integer not null): expected a value, got NULL");
        assertThatThrownBy(() -> db.fetch(select(SAMPLE.AN_INT).from(SAMPLE)))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("column 1 (an_int integer not null)");
    }

    @Test
    void unknownConstantOfAnEnumIsAnErrorThatNamesTheColumn() throws SQLException {
        change("update \"samples\" set \"size\" = 'HUGE'");

        assertThatThrownBy(() -> db.fetch(select().from(SAMPLE)))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("column 10 (size varchar(5) as Size not null)")
                .hasMessageContaining("'HUGE'");
    }

    record Picky(long id) {
        Picky {
            if (id == 0) {
                throw new IllegalStateException("picky");
            }
        }
    }

    @Test
    void whatARecordsConstructorThrowsIsThrownOn() {
        assertThatThrownBy(() -> db.fetch(select(SAMPLE.ID).as(Picky.class).from(SAMPLE)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("picky");
    }

    private void change(String... statements) throws SQLException {
        try (Connection connection = h2.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
