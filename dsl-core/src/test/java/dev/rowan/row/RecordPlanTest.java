package dev.rowan.row;

import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.notNull;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.StandardDialect;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.execute.Database;
import dev.rowan.query.SqlQuery;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToMany;
import dev.rowan.shop.LineItem;
import dev.rowan.shop.LineItems;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Wrong plans fail before any I/O, with one error that shows both sides. */
@NullMarked
class RecordPlanTest {
    private final Database db = Database.of(new UnreachableDataSource(), new StandardDialect());

    private AbstractThrowableAssert<?, ? extends Throwable> assertFails(SqlQuery<?> query) {
        return assertThatThrownBy(() -> db.fetch(query)).isInstanceOf(InvalidQueryException.class);
    }

    record Misspelt(long id, String nmae) {}

    @Test
    void misspeltComponentShowsBothSides() {
        assertFails(select(USER.ID, USER.NAME).as(Misspelt.class).from(USER))
                .hasMessageContaining("nmae has no column of that name")
                .hasMessageContaining("column name varchar(100) not null has no component")
                .hasMessageContaining("record:  Misspelt(long id, String nmae)")
                .hasMessageContaining("columns: id bigint not null, name varchar(100) not null");
    }

    record WithOrders(String name, List<Misspelt> orders) {}

    record NameAndKey(String name, long id) {}

    @Test
    void nestedRecordsAreCheckedToo() {
        assertFails(select(USER.NAME, USER.ORDERS.rows(o -> select(o.ID, o.NOTE).as(Misspelt.class)))
                        .from(USER))
                .hasMessageContaining("nmae has no column of that name");
        assertFails(select(USER.REFERRER.row(u -> select(u.EMAIL, u.ID).as(NameAndKey::new)))
                        .from(USER))
                .hasMessageContaining("name stands where column email varchar(200) not null is selected");
        assertFails(select(
                                USER.NAME,
                                USER.ORDERS.rows(o -> select(o.ID, o.STATUS)).as("orders"))
                        .as(WithOrders.class)
                        .from(USER))
                .hasMessageContaining("expects a list of other elements")
                .hasMessageContaining("orders rows as Row2 not null");
    }

    record TooMany(long id, String name, int age) {}

    @Test
    void componentTooManyIsNamed() {
        assertFails(select(USER.ID, USER.NAME).as(TooMany.class).from(USER))
                .hasMessageContaining("age has no column of that name");
    }

    record TooFew(long id) {}

    @Test
    void columnTooManyIsNamed() {
        assertFails(select(USER.ID, USER.NAME).as(TooFew.class).from(USER))
                .hasMessageContaining("column name varchar(100) not null has no component");
    }

    record AllFaults(String id, int age) {}

    @Test
    void allFaultsAreInOneError() {
        assertFails(select(USER.ID, USER.NAME).as(AllFaults.class).from(USER))
                .hasMessageContaining("id expects String, but column id bigint not null holds Long")
                .hasMessageContaining("age has no column of that name")
                .hasMessageContaining("column name varchar(100) not null has no component");
    }

    record PrimitiveReferrer(long id, long referrerId) {}

    @Test
    void primitiveFedByNullableColumnIsRefused() {
        assertFails(select(USER.ID, USER.REFERRER_ID)
                        .as(PrimitiveReferrer.class)
                        .from(USER))
                .hasMessageContaining("referrerId takes no null, but column referrer_id bigint can be NULL");
    }

    record NonNullNote(long id, String note) {}

    @Test
    void nonNullComponentFedByNullableColumnIsRefused() {
        assertFails(select(ORDER.ID, ORDER.NOTE).as(NonNullNote.class).from(ORDER))
                .hasMessageContaining("note takes no null, but column note varchar(200) can be NULL");
    }

    record NullableNote(long id, @Nullable String note) {}

    @Test
    void nullableComponentTakesNullableColumn() {
        db.render(select(ORDER.ID, ORDER.NOTE).as(NullableNote.class).from(ORDER));
    }

    record OrderAndName(long id, String name) {}

    @Test
    void componentFedByOuterJoinedColumnIsRefused() {
        var query = select(ORDER.ID, USER.NAME)
                .as(OrderAndName.class)
                .from(ORDER)
                .leftJoin(USER)
                .on(ORDER.USER_ID.eq(USER.ID));

        assertFails(query).hasMessageContaining("name takes no null, but column name varchar(100) can be NULL");
    }

    @Test
    void notNullStatesThatAnOuterJoinedColumnHasAValue() {
        var query = select(ORDER.ID, notNull(USER.NAME))
                .as(OrderAndName.class)
                .from(ORDER)
                .leftJoin(USER)
                .on(ORDER.USER_ID.eq(USER.ID));

        db.render(query);
    }

    @Test
    void fullJoinMakesBothSidesNullable() {
        var query = select(ORDER.ID, USER.NAME)
                .as(OrderAndName.class)
                .from(ORDER)
                .fullJoin(USER)
                .on(ORDER.USER_ID.eq(USER.ID));

        assertFails(query).hasMessageContaining("id takes no null").hasMessageContaining("name takes no null");
    }

    @Test
    void columnWhoseTableIsNotInFromIsRefused() {
        assertFails(select(ORDER.ID, USER.NAME).as(OrderAndName.class).from(ORDER))
                .hasMessageContaining("column users.name belongs to a table that is not in FROM")
                .hasMessageContaining("[orders]");
        assertFails(select().from(ORDER).where(USER.ID.eq(1))).hasMessageContaining("users.id");
        assertFails(select().from(ORDER).orderBy(PRODUCT.ID.asc())).hasMessageContaining("products.id");
    }

    record Id(long id) {}

    @Test
    void twoColumnsOfOneNameAreAmbiguous() {
        var query =
                select(ORDER.ID, USER.ID).as(Id.class).from(ORDER).join(USER).on(ORDER.USER_ID.eq(USER.ID));

        assertFails(query).hasMessageContaining("id is ambiguous, 2 columns have that name");
    }

    record Swapped(String email, String name) {}

    @Test
    void constructorReferenceWithSwappedNamesIsRefused() {
        assertFails(select(USER.NAME, USER.EMAIL).as(Swapped::new).from(USER))
                .hasMessageContaining("email stands where column name varchar(100) not null is selected");
    }

    @Test
    void namesOfAConstructorReferenceAreCheckedAlsoWhenTheRecordWasReadByNameBefore() {
        db.render(select(USER.NAME, USER.EMAIL).as(Swapped.class).from(USER));

        assertFails(select(USER.NAME, USER.EMAIL).as(Swapped::new).from(USER))
                .hasMessageContaining("email stands where column name varchar(100) not null is selected");
    }

    @Test
    void constructorReferenceToUnnamedExpressionIsRefused() {
        assertFails(select(USER.NAME, count()).as(NameAndCount::new).from(USER).groupBy(USER.NAME))
                .hasMessageContaining("name it by as(\"count\")");
    }

    record NameAndCount(String name, long count) {}

    @Test
    void namedExpressionFitsByName() {
        db.render(select(USER.NAME, count().as("count"))
                .as(NameAndCount::new)
                .from(USER)
                .groupBy(USER.NAME));
    }

    @Test
    void lambdaOptsOutOfTheNames() {
        db.render(select(USER.NAME, USER.EMAIL).as((a, b) -> new Swapped(a, b)).from(USER));
    }

    /** A table whose record wants its children in a plain list. */
    static final class Baskets extends Table<Basket> {
        static final Baskets BASKET = new Baskets(TableName.of("orders"));

        final NumberColumn<Basket, Long> ID = bigint("id").primaryKey();
        final ToMany<Basket, LineItem, LineItems> LINE_ITEMS =
                hasMany("lineItems", () -> LineItems.LINE_ITEM, i -> i.ORDER_ID);

        private Baskets(TableName name) {
            super(name, Basket.class, Baskets::new);
        }
    }

    record Basket(long id, List<LineItem> lineItems) {}

    @Test
    void plainListWithoutItsIncludeIsRefused() {
        assertFails(select().from(Baskets.BASKET))
                .hasMessageContaining("lineItems needs .include(…)")
                .hasMessageContaining("many LineItem, not included");
    }

    /** A table whose record has no component for its association, and one too many. */
    static final class Carts extends Table<Cart> {
        static final Carts CART = new Carts(TableName.of("orders"));

        final NumberColumn<Cart, Long> ID = bigint("id").primaryKey();
        final TextColumn<Cart, @Nullable String> NOTE = varchar("note", 200);
        final ToMany<Cart, LineItem, LineItems> LINE_ITEMS =
                hasMany("lineItems", () -> LineItems.LINE_ITEM, i -> i.ORDER_ID);

        private Carts(TableName name) {
            super(name, Cart.class, Carts::new);
        }
    }

    record Cart(long id, @Nullable String note) {}

    @Test
    void includeWithoutComponentIsRefused() {
        assertFails(select().from(Carts.CART).include(Carts.CART.LINE_ITEMS))
                .hasMessageContaining("association lineItems (many LineItem, included) has no component");
    }

    @Test
    void sameIncludeTwiceIsRefused() {
        assertFails(select().from(ORDER).include(ORDER.LINE_ITEMS).include(ORDER.LINE_ITEMS))
                .hasMessageContaining("orders.lineItems to be included once, got it twice");
    }

    @Test
    void classThatIsNoRecordIsRefused() {
        assertFails(select(USER.NAME).as(StringBuilder.class).from(USER)).hasMessageContaining("expected a record");
    }

    @Test
    void tableTwiceInFromNeedsAnAlias() {
        assertFails(select().from(USER).join(USER).on(USER.ID.eq(USER.REFERRER_ID)))
                .hasMessageContaining("users twice")
                .hasMessageContaining("alias(table, \"name\")");
    }
}
