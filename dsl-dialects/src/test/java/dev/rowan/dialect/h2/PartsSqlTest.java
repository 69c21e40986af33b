package dev.rowan.dialect.h2;

import static dev.rowan.expression.Functions.count;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Products.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.execute.Database;
import dev.rowan.execute.Page;
import dev.rowan.execute.Slice;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.shop.Product;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The statements of counts, pages and slices. */
class PartsSqlTest {
    private final List<String> sent = new ArrayList<>();
    private final Database plain = Database.connect("jdbc:h2:mem:parts_sql");
    private final Database db = plain.withListener(event -> sent.add(event.sql().text()));

    PartsSqlTest() {
        plain.execute(createTable(PRODUCT));
        plain.execute(insertInto(PRODUCT).rows(List.of(new Product(1, "Tea", 450, 10), new Product(2, "Cup", 900, 1))));
    }

    @AfterEach
    void close() {
        plain.close();
    }

    @Test
    void countReadsNoColumnsWhereRowsAreThoseOfTheTable() {
        db.count(select().from(PRODUCT).where(PRODUCT.STOCK.gt(0)).orderBy(PRODUCT.NAME.asc()));
        db.count(select(PRODUCT.STOCK, count()).from(PRODUCT).groupBy(PRODUCT.STOCK));
        db.exists(select().from(PRODUCT).orderBy(PRODUCT.NAME.asc()));

        assertThat(sent)
                .containsExactly(
                        "select count(*) from \"products\" where \"products\".\"stock\" > ?",
                        "select count(*) from (select \"products\".\"stock\" as \"rowan_column_1\", count(*) as"
                                + " \"rowan_column_2\" from \"products\" group by \"products\".\"stock\") as"
                                + " \"rowan_counted\"",
                        "select \"products\".\"id\" from \"products\" fetch first ? rows only");
    }

    @Test
    void pageIsSortedToTheEndAndCountedUnlessItIsTheLast() {
        db.page(select(PRODUCT.NAME).from(PRODUCT).orderBy(PRODUCT.STOCK.desc()), Page.first(1));
        db.page(select(PRODUCT.NAME).from(PRODUCT), Page.first(9));

        assertThat(sent)
                .containsExactly(
                        "select \"products\".\"name\" from \"products\" order by \"products\".\"stock\" desc,"
                                + " \"products\".\"id\" desc fetch first ? rows only",
                        "select count(*) from \"products\"",
                        "select \"products\".\"name\" from \"products\" order by \"products\".\"id\" asc fetch first ?"
                                + " rows only");
    }

    @Test
    void sliceGoesOnFromTheKeysOfTheLastRow() {
        var query = select(PRODUCT.NAME).from(PRODUCT).orderBy(PRODUCT.STOCK.asc());

        db.slice(query, db.slice(query, Slice.first(1)).next().orElseThrow());

        assertThat(sent.get(1))
                .isEqualTo("select \"products\".\"name\", \"products\".\"stock\", \"products\".\"id\" from \"products\""
                        + " where \"products\".\"stock\" >= ? and (\"products\".\"stock\" > ? or \"products\".\"id\" > ?)"
                        + " order by \"products\".\"stock\" asc, \"products\".\"id\" asc fetch first ? rows only");
    }

    @Test
    void tableWithoutAPrimaryKeyHasNoParts() {
        assertThatThrownBy(() -> db.page(select().from(LINE), Page.first(2)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("primary key of lines");
        assertThatThrownBy(() -> db.slice(select().from(LINE), Slice.first(2)))
                .isInstanceOf(InvalidQueryException.class);
        assertThat(sent).isEmpty();
    }

    private static final Lines LINE = new Lines(TableName.of("lines"));

    private static final class Lines extends Table<Lines.Line> {
        Lines(TableName name) {
            super(name, Line.class, Lines::new);
            integer("number").notNull();
        }

        record Line(int number) {}
    }

    @Test
    void numbersThatMakeNoPartAreRefused() {
        for (Runnable refused : List.<Runnable>of(
                () -> Page.of(0, 1),
                () -> Page.of(1, 0),
                () -> Page.of(Long.MAX_VALUE, 2),
                () -> Page.first(1).previous(),
                () -> Slice.first(0))) {
            assertThatThrownBy(refused::run).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
