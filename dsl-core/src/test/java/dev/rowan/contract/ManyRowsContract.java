package dev.rowan.contract;

import static dev.rowan.contract.Members.MEMBER;
import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Parcels.PARCEL;
import static dev.rowan.shop.Products.PRODUCT;

import dev.rowan.schema.Table;
import java.util.List;

/** What every dialect must do with rows that may be there already, and with many of them. */
public abstract class ManyRowsContract extends SharedDatabase implements UpsertContract, OutcomeContract, BulkContract {
    /** For subclasses. */
    protected ManyRowsContract() {}

    @Override
    protected List<Table<?>> tables() {
        return List.of(NOTE, MEMBER, PRODUCT, PARCEL);
    }
}
