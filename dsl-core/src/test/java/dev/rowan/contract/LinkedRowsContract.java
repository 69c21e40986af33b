package dev.rowan.contract;

import static dev.rowan.contract.Shelves.Boxes.BOX;
import static dev.rowan.contract.Shelves.SHELF;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;

import dev.rowan.schema.Table;
import java.util.List;

/** What every dialect must do with writes of rows that belong to rows of other tables. */
public abstract class LinkedRowsContract extends SharedDatabase implements JoinedWriteContract, InsertGraphContract {
    /** For subclasses. */
    protected LinkedRowsContract() {}

    @Override
    protected List<Table<?>> tables() {
        return List.of(USER, PRODUCT, ORDER, LINE_ITEM, SHELF, BOX);
    }
}
