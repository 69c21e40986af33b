package dev.rowan.include;

import dev.rowan.row.GraphReader;
import dev.rowan.row.RowBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the values of a key stand in a row. A key of one column is its value, one of several is a list. */
final class KeySlots {
    private final int[] slots;
    private final int saying; // the slot of a discriminator, or -1
    private final @Nullable Object said;

    private KeySlots(int[] slots, int saying, @Nullable Object said) {
        this.slots = slots;
        this.saying = saying;
        this.said = said;
    }

    static KeySlots of(List<Integer> slots) {
        return new KeySlots(slots.stream().mapToInt(Integer::intValue).toArray(), -1, null);
    }

    /** The same, of those rows alone that have a value in a slot; the others have no key. */
    KeySlots where(int slot, @Nullable Object value) {
        return new KeySlots(slots, slot, value);
    }

    /** The key of a row, or null if a part of it is NULL. */
    @Nullable
    Object of(GraphReader<?> reader, RowBuffer buffer, int row) {
        if (saying >= 0 && !Objects.equals(said, reader.value(buffer, row, saying))) {
            return null;
        }
        if (slots.length == 1) {
            return reader.value(buffer, row, slots[0]);
        }
        Object[] parts = new Object[slots.length];
        for (int i = 0; i < parts.length; i++) {
            Object part = reader.value(buffer, row, slots[i]);
            if (part == null) {
                return null;
            }
            parts[i] = part;
        }
        return Arrays.asList(parts);
    }
}
