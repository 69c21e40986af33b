package dev.rowan.expression;

import dev.rowan.row.RowTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns, and what a row of them becomes: what {@code select(…)} makes before it has a table, and what the rows of an association
 * are asked for. Immutable.
 *
 * @param <R> what a row becomes
 */
public interface Projection<R extends @Nullable Object> {

    /** What the rows become. */
    RowTarget<R> target();

    /** The columns. */
    List<Selectable<?>> columns();
}
