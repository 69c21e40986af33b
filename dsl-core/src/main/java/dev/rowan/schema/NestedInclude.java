package dev.rowan.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An association together with what is loaded beside its records. */
final class NestedInclude<P, C, S extends Table<C>> extends Include<P, C, S> {
    private final Association<P, C, S> association;
    private final List<Include<C, ?, ?>> nested;

    NestedInclude(Association<P, C, S> association, List<Include<C, ?, ?>> nested) {
        this.association = association;
        this.nested = List.copyOf(nested);
    }

    @Override
    public Association<P, C, S> association() {
        return association;
    }

    @Override
    public List<Include<C, ?, ?>> nested() {
        return nested;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NestedInclude<?, ?, ?> that
                && association.equals(that.association)
                && nested.equals(that.nested);
    }

    @Override
    public int hashCode() {
        return Objects.hash(association, nested);
    }

    @Override
    public String toString() {
        return association + " including " + nested;
    }
}
