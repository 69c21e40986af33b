package dev.rowan.query;

import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.rowNumber;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.exists;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.StandardDialect;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Window;
import dev.rowan.include.GraphPlan;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToMany;
import dev.rowan.shop.LineItem;
import dev.rowan.shop.LineItems;
import dev.rowan.shop.Order;
import dev.rowan.shop.Users;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Statements that compile, and would do something else than they seem to. */
class RefusedStatementsTest {
    private static final Condition NONE = null;

    private final StandardDialect dialect = new StandardDialect();

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    @Test
    void nullConditionIsNotEveryRow() {
        assertRefused(() -> deleteFrom(USER).where(NONE), "everyRow()");
        assertRefused(() -> deleteFrom(USER).where(u -> NONE), "everyRow()");
        assertRefused(() -> update(USER).set(USER.NAME, "a").where(NONE), "everyRow()");
        assertRefused(() -> select().from(USER).where(NONE), "expected a condition, got null");
        assertRefused(() -> select().from(USER).where(USER.ACTIVE).where(NONE), "expected a condition, got null");
        assertRefused(() -> USER.ACTIVE.or(NONE), "expected a condition, got null");
        assertRefused(() -> select().from(USER).having(NONE), "expected a condition, got null");
        assertRefused(() -> select().from(ORDER).join(USER).on(NONE), "expected a condition, got null");
    }

    @Test
    void columnOfAnAliasIsNotSet() {
        Users boss = alias(USER, "boss");

        assertRefused(() -> update(USER).set(boss.NAME, "a"), "boss.name of another table or alias");
        assertRefused(() -> insertInto(USER).set(boss.NAME, "a"), "boss.name of another table or alias");
    }

    @Test
    void subqueryOfInYieldsItsColumnAsItIs() {
        var length = select(USER.NAME).as(name -> (long) name.length()).from(USER);

        assertRefused(() -> USER.ID.in(length), "expected a subquery of one column");
    }

    @Test
    void existsKeepsWhatDecidesHowManyRowsThereAre() {
        assertThat(dialect.render(select().from(USER).where(exists(select().from(ORDER))))
                        .text())
                .endsWith("exists (select 1 from \"orders\")");
        assertThat(dialect.render(
                                select().from(USER).where(exists(select(count()).from(ORDER))))
                        .text())
                .endsWith("exists (select count(*) from \"orders\")");
        assertThat(dialect.render(select().from(USER)
                                .where(exists(select(ORDER.USER_ID).from(ORDER).distinct())))
                        .text())
                .endsWith("exists (select distinct \"orders\".\"user_id\" from \"orders\")");
    }

    static final class Slips extends Table<Slip> {
        final NumberColumn<Slip, Long> ID = bigint("id").identity().primaryKey();
        final ToMany<Slip, LineItem, LineItems> WRONG = hasMany("wrong", () -> LineItems.LINE_ITEM, i -> i.PRODUCT_ID);

        Slips(TableName name) {
            super(name, Slip.class, Slips::new);
        }

        void declareAgain() {
            hasMany("wrong", () -> LineItems.LINE_ITEM, i -> i.ORDER_ID);
        }
    }

    record Slip(long id) {}

    @Test
    void rowsThatAreAllLeftToTheDatabaseAreNotMergedIntoOne() {
        Slips slips = new Slips(TableName.of("slips"));

        assertThatThrownBy(() -> dialect.render(insertInto(slips).rows(List.of(new Slip(1), new Slip(2)))))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("got 2");
    }

    @Test
    void associationOverAForeignKeyToAnotherTableIsRefused() {
        Slips slips = new Slips(TableName.of("slips"));

        assertThatThrownBy(slips.WRONG::ownerKey)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected line_items.product_id to reference slips");
    }

    @Test
    void associationsOfOneNameAreRefused() {
        Slips slips = new Slips(TableName.of("slips"));

        assertRefused(slips::declareAgain, "associations of different names");
    }

    @Test
    void includeNeedsItsKeyAndTheRecordByName() {
        var lambda = select(ORDER.ID).as(id -> (Order) null).from(ORDER).include(ORDER.LINE_ITEMS);
        var withoutKey = select(ORDER.NOTE, ORDER.USER_ID, ORDER.STATUS, ORDER.TOTAL_IN_CENTS)
                .as(Order.class)
                .from(ORDER)
                .include(ORDER.LINE_ITEMS);

        assertThatThrownBy(() -> GraphPlan.of(lambda, dialect))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("into the record of orders by name");
        assertThatThrownBy(() -> GraphPlan.of(withoutKey, dialect)).isInstanceOf(InvalidQueryException.class);
    }

    record Draft(long id, String title, String mood) {}

    private static final class Drafts extends Table<Draft> {
        static final Drafts DRAFT = new Drafts(TableName.of("drafts"));

        final NumberColumn<Draft, Long> ID = bigint("id").primaryKey();
        final TextColumn<Draft, @Nullable String> TITLE = varchar("title", 100);

        private Drafts(TableName name) {
            super(name, Draft.class, Drafts::new);
        }
    }

    @Test
    void componentThatWouldBeLostIsRefused() {
        Draft draft = new Draft(1, "Rowan", "merry");
        String message =
                "record Draft has a component mood, which drafts has no column or association for; its components are"
                        + " [id, title, mood], those of the table [id, title]";

        assertThatThrownBy(() -> insertInto(Drafts.DRAFT).row(draft).values())
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> update(Drafts.DRAFT).row(draft))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage(message);
    }

    @Test
    void nullIsSetWhereThereMayBeNone() {
        assertThat(dialect.render(
                        update(Drafts.DRAFT).setNull(Drafts.DRAFT.TITLE).where(Drafts.DRAFT.ID.isNotNull())))
                .satisfies(sql -> {
                    assertThat(sql.text())
                            .isEqualTo("update \"drafts\" set \"title\" = ? where \"drafts\".\"id\" is not null");
                    assertThat(sql.binds()).containsExactly(new BoundValue<>(Drafts.DRAFT.TITLE.type(), null));
                });
        assertRefused(() -> update(USER).setNull(USER.NAME), "users.name, which is not null");
    }

    @Test
    void comparisonWithNullNamesItsColumn() {
        String nothing = null;
        assertRefused(() -> USER.NAME.eq(nothing), "expected a varchar(100) for users.name, got null");
        assertRefused(() -> USER.NAME.in(Arrays.asList("a", null)), "for users.name, got null");
        assertRefused(() -> USER.NAME.between("a", null), "for users.name, got null");
    }

    @Test
    void windowWhereThereIsNoneIsNamed() {
        assertThatThrownBy(() -> dialect.render(select(USER.ID)
                        .from(USER)
                        .where(rowNumber().over(Window.by(USER.ID.asc())).le(3))))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("in where, got row_number(…) over (…)");
    }
}
