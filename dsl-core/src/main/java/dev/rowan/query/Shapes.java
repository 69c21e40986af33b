package dev.rowan.query;

import dev.rowan.row.AssociationSlot;
import dev.rowan.schema.Association;
import dev.rowan.schema.Include;
import dev.rowan.schema.Table;
import java.util.Collection;
import java.util.List;

/** The associations of a table as a record sees them. */
final class Shapes {
    private Shapes() {}

    static List<AssociationSlot> associations(Table<?> table, Collection<Include<?, ?, ?>> includes) {
        List<? extends Association<?, ?, ?>> associations = table.associations();
        AssociationSlot[] slots = new AssociationSlot[associations.size()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = slot(associations.get(i), includes);
        }
        return List.of(slots);
    }

    private static AssociationSlot slot(Association<?, ?, ?> association, Collection<Include<?, ?, ?>> includes) {
        Include<?, ?, ?> include = includes.stream()
                .filter(candidate -> candidate.association() == association)
                .findFirst()
                .orElse(null);
        return Include.slotOf(association, include);
    }
}
