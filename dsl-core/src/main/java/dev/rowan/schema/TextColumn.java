package dev.rowan.schema;

import dev.rowan.expression.Expression;
import dev.rowan.expression.TextExpression;
import dev.rowan.type.SqlType;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A column of text.
 *
 * @param <R> the record of the table's rows
 * @param <T> {@code String}; nullable unless the column is not null
 */
public final class TextColumn<R, T extends @Nullable String> extends Column<R, T> implements TextExpression<T> {
    TextColumn(Table<R> table, String name, SqlType<?> type) {
        super(table, name, type);
    }

    @Override
    @SuppressWarnings("unchecked") // only the nullness differs
    public TextColumn<R, @NonNull T> notNull() {
        return (TextColumn<R, @NonNull T>) super.notNull();
    }

    @Override
    @SuppressWarnings("unchecked") // only the nullness differs
    public TextColumn<R, @NonNull T> primaryKey() {
        return (TextColumn<R, @NonNull T>) super.primaryKey();
    }

    @Override
    public TextColumn<R, T> unique() {
        super.unique();
        return this;
    }

    @Override
    public TextColumn<R, T> references(Supplier<? extends Column<?, T>> column) {
        super.references(column);
        return this;
    }

    @Override
    public TextColumn<R, T> defaultValue(@NonNull T value) {
        super.defaultValue(value);
        return this;
    }

    @Override
    public TextColumn<R, T> references(Supplier<? extends Column<?, T>> column, ReferenceRules rules) {
        super.references(column, rules);
        return this;
    }

    @Override
    public TextColumn<R, T> defaultExpression(Expression<? extends T> expression) {
        super.defaultExpression(expression);
        return this;
    }

    @Override
    public TextColumn<R, T> computedAs(Expression<? extends T> expression) {
        super.computedAs(expression);
        return this;
    }

    @Override
    public TextColumn<R, T> comment(String text) {
        super.comment(text);
        return this;
    }

    @Override
    public TextColumn<R, T> check(Rule<? super @NonNull T> rule) {
        super.check(rule);
        return this;
    }

    @Override
    public TextColumn<R, T> hidden() {
        super.hidden();
        return this;
    }

    /**
     * Declares that rows which are inserted without a value get one: {@code uuid("id").primaryKey().generated(Uuids::v7)}. A record
     * has none if its component is null.
     *
     * @param source makes the value of one row; called by any thread
     */
    public TextColumn<R, T> generated(Supplier<? extends @NonNull T> source) {
        automatic(new Automatic.Generated<>(source));
        return this;
    }

    /**
     * Declares what is made of values before they are written, or compared with the column: {@code
     * varchar("email", 200).normalized(e -> e.strip().toLowerCase(Locale.ROOT))} finds and stores {@code ann@example.org} for {@code
     * " Ann@Example.org"}. Patterns of {@code like} and its kin, and values that the database computes, are left as they are.
     *
     * @param normalizer gives the same for what it gave; called by any thread
     */
    public TextColumn<R, T> normalized(UnaryOperator<String> normalizer) {
        normalize(normalizer);
        return this;
    }

    /** Declares that values are written and compared without white space around them. */
    public TextColumn<R, T> trimmed() {
        return normalized(String::strip);
    }

    /** Declares that values are written and compared in lower case, the same in every locale. */
    public TextColumn<R, T> lowerCased() {
        return normalized(text -> text.toLowerCase(Locale.ROOT));
    }
}
