package dev.rowan.schema;

import dev.rowan.expression.Condition;
import dev.rowan.expression.SortKey;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An association together with which of its records are loaded, in what order, and what is loaded beside them. */
final class RefinedInclude<P, C, S extends Table<C>> extends Include<P, C, S> {
    private final Association<P, C, S> association;
    private final Refinement<C, S> refinement;
    // what the functions say of the associated table, for they themselves cannot be compared
    private final @Nullable Condition condition;
    private final List<SortKey> sortKeys;

    RefinedInclude(Association<P, C, S> association, Refinement<C, S> refinement) {
        this.association = association;
        this.refinement = refinement;
        this.condition = refinement.conditions().isEmpty() ? null : refinement.conditionOf(association.target());
        this.sortKeys = refinement.sorts().isEmpty() ? List.of() : refinement.sortKeysOf(association.target());
    }

    @Override
    public Association<P, C, S> association() {
        return association;
    }

    @Override
    Refinement<C, S> refinement() {
        return refinement;
    }

    @Override
    public @Nullable Condition condition() {
        return condition;
    }

    @Override
    public List<SortKey> sortKeys() {
        return sortKeys;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RefinedInclude<?, ?, ?> that
                && association.equals(that.association)
                && Objects.equals(condition, that.condition)
                && sortKeys.equals(that.sortKeys)
                && maxRows() == that.maxRows()
                && isRequired() == that.isRequired()
                && nested().equals(that.nested())
                && isRecursive() == that.isRecursive()
                && strategy() == that.strategy()
                && unfiltered().equals(that.unfiltered());
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                association,
                condition,
                sortKeys,
                maxRows(),
                isRequired(),
                nested(),
                isRecursive(),
                strategy(),
                unfiltered());
    }

    @Override
    public String toString() {
        return association
                + (condition == null ? "" : " where …")
                + (maxRows() == 0 ? "" : " limit " + maxRows())
                + (isRequired() ? " required" : "")
                + (isRecursive() ? " recursive" : "")
                + (nested().isEmpty() ? "" : " including " + nested());
    }
}
