package dev.rowan.migrate;

import dev.rowan.definition.ColumnDefinition;
import dev.rowan.expression.Expression;
import dev.rowan.render.DdlDialect;
import dev.rowan.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A column that a migration adds or alters; each method says one thing about it and returns the same editor. Valid within the function
 * that it was made in.
 *
 * @param <T> the Java type of a value
 */
public final class ColumnEditor<T> {
    private final DdlDialect ddl;
    private final SqlType<T> type;
    private ColumnDefinition column;
    private @Nullable String after;

    ColumnEditor(DdlDialect ddl, SqlType<T> type, ColumnDefinition column) {
        this.ddl = ddl;
        this.type = type;
        this.column = column;
    }

    private ColumnEditor<T> is(ColumnDefinition changed) {
        column = changed;
        return this;
    }

    /** It is never NULL. Rows that hold NULL make it fail. */
    public ColumnEditor<T> notNull() {
        return is(column.withNullable(false));
    }

    /** It can hold NULL, as a new column does. */
    public ColumnEditor<T> nullable() {
        return is(column.withNullable(true));
    }

    /** The database fills in a value where an insert leaves the column out; a new column has it in the rows that are there. */
    public ColumnEditor<T> defaultValue(T value) {
        return is(column.withDefault(ddl.literal(type, type.toColumn(value))));
    }

    /** The database fills in what an expression yields. */
    public ColumnEditor<T> defaultExpression(Expression<? extends @Nullable T> expression) {
        return is(column.withDefault(ddl.expression(ddl.text(expression))));
    }

    /** The database fills in nothing. */
    public ColumnEditor<T> noDefault() {
        return is(column.withDefault(null));
    }

    /** The database counts its values up. */
    public ColumnEditor<T> identity() {
        return is(column.withIdentity(true));
    }

    /** It always is what an expression of other columns yields. */
    public ColumnEditor<T> computedAs(Expression<? extends @Nullable T> expression) {
        return is(column.withComputed(ddl.text(expression)));
    }

    /** What is said of it, to people; null for nothing. */
    public ColumnEditor<T> comment(@Nullable String text) {
        return is(column.withComment(text));
    }

    /**
     * A new column stands after another one, on MySQL, MariaDB and H2.
     *
     * @throws dev.rowan.error.UnsupportedFeatureException when the migration is run on another database
     */
    public ColumnEditor<T> after(String other) {
        after = other;
        return this;
    }

    ColumnDefinition column() {
        return column;
    }

    @Nullable
    String place() {
        return after;
    }
}
