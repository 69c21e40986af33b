package dev.rowan.contract;

import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.notNull;
import static dev.rowan.expression.Functions.rowNumber;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rowan.contract.NestedRowsContract.CustomerView;
import dev.rowan.contract.NestedRowsContract.IdsView;
import dev.rowan.contract.NestedRowsContract.ItemView;
import dev.rowan.error.DecodeException;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.execute.StatementEvent;
import dev.rowan.expression.Window;
import dev.rowan.query.SqlQuery;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What rows within a row cannot be, said before anything is sent, and what they must not hold. */
interface NestedRefusalsContract extends OpenDatabase {
    private void fill() {
        assumeTrue(db().dialect().support(Feature.NESTED_ROWS) != Support.REFUSED);
        ShopData.fill(db());
    }

    @Test
    default void nullInARowIsAnErrorWhereItIsExcluded() {
        fill();

        assertThatThrownBy(() -> db().fetch(select(USER.ORDERS.rows(o -> select(o.ID, notNull(o.NOTE))))
                        .from(USER)))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("row 2: column 2")
                .hasMessageContaining("expected a value, got NULL");
        assertThatThrownBy(() -> db().fetch(select(USER.ORDERS.rows(o -> select(notNull(o.NOTE))))
                        .from(USER)))
                .isInstanceOf(DecodeException.class);
    }

    private void assertRefused(SqlQuery<?> query, String message) {
        List<StatementEvent> sent = new ArrayList<>();

        assertThatThrownBy(() -> recording(sent).fetch(query))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining(message);
        assertThat(sent).isEmpty();
    }

    @Test
    default void recordThatDoesNotFitIsRefusedBeforeAnythingIsSent() {
        fill();

        assertRefused(
                select(ORDER.LINE_ITEMS.rows(i -> select(i.ID, i.QUANTITY).as(ItemView::new)))
                        .from(ORDER),
                "productId stands where column id bigint not null is selected");
        assertRefused(
                select(ORDER.LINE_ITEMS.rows(i -> select(i.ID, i.QUANTITY).as(ItemView.class)))
                        .from(ORDER),
                "productId has no column of that name");
        assertRefused(
                select(USER.ORDERS.rows(o -> select(
                                o.LINE_ITEMS.rows(i -> select(i.ID, i.QUANTITY).as(ItemView::new)))))
                        .from(USER),
                "productId stands where column id bigint not null is selected");
        assertRefused(
                select(USER.ORDERS.rows(o -> select(o.ID, o.NOTE).as(CustomerView::new)))
                        .from(USER),
                "name");
        assertRefused(
                select(ORDER.ID, ORDER.LINE_ITEMS.rows(i -> select(i.QUANTITY)).as("items"))
                        .as(IdsView.class)
                        .from(ORDER),
                "a list of Integer");
        assertRefused(
                select(
                                ORDER.ID,
                                ORDER.LINE_ITEMS
                                        .rows(i -> select(i.ID).as(id -> id + ""))
                                        .as("items"))
                        .as(IdsView.class)
                        .from(ORDER),
                "a list of String");
    }

    @Test
    default void rowsAreNotComparedNorComputedOfSeveral() {
        fill();
        var items = ORDER.LINE_ITEMS.rows(i -> select(i.ID));

        assertRefused(select(items).from(ORDER).distinct(), "compared");
        assertRefused(select(items).from(ORDER).groupBy(items), "compared");
        assertRefused(select(items).from(ORDER).orderBy(items.asc()), "sorted");
        assertRefused(select(ORDER.LINE_ITEMS.rows(i -> select(count()))).from(ORDER), "aggregate");
        assertRefused(
                select(ORDER.LINE_ITEMS.rows(i -> select(rowNumber().over(Window.by(i.ID.asc())))))
                        .from(ORDER),
                "window");
        assertRefused(
                select(ORDER.LINE_ITEMS.rows(i -> select(ORDER.LINE_ITEMS.rows(j -> select(j.ID)))))
                        .from(ORDER),
                "orders.lineItems");
        assertRefused(select(ORDER.LINE_ITEMS.rows(i -> select(LINE_ITEM.ID))).from(ORDER), "not in FROM");
    }
}
