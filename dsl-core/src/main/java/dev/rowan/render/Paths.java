package dev.rowan.render;

import dev.rowan.expression.Identifier;
import dev.rowan.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables that a select reads because a path leads to them, each joined once after those of its FROM clause. */
final class Paths {
    private List<Table<?>> tables = List.of(); // owners before what they lead to
    private List<Identifier> names = List.of();
    private int last; // the number in the last name
    private int bindsBefore;

    List<Table<?>> tables() {
        return tables;
    }

    int last() {
        return last;
    }

    /** How many values are bound up to the end of the FROM clause. */
    int bindsBefore() {
        return bindsBefore;
    }

    void endFrom(int binds) {
        bindsBefore = binds;
    }

    void add(Table<?> table, int number) {
        if (tables.isEmpty()) {
            tables = new ArrayList<>();
            names = new ArrayList<>();
        }
        tables.add(table);
        names.add(Identifier.of("p" + number));
        last = number;
    }

    /** The name of a table, or null if it is none of these. */
    @Nullable
    Identifier nameOf(Table<?> table) {
        int index = tables.indexOf(table);
        return index < 0 ? null : names.get(index);
    }
}
