package dev.rowan.row;

/**
 * One association of a result's table, whether it was included or not.
 *
 * @param name the association's name, which is the name of the record's component
 * @param many whether it leads to many records
 * @param rowType the associated record
 * @param nullable whether a to-one association can lead to no record
 * @param included whether the query includes it
 */
public record AssociationSlot(String name, boolean many, Class<?> rowType, boolean nullable, boolean included) {

    /** The slot as an error shows it: {@code lineItems (many LineItem, not included)}. */
    @Override
    public String toString() {
        String what = (many ? "many " : "one ") + rowType.getSimpleName();
        return name + " (" + what + (included ? ", included)" : ", not included)");
    }
}
