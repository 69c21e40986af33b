package dev.rowan.dialect.sqlite;

import static dev.rowan.expression.Functions.coalesce;
import static dev.rowan.expression.Functions.max;
import static dev.rowan.expression.Functions.min;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.command;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.cte;
import static dev.rowan.query.Sql.derived;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.query;
import static dev.rowan.query.Sql.raw;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.ConfigurationException;
import dev.rowan.error.DecodeException;
import dev.rowan.error.QueryException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.execute.Database;
import dev.rowan.expression.Condition;
import dev.rowan.query.RowQuery;
import dev.rowan.row.Row2;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.server.SqliteFile;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A decimal is the text of its digits where it is kept and found, and a number where it is computed and sorted. */
final class SqliteDecimalTest {
    private static final Prices PRICE = new Prices(TableName.of("prices"));
    private static final Others OTHER = new Others(TableName.of("others"));

    private final Database db = Database.connect(SqliteFile.newDatabase("decimals"));

    @BeforeEach
    void fill() {
        db.execute(createTable(PRICE));
        insert(1, "9.90", 1.5);
        insert(2, "10", 2.5);
        insert(3, "-1", null);
        db.execute(command("update prices set amount = '-1.255' where id = 3")); // Rowan refuses the third digit
        db.execute(insertInto(PRICE).set(PRICE.ID, 4));
    }

    private void insert(long id, String price, @Nullable Double factor) {
        db.execute(insertInto(PRICE)
                .set(PRICE.ID, id)
                .set(PRICE.AMOUNT, new BigDecimal(price))
                .set(PRICE.FACTOR, factor));
    }

    @AfterEach
    void close() {
        db.close();
    }

    private List<Long> idsWhere(Condition condition) {
        return db.fetch(select(PRICE.ID).from(PRICE).where(condition).orderBy(PRICE.ID.asc()));
    }

    @Test
    void decimalsKeepTheDigitsOfTheirColumn() {
        assertThat(db.fetch(select(PRICE.AMOUNT).from(PRICE).orderBy(PRICE.ID.asc())))
                .containsExactly(new BigDecimal("9.90"), new BigDecimal("10.00"), new BigDecimal("-1.255"), null);
    }

    @Test
    void equalityIsOfNumbersWhateverTheirDigits() {
        assertThat(idsWhere(PRICE.AMOUNT.eq(new BigDecimal("9.900")))).containsExactly(1L);
        assertThat(idsWhere(PRICE.AMOUNT.eq(10))).containsExactly(2L);
        assertThat(idsWhere(PRICE.AMOUNT.in(10, 9.5))).containsExactly(2L);
        assertThat(idsWhere(PRICE.AMOUNT.ne(10))).containsExactly(1L, 3L);
        assertThat(idsWhere(PRICE.AMOUNT.eq(new BigDecimal("9.901")))).isEmpty();
        assertThat(idsWhere(PRICE.AMOUNT.in(select(PRICE.AMOUNT).from(PRICE).where(PRICE.ID.eq(1)))))
                .containsExactly(1L);
    }

    @Test
    void comparisonsAreOfNumbersNotOfTexts() {
        assertThat(idsWhere(PRICE.AMOUNT.lt(10))).containsExactly(1L, 3L);
        assertThat(idsWhere(PRICE.AMOUNT.ge(new BigDecimal("9.9")))).containsExactly(1L, 2L);
        assertThat(idsWhere(PRICE.AMOUNT.between(-2, 9))).containsExactly(3L);
        assertThat(idsWhere(PRICE.AMOUNT.times(2).eq(20))).containsExactly(2L);
        assertThat(idsWhere(PRICE.AMOUNT.isNull())).containsExactly(4L);
        assertThat(db.fetch(
                        select(PRICE.ID).from(PRICE).orderBy(PRICE.AMOUNT.desc().nullsLast())))
                .containsExactly(2L, 1L, 3L, 4L);
    }

    @Test
    void aggregatesAreOfNumbers() {
        assertThat(db.fetchOne(select(max(PRICE.AMOUNT)).from(PRICE))).isEqualByComparingTo("10");
        assertThat(db.fetchOne(select(min(PRICE.AMOUNT)).from(PRICE).where(PRICE.ID.eq(1))))
                .isEqualTo(new BigDecimal("9.9"));
        assertThat(db.fetchOne(select(sum(PRICE.AMOUNT)).from(PRICE).where(PRICE.ID.le(2))))
                .isEqualByComparingTo("19.9");
        assertThat(db.fetch(select(coalesce(PRICE.AMOUNT, BigDecimal.ONE))
                        .from(PRICE)
                        .where(PRICE.ID.eq(4))))
                .containsExactly(new BigDecimal("1.00"));
    }

    @Test
    void computedDecimalIsStoredWithTheDigitsOfItsColumn() {
        db.execute(update(PRICE).set(PRICE.AMOUNT, PRICE.AMOUNT.plus(1)).everyRow());

        assertThat(db.fetch(
                        select(PRICE.AMOUNT).from(PRICE).where(PRICE.ID.ne(3)).orderBy(PRICE.ID.asc())))
                .containsExactly(new BigDecimal("10.90"), new BigDecimal("11.00"), null);
        assertThat(idsWhere(PRICE.AMOUNT.eq(11))).containsExactly(2L);
    }

    @Test
    void insertedDecimalsKeepAllTheirDigits() {
        String long30 = "1234567890123456789012345678.9";
        Prices from = new Prices(TableName.of("prices"));
        var common = cte(select(PRICE.LARGE).from(PRICE).where(PRICE.LARGE.isNotNull()), "d");
        var derived = derived(select(PRICE.LARGE).from(PRICE).where(PRICE.LARGE.isNotNull()), "d");
        var one = select(from.LARGE).from(from).where(from.LARGE.isNotNull());
        db.execute(update(PRICE).set(PRICE.LARGE, new BigDecimal(long30)).where(PRICE.ID.eq(1)));

        for (RowQuery<@Nullable BigDecimal> query : List.of(
                select(common.get(PRICE.LARGE)).from(common),
                select(derived.get(PRICE.LARGE)).from(derived),
                one)) {
            db.execute(createTable(OTHER));
            db.execute(insertInto(OTHER).columns(OTHER.EXACT).select(query));
            db.execute(insertInto(OTHER).columns(OTHER.WIDE).select(query));
            assertThat(db.fetch(select(OTHER.EXACT, OTHER.WIDE).from(OTHER)))
                    .containsExactly(
                            new Row2<>(new BigDecimal(long30 + "0"), null),
                            new Row2<>(null, new BigDecimal(long30 + "000")));
            db.execute(command("drop table others"));
        }
        assertThat(db.fetch(one.union(one))).containsExactly(new BigDecimal(long30 + "0"));
    }

    @Test
    void insertedUnionsKeepAllDigitsOrAreRefused() {
        String digits = "1234567890123456789012345678.9";
        db.execute(createTable(OTHER));
        db.execute(update(PRICE).set(PRICE.LARGE, new BigDecimal(digits)).where(PRICE.ID.eq(1)));
        var large = select(PRICE.LARGE).from(PRICE).where(PRICE.ID.eq(1));
        var computed = select(PRICE.AMOUNT.plus(1)).from(PRICE).where(PRICE.ID.eq(1));

        db.execute(insertInto(OTHER).columns(OTHER.EXACT).select(large.union(large)));
        db.execute(insertInto(OTHER).columns(OTHER.EXACT).select(computed.unionAll(large)));
        db.execute(update(OTHER).set(OTHER.WIDE, OTHER.EXACT).everyRow());

        BigDecimal exact = new BigDecimal(digits + "0");
        assertThat(db.fetch(select(OTHER.EXACT).from(OTHER))).containsExactly(exact, new BigDecimal("10.90"), exact);
        assertThat(db.fetch(select(OTHER.WIDE).from(OTHER).where(OTHER.EXACT.eq(exact))))
                .containsExactly(new BigDecimal(digits + "000"), new BigDecimal(digits + "000"));
        assertThatThrownBy(
                        () -> db.execute(insertInto(OTHER).columns(OTHER.EXACT).select(computed.union(large))))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("unionAll");
        assertThatThrownBy(() -> db.execute(insertInto(PRICE)
                        .columns(List.of(PRICE.ID, PRICE.LARGE))
                        .select(select(value(9L), OTHER.WIDE).from(OTHER))))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("decimal(32, 4)");
    }

    @Test
    void insertTakesRowsOfATableThatIsNamedAsAnything() {
        Prices d = new Prices(TableName.of("d"));
        db.execute(createTable(d));
        db.execute(insertInto(d).set(d.ID, 7).set(d.AMOUNT, BigDecimal.ONE));

        db.execute(insertInto(PRICE)
                .columns(PRICE.ID, PRICE.AMOUNT)
                .select(select(d.ID, d.AMOUNT.plus(1)).from(d)));

        assertThat(idsWhere(PRICE.AMOUNT.eq(2))).containsExactly(7L);
    }

    @Test
    void fractionIsNoWholeNumber() {
        db.execute(command("create table loose (whole)"));
        db.execute(command("insert into loose values (1.5)"));

        for (SqlType<?> type : List.of(SqlType.SMALLINT, SqlType.INTEGER, SqlType.BIGINT)) {
            assertThatThrownBy(() -> db.fetch(query("select whole from loose", select(raw(type, "whole")))))
                    .isInstanceOf(DecodeException.class)
                    .hasMessageContaining("digits after the point");
        }
        db.execute(command("update loose set whole = 2.0"));
        assertThat(db.fetch(query("select whole from loose", select(raw(SqlType.INTEGER, "whole")))))
                .containsExactly(2);
    }

    @Test
    void largeNumberOverflowsWithAnErrorRatherThanADouble() {
        db.execute(insertInto(PRICE).set(PRICE.ID, Long.MAX_VALUE));

        assertThatThrownBy(() ->
                        db.execute(update(PRICE).set(PRICE.ID, PRICE.ID.plus(1)).where(PRICE.ID.gt(9))))
                .isInstanceOfSatisfying(
                        QueryException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(QueryException.Kind.INVALID_VALUE));
    }

    @Test
    void notANumberIsRefusedBeforeItBecomesNull() {
        assertThatThrownBy(() -> insert(5, "1", Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    @Test
    void notANumberIsRefusedInAnyOfManyRows() {
        Weights weight = new Weights(TableName.of("weights"));
        db.execute(createTable(weight));

        assertThatThrownBy(() ->
                        db.insertAll(weight, List.of(new Weights.Weight(1, 1.5), new Weights.Weight(2, Double.NaN))))
                .hasMessageContaining("NaN");
        assertThat(db.fetch(select(weight.ID, weight.KILOGRAMS).from(weight))).isEmpty();
    }

    @Test
    void connectTurnsForeignKeysOnAndADataSourceWithoutThemIsRefused() {
        org.sqlite.SQLiteDataSource dataSource = new org.sqlite.SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:target/sqlite/decimals.db");

        assertThatThrownBy(() -> Database.of(dataSource))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("foreign_keys=on");
        try (Database connected = Database.connect("jdbc:sqlite:target/sqlite/decimals.db")) {
            assertThat(connected.dialect().name()).isEqualTo("SQLite");
        }
    }

    private static final class Weights extends Table<Weights.Weight> {
        final NumberColumn<Weight, Long> ID = bigint("id").primaryKey();
        final NumberColumn<Weight, @Nullable Double> KILOGRAMS = doublePrecision("kilograms");

        Weights(TableName name) {
            super(name, Weight.class, Weights::new);
        }

        record Weight(long id, @Nullable Double kilograms) {}
    }

    private static final class Prices extends Table<Prices.Price> {
        final NumberColumn<Price, Long> ID = bigint("id").primaryKey();
        final NumberColumn<Price, @Nullable BigDecimal> AMOUNT = decimal("amount", 10, 2);
        final NumberColumn<Price, @Nullable Double> FACTOR = doublePrecision("factor");
        final NumberColumn<Price, @Nullable BigDecimal> LARGE = decimal("large", 30, 2);

        Prices(TableName name) {
            super(name, Price.class, Prices::new);
        }

        record Price(
                long id,
                @Nullable BigDecimal amount,
                @Nullable Double factor,
                @Nullable BigDecimal large) {}
    }

    private static final class Others extends Table<Others.Other> {
        final NumberColumn<Other, @Nullable BigDecimal> EXACT = decimal("exact", 30, 2);
        final NumberColumn<Other, @Nullable BigDecimal> WIDE = decimal("wide", 32, 4);

        Others(TableName name) {
            super(name, Other.class, Others::new);
        }

        record Other(@Nullable BigDecimal exact, @Nullable BigDecimal wide) {}
    }
}
