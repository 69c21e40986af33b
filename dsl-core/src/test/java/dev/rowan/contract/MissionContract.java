package dev.rowan.contract;

import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Orders.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.execute.Database;
import dev.rowan.execute.StatementEvent;
import dev.rowan.row.Many;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.ToMany;
import dev.rowan.shop.LineItem;
import dev.rowan.shop.LineItems;
import dev.rowan.shop.Order;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The line that Rowan was built for. */
interface MissionContract extends OpenDatabase {
    NumberColumn<Order, Long> USER_ID = ORDER.USER_ID;
    ToMany<Order, LineItem, LineItems> LINE_ITEMS = ORDER.LINE_ITEMS;

    @Test
    default void ordersOfOneUserComeWithTheirItemsInTwoStatements() {
        ShopData.fill(db());
        List<StatementEvent> sent = new ArrayList<>();
        Database db = recording(sent);

        List<Order> orders = db.fetch(select().from(ORDER).where(USER_ID.eq(42)).include(LINE_ITEMS));

        assertThat(sent).hasSize(2);
        assertThat(orders)
                .containsExactlyInAnyOrder(
                        with(ShopData.GIFT, List.of(ShopData.TWO_TEAS, ShopData.ONE_CUP)),
                        with(ShopData.EMPTY, List.of()));
    }

    private static Order with(Order order, List<LineItem> items) {
        return new Order(
                order.id(),
                order.note(),
                order.userId(),
                order.status(),
                order.totalInCents(),
                Many.of(items),
                order.customer());
    }
}
