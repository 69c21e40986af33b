package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Notes.insertRanks;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.query;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.rowan.contract.Notes.Note;
import dev.rowan.error.RowCountException;
import dev.rowan.execute.Database;
import dev.rowan.execute.Limits;
import dev.rowan.execute.Page;
import dev.rowan.execute.RowStream;
import dev.rowan.execute.Slice;
import dev.rowan.execute.StatementCounter;
import dev.rowan.execute.StatementEvent;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.row.Many;
import dev.rowan.row.One;
import dev.rowan.shop.LineItem;
import dev.rowan.shop.Order;
import dev.rowan.shop.OrderStatus;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows that are read while they are asked for, and connections that go back whatever happens. */
interface StreamContract extends OpenDatabase {
    private void insertNotes(int howMany) {
        int chunk = 2_000;
        for (int from = 1; from <= howMany; from += chunk) {
            List<Note> notes = new ArrayList<>();
            for (int id = from; id < from + chunk && id <= howMany; id++) {
                notes.add(new Note(id, "note " + id, id % 7));
            }
            db().execute(insertInto(NOTE).rows(notes));
        }
    }

    private void insertOrders(int howMany) {
        db().execute(insertInto(USER).row(ShopData.ANN).set(USER.ID, 42L));
        db().execute(insertInto(PRODUCT).row(ShopData.TEA).set(PRODUCT.ID, 1L));
        for (int from = 1; from <= howMany; from += 1_000) {
            List<Order> orders = new ArrayList<>();
            List<LineItem> items = new ArrayList<>();
            for (int id = from; id < from + 1_000 && id <= howMany; id++) {
                orders.add(new Order(id, null, 42, OrderStatus.PAID, id % 5, Many.unloaded(), One.unloaded()));
                items.add(new LineItem(id * 2L, id, 1, 1, One.unloaded(), One.unloaded()));
                items.add(new LineItem(id * 2L + 1, id, 1, 2, One.unloaded(), One.unloaded()));
            }
            insertWithKeys(orders, items);
        }
    }

    private void insertWithKeys(List<Order> orders, List<LineItem> items) {
        var order = insertInto(ORDER);
        db().transaction(tx -> {
            for (Order each : orders) {
                tx.execute(order.row(each).set(ORDER.ID, each.id()));
            }
            for (LineItem each : items) {
                tx.execute(insertInto(LINE_ITEM).row(each).set(LINE_ITEM.ID, each.id()));
            }
            return null;
        });
    }

    /** A database whose pool has one connection, for which nobody waits long. */
    private HikariDataSource single() {
        HikariDataSource single = new HikariDataSource();
        single.setJdbcUrl(((HikariDataSource) dataSource()).getJdbcUrl());
        single.setMaximumPoolSize(1);
        single.setConnectionTimeout(2_000);
        return single;
    }

    @Test
    default void fiftyThousandRowsAreStreamedInOrder() {
        insertNotes(50_000);
        long[] next = {1};

        db().stream(
                select(NOTE.ID).from(NOTE).orderBy(NOTE.ID.asc()),
                id -> assertThat(id).isEqualTo(next[0]++));

        assertThat(next[0]).isEqualTo(50_001);
    }

    @Test
    default void parentsAreStreamedWithTheirChildren() {
        insertOrders(5_000);
        var query = select().from(ORDER).include(ORDER.LINE_ITEMS).orderBy(ORDER.TOTAL_IN_CENTS.desc());
        List<Order> fetched = db().fetch(query.inDefiniteOrder());

        try (HikariDataSource single = single()) {
            StatementCounter counter = new StatementCounter();
            Database one = Database.of(single, db().dialect()).withListener(counter);
            List<Order> streamed = new ArrayList<>();
            one.stream(query.inDefiniteOrder(), streamed::add);

            assertThat(streamed).isEqualTo(fetched);
            assertThat(streamed)
                    .allSatisfy(order -> assertThat(order.lineItems()).hasSize(2));
            assertThat(counter.total()).isLessThanOrEqualTo(12);

            List<Order> some = new ArrayList<>();
            one.stream(query.inDefiniteOrder().limit(1_500).offset(700), some::add);
            assertThat(some).isEqualTo(fetched.subList(700, 2_200));
        }
    }

    @Test
    default void streamIsIterableAndAStreamOfJava() {
        insertRanks(db(), 3, 1, 2);
        var query = select(NOTE.RANK).from(NOTE).orderBy(NOTE.RANK.asc());
        List<Object> ranks = new ArrayList<>();

        try (RowStream<?> rows = db().stream(query)) {
            rows.forEach(ranks::add);
        }
        try (Stream<Integer> rows = db().stream(query).stream()) {
            rows.filter(rank -> rank > 1).forEach(ranks::add);
        }

        assertThat(ranks).containsExactly(1, 2, 3, 2, 3);
    }

    @Test
    default void streamIsReadOnceAndNotAfterItWasClosed() {
        insertRanks(db(), 1, 2);
        RowStream<Long> twice = db().stream(select(NOTE.ID).from(NOTE));
        Iterator<Long> rows = twice.iterator();

        assertThatThrownBy(twice::iterator).isInstanceOf(IllegalStateException.class);
        twice.close();
        twice.close();
        assertThatThrownBy(rows::hasNext)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(StreamContract.class.getSimpleName() + ".java");
    }

    @Test
    default void abandonedStreamsLeaveNoConnectionBehind() {
        insertNotes(2_000);
        try (HikariDataSource single = single()) {
            Database one = Database.of(single, db().dialect());
            for (int i = 0; i < 1_000; i++) {
                try (RowStream<Note> rows = one.stream(select().from(NOTE).limit(100))) {
                    assertThat(rows.iterator().next()).isNotNull();
                }
            }

            assertThat(single.getHikariPoolMXBean().getActiveConnections()).isZero();
            assertThat(one.count(select().from(NOTE))).isEqualTo(2_000);
        }
    }

    @Test
    default void streamThatFailsOrIsReadToItsEndGivesItsConnectionBack() {
        insertNotes(10);
        try (HikariDataSource single = single()) {
            Database one = Database.of(single, db().dialect());

            assertThatThrownBy(() -> one.stream(select().from(NOTE), note -> {
                        throw new IllegalArgumentException("no");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> one.limits(Limits.rows(4)).stream(select().from(NOTE), note -> {}))
                    .isInstanceOf(RowCountException.class);
            assertThatThrownBy(() -> one.stream(query("select nothing from nowhere", select(NOTE.ID))))
                    .isInstanceOf(dev.rowan.error.QueryException.class);
            one.stream(select().from(NOTE)).iterator().forEachRemaining(note -> {});

            assertThat(single.getHikariPoolMXBean().getActiveConnections()).isZero();
            assertThat(one.exists(select().from(NOTE))).isTrue();
        }
    }

    @Test
    default void poolOfOneServesEverything() {
        ShopData.fill(db());
        insertNotes(10);
        var orders = select().from(ORDER).include(ORDER.LINE_ITEMS).include(ORDER.CUSTOMER);
        try (HikariDataSource single = single()) {
            Database one = Database.of(single, db().dialect());

            assertThat(one.fetch(orders)).hasSize(3);
            assertThat(one.page(orders, Page.of(1, 2)).rows()).hasSize(2);
            assertThat(one.slice(orders, Slice.first(2)).rows()).hasSize(2);
            assertThat(one.count(orders)).isEqualTo(3);
            assertThat(one.exists(orders)).isTrue();
            one.stream(orders, order -> assertThat(order.customer()).isNotNull());
            long count = one.transaction(tx -> {
                List<Order> streamed = new ArrayList<>();
                tx.stream(orders, streamed::add);
                tx.execute(insertInto(NOTE).row(new Note(99, null, null)));
                assertThat(streamed).hasSize(3);
                return tx.count(select().from(NOTE));
            });
            assertThat(count).isEqualTo(11);
            if (db().dialect().support(Feature.NESTED_TRANSACTION) != Support.REFUSED) {
                int rows = one.transaction(tx -> tx.transaction(inner -> {
                    List<Order> streamed = new ArrayList<>();
                    inner.stream(orders, streamed::add);
                    return streamed.size()
                            + inner.page(orders, Page.first(2)).rows().size();
                }));
                assertThat(rows).isEqualTo(5);
            }
        }
    }

    @Test
    default void connectionIsInItsUsualModeAfterAStream() throws java.sql.SQLException {
        insertNotes(10);
        try (var connection = dataSource().getConnection()) {
            Database lent = Database.of(new LentConnection(connection), db().dialect());
            try (RowStream<Note> rows = lent.stream(select().from(NOTE))) {
                assertThat(rows.iterator().hasNext()).isTrue();
            }

            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @Test
    default void streamTellsTheListenersOnce() {
        insertNotes(10);
        List<StatementEvent> sent = new ArrayList<>();

        recording(sent).stream(select().from(NOTE), note -> {});

        assertThat(sent)
                .singleElement()
                .satisfies(event -> assertThat(event.rows()).isEqualTo(10));
    }

    @Test
    default void streamThatIsLeftOpenIsClosedWithItsTransaction() {
        insertNotes(10);
        try (HikariDataSource single = single()) {
            Database one = Database.of(single, db().dialect());
            Iterator<Note> left = one.transaction(tx -> {
                Iterator<Note> rows = tx.stream(select().from(NOTE)).iterator();
                assertThat(rows.hasNext()).isTrue();
                return rows;
            });

            left.next();
            assertThatThrownBy(left::hasNext).isInstanceOf(IllegalStateException.class);
            assertThat(one.count(select().from(NOTE))).isEqualTo(10);
        }
    }

    @Test
    default void statementBesideAStreamOfATransactionRunsOrIsRefusedByName() {
        insertNotes(10);
        boolean alone = db().dialect().streaming().alone();

        db().transaction(tx -> {
            try (RowStream<Note> rows = tx.stream(select().from(NOTE))) {
                Iterator<Note> notes = rows.iterator();
                notes.next();
                if (alone) {
                    assertThatThrownBy(() -> tx.count(select().from(NOTE)))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("StreamContract.java");
                } else {
                    assertThat(tx.count(select().from(NOTE))).isEqualTo(10);
                }
                int others = 0;
                for (; notes.hasNext(); notes.next()) {
                    others++;
                }
                assertThat(others).isEqualTo(9);
            }
            return null;
        });
    }
}
