package dev.rowan.generate;

/**
 * An association as a field of its table's class.
 *
 * @param isMany whether it leads to several rows
 * @param name the component of the record
 * @param value what declares it
 */
record AssociationModel(boolean isMany, String name, String field, TableModel target, String value) {
    /** The type of the field. */
    String type(TableModel owner) {
        return (isMany ? "ToMany" : "ToOne") + "<" + owner.record() + ", " + target.record() + ", "
                + target.tableClass() + ">";
    }

    /** The type of the component. */
    String component() {
        return (isMany ? "Many" : "One") + "<" + target.record() + ">";
    }
}
