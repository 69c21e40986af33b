package dev.rowan.dialect;

import static dev.rowan.expression.Functions.length;
import static dev.rowan.expression.Functions.repeat;
import static dev.rowan.expression.Functions.stringAgg;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.query;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.QueryException;
import dev.rowan.error.RowanException;
import dev.rowan.execute.Database;
import dev.rowan.query.SqlQuery;
import dev.rowan.schema.Include;
import dev.rowan.server.MariaDbServer;
import dev.rowan.server.MySqlServer;
import dev.rowan.shop.Order;
import dev.rowan.shop.Orders;
import dev.rowan.shop.User;
import org.junit.jupiter.api.Test;

/** What MySQL and MariaDB cut they only warn of: valid results that lack something must not come back. */
final class CutResultsTest {
    private static void assertIncomplete(Database db, SqlQuery<?> query) {
        assertThatThrownBy(() -> db.fetch(query))
                .isInstanceOf(QueryException.class)
                .extracting(e -> ((QueryException) e).kind())
                .isEqualTo(QueryException.Kind.INCOMPLETE);
    }

    private static void insertAnn(Database db) {
        db.execute(createTable(USER));
        db.execute(insertInto(USER).set(USER.NAME, "Ann").set(USER.EMAIL, "a@b.c"));
    }

    @Test
    void textsJoinedByHandAreNotCutInSilenceOnMySql() {
        try (Database db = Database.connect(MySqlServer.newDatabase("cut"))) {
            insertAnn(db);

            assertIncomplete(db, query("select group_concat(repeat(name, 2000)) from users", select(USER.NAME)));
        }
    }

    @Test
    void textsJoinedByHandAreNotCutInSilenceOnMariaDb() {
        try (Database db = Database.connect(MariaDbServer.newDatabase("cut"))) {
            insertAnn(db);

            assertIncomplete(db, query("select group_concat(repeat(name, 2000000)) from users", select(USER.NAME)));
            assertIncomplete(
                    db,
                    query(
                            "with recursive n as (select 1 as i union all select i + 1 from n where i < 2000)"
                                    + " select cast(max(i) as char) from n",
                            select(USER.NAME)));
        }
    }

    @Test
    void textsBeyondAPacketAreAnErrorRatherThanNull() {
        for (String url : new String[] {MySqlServer.newDatabase("packet"), MariaDbServer.newDatabase("packet")}) {
            try (Database db = Database.connect(url)) {
                insertAnn(db);

                assertThatThrownBy(() ->
                                db.fetch(select(repeat(USER.NAME, 500_000_000)).from(USER)))
                        .isInstanceOf(RowanException.class);
                assertIncomplete(
                        db,
                        select(length(stringAgg(repeat(value("x"), 500_000_000), ",")))
                                .from(USER));
                assertThat(db.fetch(select(length(repeat(USER.NAME, 1_000_000))).from(USER)))
                        .containsExactly(3_000_000);
            }
        }
    }

    @Test
    void rowsWithinARowAreWholeOrAnError() {
        for (String url : new String[] {MySqlServer.newDatabase("nested"), MariaDbServer.newDatabase("nested")}) {
            try (Database db = Database.connect(url)) {
                insertAnn(db);
                db.execute(createTable(ORDER));
                for (int i = 0; i < 20; i++) {
                    db.execute(insertInto(ORDER)
                            .set(ORDER.NOTE, "x".repeat(100))
                            .set(ORDER.USER_ID, 1)
                            .set(ORDER.TOTAL_IN_CENTS, i));
                }

                assertWholeOrIncomplete(db, USER.ORDERS, 50_000, 20);
                assertWholeOrIncomplete(db, USER.ORDERS.limit(19), 50_000, 19);
                assertWholeOrIncomplete(db, USER.ORDERS.limit(1), 5_000_000, 1);
                assertWholeOrIncomplete(db, USER.ORDERS.where(o -> o.ID.le(2)), 50_000, 2);
            }
        }
    }

    private static void assertWholeOrIncomplete(Database db, Include<User, Order, Orders> orders, int times, int rows) {
        try {
            assertThat(db.fetchOne(select(orders.rows(o -> select(repeat(o.NOTE, times))))
                            .from(USER)))
                    .hasSize(rows)
                    .allMatch(note -> note != null && note.length() == 100 * times);
        } catch (QueryException e) {
            assertThat(e.kind()).isEqualTo(QueryException.Kind.INCOMPLETE);
        }
    }
}
