package dev.rowan.dialect.tag;

import static dev.rowan.query.Sql.command;
import static dev.rowan.query.Sql.compile;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.query;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.execute.Database;
import dev.rowan.execute.Page;
import dev.rowan.execute.PoolConfig;
import dev.rowan.execute.Slice;
import dev.rowan.execute.StatementEvent;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.query.Compiled1;
import dev.rowan.query.Select;
import dev.rowan.row.Many;
import dev.rowan.row.One;
import dev.rowan.shop.Order;
import dev.rowan.shop.Orders;
import dev.rowan.shop.User;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code db.tagged(…)} sends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TagContract {
    private static final String COMMENT = " /*route='orders.list'*/";
    private static final Select<Order, Orders> ORDERS = select().from(ORDER).orderBy(ORDER.ID.asc());
    private static final Compiled1<Long, Order> OF_USER =
            compile(SqlType.BIGINT, user -> select().from(ORDER).where(ORDER.USER_ID.eq(user)));

    Database db;

    abstract PoolConfig newDatabase();

    @BeforeAll
    void open() {
        db = Database.connect(newDatabase());
        LiveSchema.of(db).create(USER, ORDER);
    }

    @BeforeEach
    void beginWithOneOrder() {
        db.execute(deleteFrom(ORDER).everyRow());
        db.execute(deleteFrom(USER).everyRow());
        db.insertAll(USER, users(1));
        db.execute(insertInto(ORDER)
                .set(ORDER.USER_ID, db.fetchOne(select(USER.ID).from(USER)))
                .set(ORDER.TOTAL_IN_CENTS, 450));
    }

    private static List<User> users(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new User(i, "n" + i, i + "@example.org", true, null, Many.unloaded(), One.unloaded()))
                .toList();
    }

    @AfterAll
    void close() {
        db.close();
    }

    private List<String> sentBy(Consumer<Database> work) {
        List<StatementEvent> sent = new ArrayList<>();
        work.accept(db.withListener(sent::add).tagged("route", "orders.list"));
        return sent.stream().map(event -> event.sql().text()).toList();
    }

    static Stream<Consumer<Database>> statements() {
        return Stream.of(
                tagged -> tagged.fetch(ORDERS),
                tagged -> tagged.fetch(ORDERS.include(ORDER.CUSTOMER)),
                tagged -> tagged.fetch(select().from(USER).include(USER.ORDERS)),
                tagged -> tagged.load(tagged.fetch(ORDERS), ORDER.CUSTOMER),
                tagged -> tagged.fetch(OF_USER.with(1L)),
                tagged -> tagged.fetch(select().from(ORDER).where(ORDER.USER_ID.in(List.of(1L, 2L, 3L)))),
                tagged -> tagged.find(ORDER.KEY, 1),
                tagged -> tagged.count(ORDERS),
                tagged -> tagged.exists(ORDERS),
                tagged -> tagged.page(ORDERS, Page.of(1, 1)),
                tagged -> tagged.slice(ORDERS, Slice.first(1)),
                tagged -> tagged.stream(ORDERS, order -> {}),
                tagged -> tagged.explain(ORDERS),
                tagged -> tagged.fetch(query("select id from orders", select(ORDER.ID))),
                tagged -> tagged.execute(command("delete from orders")),
                tagged -> tagged.execute(update(ORDER).set(ORDER.NOTE, "x").everyRow()),
                tagged -> tagged.fetch(
                        update(ORDER).set(ORDER.NOTE, "x").everyRow().returning(ORDER.ID)),
                tagged -> tagged.insertAll(USER, users(20).subList(10, 20)),
                tagged -> tagged.insertAll(USER, users(20).subList(10, 20), USER.KEY),
                tagged -> tagged.upsert(
                        insertInto(USER)
                                .rows(users(2))
                                .onConflict(USER.BY_EMAIL)
                                .doNothing(),
                        USER.KEY));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void eachStatementEndsWithTheTags(Consumer<Database> statement) {
        assertThat(sentBy(statement))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).endsWith(COMMENT));
    }

    @Test
    void sameStatementWithTheSameTagsIsTheSameText() {
        List<String> sent = sentBy(tagged -> {
            tagged.fetch(ORDERS);
            tagged.fetch(ORDERS);
            tagged.tagged("route", "orders.list").fetch(ORDERS);
            tagged.fetch(select().from(ORDER).orderBy(ORDER.ID.asc()));
        });

        assertThat(sent).hasSize(4).allSatisfy(text -> assertThat(text).isEqualTo(sent.get(0)));
    }

    @Test
    void tagsAddUpAndTheLastOfAKeyCounts() {
        assertThat(db.tagged("route", "a")
                        .tagged("app", "shop")
                        .tagged("route", "b")
                        .render(ORDERS)
                        .text())
                .endsWith(" /*app='shop',route='b'*/");
        assertThat(db.render(ORDERS).text()).doesNotContain("/*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/ delete from \"orders\" --",
                "'*/; delete from \"orders\"; /*'",
                "\\'",
                "!50000 x",
                "+ x",
                "?",
                "$1",
                ":a",
                "{fn x}",
                "ä€😀",
                "\n\r\0",
                "--",
                "#"
            })
    void noTagReachesTheStatement(String value) {
        assertThat(db.tagged("route", value).fetch(ORDERS)).hasSize(1);
        assertThat(db.tagged("route", value).fetch(OF_USER.with(4711L))).isEmpty();
        assertThat(db.tagged("route", value)
                        .execute(update(ORDER)
                                .set(ORDER.NOTE, value.replace("\0", ""))
                                .everyRow()))
                .isEqualTo(1);
        assertThat(db.render(ORDERS).text() + " ")
                .isEqualTo(db.tagged("route", value).render(ORDERS).text().replaceFirst("/\\*[^*]*\\*/$", ""));
    }

    @Test
    void transactionHasTheTagsOfItsHandle() {
        assertThat(sentBy(tagged -> tagged.transaction(tx -> tx.fetch(ORDERS))))
                .singleElement()
                .asString()
                .endsWith(COMMENT);
    }

    @Test
    void transactionWithinAnotherMayBeOfOtherTags() {
        Database ambient = db.ambient();

        long counted = ambient.tagged("route", "outer")
                .transaction(outer -> ambient.tagged("route", "inner").transaction(inner -> ambient.count(ORDERS)));

        assertThat(counted).isEqualTo(1);
    }

    @Test
    void tagsOfOneRequestAreRefused() {
        assertThatThrownBy(() -> db.tagged("traceparent", "00-1-2-01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("many statements share, got traceparent");
    }
}
