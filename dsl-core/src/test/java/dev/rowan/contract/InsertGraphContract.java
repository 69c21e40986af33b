package dev.rowan.contract;

import static dev.rowan.blog.Posts.POST;
import static dev.rowan.contract.Shelves.Boxes.BOX;
import static dev.rowan.contract.Shelves.SHELF;
import static dev.rowan.contract.ShopData.CUP;
import static dev.rowan.contract.ShopData.TEA;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.rowan.blog.Post;
import dev.rowan.contract.Shelves.Box;
import dev.rowan.contract.Shelves.Shelf;
import dev.rowan.error.BulkException;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.QueryException;
import dev.rowan.error.QueryException.Kind;
import dev.rowan.error.ValidationException;
import dev.rowan.execute.StatementEvent;
import dev.rowan.execute.TableListener;
import dev.rowan.query.RowWrite;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.row.Many;
import dev.rowan.row.One;
import dev.rowan.shop.LineItem;
import dev.rowan.shop.Order;
import dev.rowan.shop.OrderStatus;
import dev.rowan.shop.Product;
import dev.rowan.shop.User;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Records that are inserted with what belongs to them. */
interface InsertGraphContract extends OpenDatabase {
    private static LineItem item(Product product, int quantity) {
        return new LineItem(0, 0, product.id(), quantity, One.unloaded(), One.unloaded());
    }

    private static Order order(long userId, int total, LineItem... items) {
        return new Order(0, null, userId, OrderStatus.PAID, total, Many.of(Arrays.asList(items)), One.unloaded());
    }

    private static User user(String name, Many<Order> orders) {
        return new User(0, name, name, true, null, orders, One.unloaded());
    }

    private static Shelf shelf(String code, String... boxes) {
        return new Shelf(
                0,
                code,
                Many.of(Arrays.stream(boxes)
                        .map(box -> new Box(0, box, 0, One.unloaded()))
                        .toList()));
    }

    private long insertUser() {
        for (Product product : List.of(TEA, CUP)) {
            db().execute(insertInto(PRODUCT).row(product).set(PRODUCT.ID, product.id()));
        }
        return Objects.requireNonNull(db().insertAll(USER, List.of(user("Ann", Many.unloaded())), USER.KEY)
                .get(0));
    }

    @Test
    default void ordersAreInsertedWithTheirLineItems() {
        long ann = insertUser();

        List<Order> inserted = db().insertGraph(
                        List.of(order(ann, 1, item(TEA, 1), item(CUP, 2)), order(ann, 2), order(ann, 3, item(TEA, 3))),
                        ORDER.LINE_ITEMS);

        assertThat(inserted).extracting(Order::totalInCents).containsExactly(1, 2, 3);
        assertThat(inserted.get(0).lineItems()).extracting(LineItem::quantity).containsExactly(1, 2);
        assertThat(inserted.get(1).lineItems()).isEmpty();
        assertThat(db().fetch(select().from(ORDER).include(ORDER.LINE_ITEMS).orderBy(ORDER.TOTAL_IN_CENTS.asc())))
                .isEqualTo(inserted);
    }

    @Test
    default void usersAreInsertedWithOrdersAndTheirLineItems() {
        insertUser();

        List<User> inserted = db().insertGraph(
                        List.of(
                                user("Bob", Many.of(List.of(order(-1, 1, item(TEA, 1)), order(-1, 2)))),
                                user("Cid", Many.of(List.of())),
                                user("Dan", Many.of(List.of(order(-1, 3, item(CUP, 2), item(TEA, 5)))))),
                        USER.ORDERS.include(o -> o.LINE_ITEMS));

        assertThat(inserted).extracting(User::name).containsExactly("Bob", "Cid", "Dan");
        assertThat(db().fetch(select().from(USER)
                        .where(USER.NAME.ne("Ann"))
                        .include(USER.ORDERS.include(o -> o.LINE_ITEMS))
                        .orderBy(USER.NAME.asc())))
                .isEqualTo(inserted);
        assertThat(db().fetchOne(select(count()).from(LINE_ITEM))).isEqualTo(3);
    }

    @Test
    default void eachLevelIsOneBatchWhereAKeyTellsItsRowsApart() {
        List<StatementEvent> sent = new ArrayList<>();

        List<Shelf> inserted =
                recording(sent).insertGraph(List.of(shelf("a", "1", "2"), shelf("b"), shelf("c", "3")), SHELF.BOXES);

        assertThat(sent.stream().filter(event -> event.sql().text().contains("insert")))
                .hasSize(2);
        assertThat(sent).hasSizeLessThanOrEqualTo(4); // where keys are not returned, they are selected
        assertThat(db().fetch(select().from(SHELF).include(SHELF.BOXES).orderBy(SHELF.CODE.asc())))
                .isEqualTo(inserted);
    }

    @Test
    default void recordThatIsReferredToIsInsertedOnceAndBefore() {
        Shelf shelf = new Shelf(0, "s", Many.unloaded());

        List<Box> inserted = db().insertGraph(
                        List.of(
                                new Box(0, "1", 0, One.of(shelf)),
                                new Box(0, "2", 0, One.of(shelf)),
                                new Box(0, "3", 0, One.of(new Shelf(0, "t", Many.unloaded())))),
                        BOX.SHELF);

        assertThat(db().fetch(select(SHELF.CODE).from(SHELF).orderBy(SHELF.CODE.asc())))
                .containsExactly("s", "t");
        assertThat(db().fetch(select().from(BOX).include(BOX.SHELF).orderBy(BOX.CODE.asc())))
                .isEqualTo(inserted);
    }

    @Test
    default void associationsThatAreNotNamedAreLeftAlone() {
        List<Shelf> inserted = db().insertGraph(
                        List.of(new Shelf(0, "a", Many.of(List.of(new Box(0, "1", 0, One.of(shelf("x"))))))),
                        SHELF.BOXES);

        assertThat(inserted.get(0).boxes().get(0).shelf()).isEqualTo(One.of(shelf("x")));
        assertThat(db().fetch(select(SHELF.CODE).from(SHELF))).containsExactly("a");
    }

    @Test
    default void failureOnAChildUndoesAll() {
        Throwable failure =
                catchThrowable(() -> db().insertGraph(List.of(shelf("a", "1"), shelf("b", "2", "1")), SHELF.BOXES));
        assertThat(failure).hasMessageContaining("boxes");
        if (db().dialect().support(Feature.NESTED_TRANSACTION) == Support.REFUSED) { // the row is not looked for
            assertThat(failure)
                    .isInstanceOfSatisfying(
                            QueryException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNIQUE_VIOLATION));
        } else {
            assertThat(failure)
                    .isInstanceOfSatisfying(
                            BulkException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNIQUE_VIOLATION));
        }

        assertThat(db().fetch(select().from(SHELF))).isEmpty();
        assertThat(db().fetch(select().from(BOX))).isEmpty();
    }

    @Test
    default void whatIsWrongWithRecordsOfAnyTableIsToldBeforeTheFirstIsSent() {
        List<StatementEvent> sent = new ArrayList<>();
        String wrong = "x".repeat(200);

        assertThatThrownBy(() -> recording(sent)
                        .insertGraph(List.of(shelf("a", "1"), shelf(wrong, "2", "3", wrong)), SHELF.BOXES))
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        e -> assertThat(e.violations())
                                .extracting(violation ->
                                        violation.table() + "." + violation.column() + " " + violation.row())
                                .containsExactly("shelves.code 1", "boxes.code 3"));
        Shelf referred = shelf(wrong);
        assertThatThrownBy(() -> recording(sent)
                        .insertGraph(
                                List.of(new Box(0, wrong, 0, One.of(referred)), new Box(0, "1", 0, One.of(referred))),
                                BOX.SHELF))
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        e -> assertThat(e.violations())
                                .extracting(violation ->
                                        violation.table() + "." + violation.column() + " " + violation.row())
                                .containsExactly("shelves.code 0", "boxes.code 0"));
        assertThat(sent).isEmpty();
    }

    @Test
    default void namedAssociationThatIsNotLoadedIsRefusedBeforeAnythingIsSent() {
        List<StatementEvent> sent = new ArrayList<>();
        List<Shelf> shelves = List.of(shelf("a"), new Shelf(0, "b", Many.unloaded()));
        List<Box> boxes = List.of(new Box(0, "1", 0, One.unloaded()));

        assertThatThrownBy(() -> recording(sent).insertGraph(shelves, SHELF.BOXES))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("shelves.boxes")
                .hasMessageContaining("index 1");
        assertThatThrownBy(() -> recording(sent).insertGraph(boxes, BOX.SHELF))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("boxes.shelf");
        assertThat(sent).isEmpty();
    }

    @Test
    default void includeThatChoosesRowsIsRefused() {
        List<Shelf> shelves = List.of(shelf("a"));

        for (var include : List.of(
                SHELF.BOXES.where(b -> b.CODE.eq("1")),
                SHELF.BOXES.limit(1),
                SHELF.BOXES.required(),
                SHELF.BOXES.orderBy(b -> b.CODE.asc()))) {
            assertThatThrownBy(() -> db().insertGraph(shelves, include)).isInstanceOf(InvalidQueryException.class);
        }
        assertThatThrownBy(() -> db().insertGraph(shelves, SHELF.BOXES, SHELF.BOXES))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void associationThroughATableInBetweenIsRefused() {
        List<Post> none = List.of();

        assertThatThrownBy(() -> db().insertGraph(none, POST.TAGS))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("posts.tags")
                .hasMessageContaining("post_tags");
    }

    @Test
    default void listenersHearOfEveryTable() {
        List<String> heard = new ArrayList<>();

        db().withListener(BOX, new TableListener<Box>() {
                    @Override
                    public void afterCommit(RowWrite<Box> write, long rows) {
                        heard.add(write.table() + " " + rows);
                    }
                })
                .insertGraph(List.of(shelf("a", "1", "2")), SHELF.BOXES);

        assertThat(heard).containsExactly("boxes 2");
    }
}
