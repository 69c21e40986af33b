package dev.rowan.expression;

import org.jspecify.annotations.Nullable;

/**
 * A column as the tree sees it: a name that belongs to a source.
 *
 * @param <T> the Java type of its value; nullable if it can be NULL
 */
public interface ColumnReference<T extends @Nullable Object> extends Expression<T> {

    /** What the column belongs to. */
    Source source();

    /** The column's own name, as it stands in an insert. */
    Identifier name();

    /** The name qualified by its source, as it stands in a select. */
    Identifier qualifiedName();
}
