package dev.rowan.execute;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a slice, and what to ask for to get those before and after. Immutable. */
public final class Sliced<R extends @Nullable Object> {
    private final List<R> rows;
    private final @Nullable Slice previous;
    private final @Nullable Slice next;

    Sliced(List<R> rows, @Nullable Slice previous, @Nullable Slice next) {
        this.rows = Collections.unmodifiableList(rows); // a value may be null
        this.previous = previous;
        this.next = next;
    }

    /** The rows, in the order of the query, also when they were reached backwards; a list that cannot be changed. */
    public List<R> rows() {
        return rows;
    }

    /** The rows after these; empty if there were none. */
    public Optional<Slice> next() {
        return Optional.ofNullable(next);
    }

    /** The rows before these; empty if there were none. */
    public Optional<Slice> previous() {
        return Optional.ofNullable(previous);
    }

    @Override
    public String toString() {
        return "Sliced" + rows;
    }
}
