package dev.rowan.guide;

import static dev.rowan.query.Sql.command;
import static dev.rowan.query.Sql.compile;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.query;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.OrderStatus.PENDING;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.execute.Database;
import dev.rowan.execute.StatementCounter;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.query.Compiled1;
import dev.rowan.query.Compiled2;
import dev.rowan.query.Input;
import dev.rowan.row.NamedRow;
import dev.rowan.row.Row2;
import dev.rowan.shop.Order;
import dev.rowan.shop.OrderStatus;
import dev.rowan.type.SqlType;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The end of {@code docs/queries.md}, run on H2. */
final class RowsPageTest {
    private static final Compiled2<OrderStatus, Integer, Order> OF_STATUS = compile(
            SqlType.enumeration(OrderStatus.class),
            SqlType.INTEGER,
            (status, least) ->
                    select().from(ORDER).where(o -> o.STATUS.eq(status).and(o.TOTAL_IN_CENTS.ge(least))));
    private static final Compiled1<Collection<? extends Long>, Order> OF_IDS =
            compile(Input.list(SqlType.BIGINT), ids -> select().from(ORDER).where(o -> o.ID.in(ids)));

    record Spender(String name, int cents) {}

    private Database db;

    @BeforeEach
    void create() {
        db = Database.connect("jdbc:h2:mem:rowspage;DATABASE_TO_UPPER=FALSE");
        LiveSchema.of(db).create(USER, PRODUCT, ORDER, LINE_ITEM);
        db.execute(insertInto(USER).set(USER.NAME, "Ann").set(USER.EMAIL, "ann@example.org"));
        db.execute(insertInto(PRODUCT).set(PRODUCT.NAME, "Tea").set(PRODUCT.PRICE_IN_CENTS, 450));
        for (int cents : List.of(50, 450, 900)) {
            db.execute(insertInto(ORDER).set(ORDER.USER_ID, 1).set(ORDER.TOTAL_IN_CENTS, cents));
        }
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void columnsComeBackAsValuesRowsAndRecords() {
        List<String> names = db.fetch(select(USER.NAME).from(USER));
        List<Row2<String, Integer>> totals = db.fetch(
                select(USER.NAME, ORDER.TOTAL_IN_CENTS).from(USER).join(ORDER).on(ORDER.USER_ID.eq(USER.ID)));
        String name = totals.get(0).value1();
        int total = totals.get(0).value2();

        List<Spender> spenders = db.fetch(select(USER.NAME, ORDER.TOTAL_IN_CENTS.as("cents"))
                .as(Spender.class)
                .from(USER)
                .join(ORDER)
                .on(ORDER.USER_ID.eq(USER.ID)));

        assertThat(names).containsExactly("Ann");
        assertThat(name).isEqualTo("Ann");
        assertThat(total).isEqualTo(50);
        assertThat(spenders).contains(new Spender("Ann", 900));
    }

    @Test
    void columnsThatAreKnownLaterComeBackByName() {
        List<NamedRow> rows =
                db.fetch(select(List.of(USER.NAME, USER.EMAIL)).asRows().from(USER));
        Object byColumn = rows.get(0).valueOf(USER.NAME);
        String byName = rows.get(0).value("name", String.class);
        List<String> columns = rows.get(0).names();

        assertThat(byColumn).isEqualTo("Ann");
        assertThat(byName).isEqualTo("Ann");
        assertThat(columns).containsExactly("name", "email");
    }

    @Test
    void sqlByHandIsBoundAndRead() {
        List<Spender> found = db.fetch(query(
                        "select u.name, sum(o.total_in_cents) from users u join orders o on o.user_id = u.id"
                                + " where u.name = :name and o.id in (:ids) group by u.name",
                        select(USER.NAME, ORDER.TOTAL_IN_CENTS.as("cents")).as(Spender.class))
                .bind("name", "Ann")
                .bindAll("ids", SqlType.BIGINT, List.of(1L, 2L)));

        long changed = db.execute(command("update products set stock = :stock").bind("stock", 7));

        assertThat(found).containsExactly(new Spender("Ann", 500));
        assertThat(changed).isEqualTo(1);
    }

    @Test
    void compiledQueriesTakeTheirValues() {
        List<Order> pending = db.fetch(OF_STATUS.with(PENDING, 100));
        List<Order> some = db.fetch(OF_IDS.with(List.of(1L, 3L)));

        assertThat(pending).extracting(Order::totalInCents).containsExactlyInAnyOrder(450, 900);
        assertThat(some).hasSize(2);
        assertThat(db.fetch(OF_IDS.with(List.of()))).isEmpty();
        assertThat(db.fetchOne(OF_STATUS.with(PENDING, 900)).totalInCents()).isEqualTo(900);
    }

    @Test
    void orderComesWithItsUserInOneStatement() {
        StatementCounter counter = new StatementCounter();
        Database counted = db.withListener(counter);

        List<Order> orders = counter.assertStatements(
                1, () -> counted.fetch(select().from(ORDER).include(o -> o.CUSTOMER)));

        assertThat(orders.get(0).customer().get().name()).isEqualTo("Ann");
    }
}
