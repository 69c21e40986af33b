package dev.rowan.migrate;

import dev.rowan.definition.Change;
import dev.rowan.definition.EnumDefinition;
import dev.rowan.error.MigrationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An enum that a migration alters. Valid within the function that it was handed to. */
public final class EnumEditor {
    private final EnumDefinition before;
    private final List<String> values;
    private final Map<String, String> renamed = new HashMap<>();

    EnumEditor(EnumDefinition before) {
        this.before = before;
        this.values = new ArrayList<>(before.values());
    }

    /** Adds a value after all others. */
    public void add(String value) {
        requireNew(value);
        values.add(value);
    }

    /** Adds a value before another. */
    public void addBefore(String value, String other) {
        requireNew(value);
        values.add(place(other), value);
    }

    /** Renames a value, in all rows that hold it. */
    public void rename(String value, String to) {
        requireNew(to);
        values.set(place(value), to);
        renamed.put(value, to);
    }

    /** Removes a value. A row that holds it makes the migration fail. */
    public void remove(String value) {
        values.remove(place(value));
    }

    private void requireNew(String value) {
        if (values.contains(value)) {
            throw new MigrationException(
                    "expected each value of " + before.name() + " once, got '" + value + "' twice");
        }
    }

    private int place(String value) {
        int place = values.indexOf(value);
        if (place < 0) {
            throw new MigrationException(
                    "expected a value of " + before.name() + ", got '" + value + "'; it has " + values);
        }
        return place;
    }

    Change.AlterEnum change() {
        return new Change.AlterEnum(before, new EnumDefinition(before.name(), values), renamed);
    }
}
