package dev.rowan.schema;

/**
 * What a foreign key does when the row that it points at goes: {@code bigint("user_id").references(() -> USER.ID,
 * ReferenceRules.DEFAULT.onDelete(CASCADE))}. Immutable.
 *
 * @param onDelete when the row is deleted
 * @param onUpdate when its key changes
 * @param deferrable whether a transaction may ask for it to be checked at its end
 */
public record ReferenceRules(ReferentialAction onDelete, ReferentialAction onUpdate, boolean deferrable) {

    /** A row that is pointed at stays. */
    public static final ReferenceRules DEFAULT =
            new ReferenceRules(ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION, false);

    /** The same, but for the deletion of the row that is pointed at. */
    public ReferenceRules onDelete(ReferentialAction action) {
        return new ReferenceRules(action, onUpdate, deferrable);
    }

    /** The same, but for changes of the key that is pointed at. */
    public ReferenceRules onUpdate(ReferentialAction action) {
        return new ReferenceRules(onDelete, action, deferrable);
    }

    /** The same, which a transaction {@code withDeferredConstraints()} checks at its end. */
    public ReferenceRules asDeferrable() {
        return new ReferenceRules(onDelete, onUpdate, true);
    }
}
