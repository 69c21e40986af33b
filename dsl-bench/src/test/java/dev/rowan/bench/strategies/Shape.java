package dev.rowan.bench.strategies;

import static dev.rowan.bench.strategies.Shop.Purchases.PURCHASE;
import static dev.rowan.query.Sql.select;

import dev.rowan.bench.strategies.Shop.Purchase;
import dev.rowan.query.SqlQuery;
import dev.rowan.schema.IncludeStrategy;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** What is included. */
enum Shape {
    TO_ONE("a customer") {
        @Override
        SqlQuery<Purchase> query(IncludeStrategy strategy) {
            return select().from(PURCHASE)
                    .include(p -> p.CUSTOMER.strategy(strategy))
                    .orderBy(p -> p.ID.asc());
        }

        @Override
        List<Purchase> byHand(DataSource source) throws SQLException {
            return ShopByHand.withCustomers(source);
        }
    },

    TO_MANY("lines") {
        @Override
        SqlQuery<Purchase> query(IncludeStrategy strategy) {
            return select().from(PURCHASE)
                    .include(p -> p.LINES.strategy(strategy))
                    .orderBy(p -> p.ID.asc());
        }

        @Override
        List<Purchase> byHand(DataSource source) throws SQLException {
            return ShopByHand.withLines(source);
        }
    },

    MANY_TO_MANY("tags") {
        @Override
        SqlQuery<Purchase> query(IncludeStrategy strategy) {
            return select().from(PURCHASE)
                    .include(p -> p.TAGS.strategy(strategy))
                    .orderBy(p -> p.ID.asc());
        }

        @Override
        List<Purchase> byHand(DataSource source) throws SQLException {
            return ShopByHand.withTags(source);
        }
    },

    SIBLINGS("lines, and as many remarks") {
        @Override
        SqlQuery<Purchase> query(IncludeStrategy strategy) {
            return select().from(PURCHASE)
                    .include(p -> p.LINES.strategy(strategy))
                    .include(p -> p.REMARKS.strategy(strategy))
                    .orderBy(p -> p.ID.asc());
        }

        @Override
        List<Purchase> byHand(DataSource source) throws SQLException {
            return ShopByHand.withLinesAndRemarks(source);
        }
    };

    private final String words;

    Shape(String words) {
        this.words = words;
    }

    abstract SqlQuery<Purchase> query(IncludeStrategy strategy);

    /** By a join to one record, by the keys of the purchases to many. */
    abstract List<Purchase> byHand(DataSource source) throws SQLException;

    /** For the table, such as {@code 100 with 5 lines}. */
    String of(int parents, int children) {
        return parents + " with " + (this == TO_ONE ? "" : children + " ") + words;
    }

    /** The strategies to compare; a join to many multiplies the rows, and Rowan has none. */
    List<IncludeStrategy> strategies() {
        return this == TO_ONE
                ? List.of(IncludeStrategy.JOIN, IncludeStrategy.KEYED, IncludeStrategy.JSON)
                : List.of(IncludeStrategy.KEYED, IncludeStrategy.JSON);
    }

    /** What of the numbers of children is measured. */
    List<Integer> children() {
        return this == TO_MANY ? List.of(1, 5, 50) : List.of(5);
    }
}
