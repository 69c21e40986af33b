package dev.rowan.contract;

import static dev.rowan.contract.ShopData.ANN;
import static dev.rowan.contract.ShopData.CUP;
import static dev.rowan.contract.ShopData.POT;
import static dev.rowan.contract.ShopData.TEA;
import static dev.rowan.expression.Functions.noCondition;
import static dev.rowan.expression.Functions.upper;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.QueryException;
import dev.rowan.row.Row2;
import dev.rowan.shop.Users;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Updates and deletes that read another table. */
interface JoinedWriteContract extends OpenDatabase {
    private List<Integer> stocks() {
        return db().fetch(select(PRODUCT.STOCK).from(PRODUCT).orderBy(PRODUCT.ID.asc()));
    }

    @Test
    default void updateSetsWhatARowOfAnotherTableSays() {
        ShopData.fill(db());

        long updated = db().execute(update(PRODUCT)
                .set(PRODUCT.STOCK, LINE_ITEM.QUANTITY)
                .set(PRODUCT.NAME, "sold")
                .from(LINE_ITEM)
                .where((product, item) -> item.PRODUCT_ID.eq(product.ID).and(item.ORDER_ID.eq(7))));

        assertThat(updated).isEqualTo(2);
        assertThat(stocks()).containsExactly(2, 1, 5);
        assertThat(db().fetch(select(PRODUCT.NAME).from(PRODUCT).orderBy(PRODUCT.ID.asc())))
                .containsExactly("sold", "sold", POT.name());
    }

    @Test
    default void updateComputesFromBothTables() {
        ShopData.fill(db());

        db().execute(update(PRODUCT)
                .set(PRODUCT.STOCK, PRODUCT.STOCK.minus(LINE_ITEM.QUANTITY))
                .set(PRODUCT.NAME, upper(PRODUCT.NAME))
                .from(LINE_ITEM)
                .where(LINE_ITEM.PRODUCT_ID.eq(PRODUCT.ID).and(PRODUCT.STOCK.gt(0))));

        assertThat(stocks()).containsExactly(8, 0, 4);
        assertThat(db().fetch(select(PRODUCT.NAME).from(PRODUCT).orderBy(PRODUCT.ID.asc())))
                .containsExactly("TEA", CUP.name(), "POT");
    }

    @Test
    default void severalRowsThatSayDifferentThingsAreAnErrorWhereTheServerSaysSo() {
        ShopData.fill(db());
        var update = update(PRODUCT)
                .set(PRODUCT.STOCK, LINE_ITEM.QUANTITY)
                .from(LINE_ITEM)
                .where((product, item) -> product.ID.eq(TEA.id()));

        try {
            assertThat(db().execute(update)).isEqualTo(1);
            assertThat(stocks().get(0)).isIn(1, 2); // of one of them
        } catch (QueryException e) {
            assertThat(stocks()).containsExactly(10, 0, 5);
        }
    }

    @Test
    default void severalRowsDoNoHarmToPlainValuesAndDeletes() {
        ShopData.fill(db());

        assertThat(db().execute(update(ORDER)
                        .set(ORDER.TOTAL_IN_CENTS, 1)
                        .from(LINE_ITEM)
                        .where((order, item) -> item.ORDER_ID.eq(order.ID))))
                .isEqualTo(2);
        assertThat(db().fetch(select(ORDER.TOTAL_IN_CENTS).from(ORDER).orderBy(ORDER.ID.asc())))
                .containsExactly(1, 0, 1);
    }

    @Test
    default void deleteReadsAnotherTable() {
        ShopData.fill(db());

        long deleted = db().execute(deleteFrom(LINE_ITEM)
                .using(ORDER)
                .where((item, order) -> order.ID.eq(item.ORDER_ID).and(order.USER_ID.eq(ANN.id()))));

        assertThat(deleted).isEqualTo(2);
        assertThat(db().fetch(select(LINE_ITEM.ID).from(LINE_ITEM))).containsExactly(90L);
        assertThat(db().execute(deleteFrom(LINE_ITEM).using(ORDER).where(ORDER.ID.eq(LINE_ITEM.ORDER_ID))))
                .isEqualTo(1);
    }

    @Test
    default void aliasOfTheWrittenTableIsAnother() {
        ShopData.fill(db());
        Users referrer = alias(USER, "referrer");

        assertThat(db().execute(update(USER)
                        .set(USER.NAME, "referred")
                        .from(referrer)
                        .where((user, other) -> other.ID.eq(user.REFERRER_ID).and(other.NAME.eq("Ann")))))
                .isEqualTo(2);
        assertThat(db().fetch(select(USER.ID, USER.NAME).from(USER).orderBy(USER.ID.asc())))
                .containsExactly(new Row2<>(42L, "Ann"), new Row2<>(43L, "referred"), new Row2<>(44L, "referred"));
    }

    @Test
    default void writtenTableIsNoOtherAndAConditionIsNeeded() {
        var update = update(PRODUCT).set(PRODUCT.STOCK, 1);

        assertThatThrownBy(() -> update.from(PRODUCT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alias");
        assertThatThrownBy(() -> deleteFrom(PRODUCT).using(PRODUCT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> update.from(LINE_ITEM).where(noCondition()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("every row");
        assertThatThrownBy(() -> deleteFrom(PRODUCT).using(LINE_ITEM).where(noCondition()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
