package dev.rowan.row;

import java.util.List;

/**
 * What a row is made of: its columns in order, and the associations of its table.
 *
 * @param slots the columns, in the order in which they are selected
 * @param associations the associations that the record may have a component for; empty unless a whole table is selected
 */
public record Shape(List<Slot> slots, List<AssociationSlot> associations) {

    /** Creates a shape, copying both lists. */
    public Shape {
        slots = List.copyOf(slots);
        associations = List.copyOf(associations);
    }
}
