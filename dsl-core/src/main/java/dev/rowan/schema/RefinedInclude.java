package dev.rowan.schema;

import dev.rowan.expression.Condition;
import dev.rowan.expression.SortKey;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An association together with which of its records are loaded, in what order, and what is loaded beside them. */
final class RefinedInclude<P, C, S extends Table<C>> extends Include<P, C, S> {
    private final Association<P, C, S> association;
    private final List<Function<? super S, ? extends Condition>> conditions; // for the rows under another alias
    private final @Nullable Condition condition; // what they say of the associated table; stands for them in equals
    private final List<SortKey> sortKeys;
    private final int maxRows;
    private final boolean required;
    private final List<Include<C, ?, ?>> nested;

    RefinedInclude(
            Association<P, C, S> association,
            List<Function<? super S, ? extends Condition>> conditions,
            List<SortKey> sortKeys,
            int maxRows,
            boolean required,
            List<Include<C, ?, ?>> nested) {
        this.association = association;
        this.conditions = List.copyOf(conditions);
        this.condition = conditions.isEmpty() ? null : said(association.target());
        this.sortKeys = List.copyOf(sortKeys);
        this.maxRows = maxRows;
        this.required = required;
        this.nested = List.copyOf(nested);
    }

    private @Nullable Condition said(S table) {
        Condition all = null;
        for (Function<? super S, ? extends Condition> one : conditions) {
            Condition added = Condition.required(one.apply(table));
            all = added.isNeutral() ? all : all == null ? added : all.and(added);
        }
        return all;
    }

    @Override
    public Association<P, C, S> association() {
        return association;
    }

    @Override
    List<Function<? super S, ? extends Condition>> conditions() {
        return conditions;
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
    public int maxRows() {
        return maxRows;
    }

    @Override
    public boolean isRequired() {
        return required;
    }

    @Override
    public List<Include<C, ?, ?>> nested() {
        return nested;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RefinedInclude<?, ?, ?> that
                && association.equals(that.association)
                && Objects.equals(condition, that.condition)
                && sortKeys.equals(that.sortKeys)
                && maxRows == that.maxRows
                && required == that.required
                && nested.equals(that.nested);
    }

    @Override
    public int hashCode() {
        return Objects.hash(association, condition, sortKeys, maxRows, required, nested);
    }

    @Override
    public String toString() {
        return association
                + (condition == null ? "" : " where …")
                + (maxRows == 0 ? "" : " limit " + maxRows)
                + (required ? " required" : "")
                + (nested.isEmpty() ? "" : " including " + nested);
    }
}
