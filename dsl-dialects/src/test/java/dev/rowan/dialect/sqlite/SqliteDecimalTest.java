package dev.rowan.dialect.sqlite;

import static dev.rowan.expression.Functions.coalesce;
import static dev.rowan.expression.Functions.max;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.ConfigurationException;
import dev.rowan.error.QueryException;
import dev.rowan.execute.Database;
import dev.rowan.expression.Condition;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.server.SqliteFile;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A decimal is the text of its digits where it is kept and found, and a number where it is computed and sorted. */
final class SqliteDecimalTest {
    private static final Prices PRICE = new Prices(TableName.of("prices"));

    private final Database db = Database.connect(SqliteFile.newDatabase("decimals"));

    @BeforeEach
    void fill() {
        db.execute(createTable(PRICE));
        insert(1, "9.90", 1.5);
        insert(2, "10", 2.5);
        insert(3, "-1.255", null);
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

    private static final class Prices extends Table<Prices.Price> {
        final NumberColumn<Price, Long> ID = bigint("id").primaryKey();
        final NumberColumn<Price, @Nullable BigDecimal> AMOUNT = decimal("amount", 10, 2);
        final NumberColumn<Price, @Nullable Double> FACTOR = doublePrecision("factor");

        Prices(TableName name) {
            super(name, Price.class, Prices::new);
        }

        record Price(
                long id,
                @Nullable BigDecimal amount,
                @Nullable Double factor) {}
    }
}
