package dev.rowan.guide;

import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.execute.Database;
import dev.rowan.execute.Page;
import dev.rowan.execute.Paged;
import dev.rowan.execute.RowStream;
import dev.rowan.execute.Slice;
import dev.rowan.execute.Sliced;
import dev.rowan.execute.StatementCounter;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.query.Select;
import dev.rowan.query.SortSpec;
import dev.rowan.row.Many;
import dev.rowan.row.One;
import dev.rowan.shop.Order;
import dev.rowan.shop.OrderStatus;
import dev.rowan.shop.Orders;
import dev.rowan.shop.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code docs/pages-and-streams.md}, run on H2. */
final class PartsPageTest {
    private final StatementCounter counter = new StatementCounter();
    private Database db;

    @BeforeEach
    void create() {
        db = Database.connect("jdbc:h2:mem:parts").withListener(counter);
        LiveSchema.of(db).create(USER, ORDER, PRODUCT, LINE_ITEM);
        long ann = db.fetchOne(insertInto(USER)
                .set(USER.NAME, "Ann")
                .set(USER.EMAIL, "ann@example.org")
                .returning(USER.ID));
        db.insertAll(
                ORDER,
                IntStream.rangeClosed(1, 25)
                        .mapToObj(n -> new Order(
                                0,
                                n % 5 == 0 ? null : "n" + n % 3,
                                ann,
                                OrderStatus.PENDING,
                                n,
                                Many.unloaded(),
                                One.unloaded()))
                        .toList());
        counter.reset();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void pagesGoByNumber() {
        Select<Order, Orders> orders = select().from(ORDER).orderBy(o -> o.TOTAL_IN_CENTS.desc());

        Paged<Order> page = db.page(orders, Page.of(2, 10));
        List<Order> rows = page.rows();
        long total = page.total();
        long pages = page.pages();
        boolean more = page.hasNext();

        assertThat(rows).hasSize(10).extracting(Order::totalInCents).startsWith(15, 14);
        assertThat(total).isEqualTo(25);
        assertThat(pages).isEqualTo(3);
        assertThat(more).isTrue();
        assertThat(page.hasPrevious()).isTrue();
        assertThat(page.page().number()).isEqualTo(2);
        assertThat(counter.total()).isEqualTo(2);

        counter.reset();
        Paged<Order> last = db.page(orders, page.page().next());
        assertThat(last.rows()).hasSize(5);
        assertThat(last.total()).isEqualTo(25);
        assertThat(counter.total()).isEqualTo(1);
        assertThat(db.page(orders, Page.of(9, 10)).rows()).isEmpty();
        assertThat(db.page(orders, Page.of(9, 10)).total()).isEqualTo(25);
        assertThatThrownBy(() -> Page.of(0, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void slicesGoByPlace() {
        Select<Order, Orders> orders =
                select().from(ORDER).orderBy(o -> o.NOTE.desc().nullsLast()).orderBy(o -> o.ID.asc());
        List<Order> seen = new ArrayList<>();

        Sliced<Order> slice = db.slice(orders, Slice.first(10));
        seen.addAll(slice.rows());
        while (slice.next().isPresent()) {
            slice = db.slice(orders, slice.next().get());
            seen.addAll(slice.rows());
        }

        assertThat(seen).isEqualTo(db.fetch(orders)).hasSize(25);
        assertThat(slice.rows()).hasSize(5);
        assertThat(slice.previous()).isPresent();
        Sliced<Order> before = db.slice(orders, slice.previous().orElseThrow());
        assertThat(before.rows()).isEqualTo(seen.subList(10, 20));
        assertThat(db.slice(orders, Slice.last(3)).rows()).isEqualTo(seen.subList(22, 25));
    }

    @Test
    void cursorGoesThroughAUrl() {
        Select<Order, Orders> orders = select().from(ORDER).orderBy(o -> o.TOTAL_IN_CENTS.desc());

        Answer first = answer(orders, null);
        Answer second = answer(orders, first.cursor());

        assertThat(first.orders())
                .extracting(Order::totalInCents)
                .startsWith(25)
                .endsWith(6);
        assertThat(second.orders()).extracting(Order::totalInCents).containsExactly(5, 4, 3, 2, 1);
        assertThat(second.cursor()).isNull();
        assertThat(first.cursor()).matches("[A-Za-z0-9_-]+");
        assertThatThrownBy(() -> answer(orders, "abc")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> answer(select().from(ORDER), first.cursor()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(answer(orders.where(o -> o.TOTAL_IN_CENTS.gt(3)), first.cursor())
                        .orders())
                .hasSize(2);
    }

    private record Answer(List<Order> orders, @Nullable String cursor) {}

    private Answer answer(Select<Order, Orders> orders, @Nullable String cursor) {
        Sliced<Order> slice = db.slice(orders, Slice.of(20, cursor));
        Optional<String> next = slice.next().map(Slice::cursor);
        return new Answer(slice.rows(), next.orElse(null));
    }

    private static final SortSpec SORTS = SortSpec.of("name", USER.NAME).and("mail", USER.EMAIL);

    @Test
    void requestSaysHowToSort() {
        db.execute(insertInto(USER).set(USER.NAME, "Bob").set(USER.EMAIL, "bob@example.org"));

        List<User> users = db.fetch(select().from(USER).orderBy(SORTS.parse("-mail,name")));

        assertThat(users).extracting(User::name).containsExactly("Bob", "Ann");
        assertThat(SORTS.parse("")).isEmpty();
        assertThatThrownBy(() -> SORTS.parse("password")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void streamsReadWhileTheyAreAsked() {
        Select<Order, Orders> orders = select().from(ORDER).orderBy(o -> o.ID.asc());
        List<Integer> exported = new ArrayList<>();

        db.stream(orders, order -> exported.add(order.totalInCents()));

        try (RowStream<Order> rows = db.stream(orders)) {
            for (Order order : rows) {
                if (order.totalInCents() > 3) {
                    break;
                }
                exported.add(order.totalInCents());
            }
        }

        int sum;
        try (RowStream<Order> rows = db.stream(orders)) {
            sum = rows.stream().mapToInt(Order::totalInCents).sum();
        }

        assertThat(exported).hasSize(28).endsWith(25, 1, 2, 3);
        assertThat(sum).isEqualTo(325);
        assertThat(db.poolStatistics().orElseThrow().active()).isZero();
        try (RowStream<Order> rows = db.stream(orders)) {
            assertThat(rows.iterator()).hasNext();
            assertThatThrownBy(rows::iterator).isInstanceOf(IllegalStateException.class);
            assertThat(db.poolStatistics().orElseThrow().active()).isEqualTo(1);
        }
    }
}
