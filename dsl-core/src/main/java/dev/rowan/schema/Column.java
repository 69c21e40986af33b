package dev.rowan.schema;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.ColumnReference;
import dev.rowan.expression.ExpressionVisitor;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.Precedence;
import dev.rowan.expression.Source;
import dev.rowan.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table. Its modifiers, such as {@link #notNull}, belong to the declaration: on a table that a query has
 * used they throw {@link IllegalStateException}. Compared by identity.
 *
 * @param <R> the record of the table's rows
 * @param <T> the Java type of a value; nullable unless the column is not null
 */
public abstract sealed class Column<R, T extends @Nullable Object> implements ColumnReference<T>, ForeignKey<R>
        permits NumberColumn,
                TextColumn,
                BooleanColumn,
                EnumColumn,
                TemporalColumn,
                JsonColumn,
                ArrayColumn,
                PlainColumn {
    private final Table<R> table;
    private final Identifier name;
    private final Identifier qualifiedName;
    private final SqlType<@NonNull T> type;
    private boolean nullable = true;
    private boolean primaryKey;
    private boolean unique;
    private boolean identity;
    private @Nullable Supplier<? extends Column<?, T>> references;
    private @Nullable T defaultValue;

    @SuppressWarnings("unchecked") // only the nullness differs
    Column(Table<R> table, String name, SqlType<?> type) {
        this.table = table;
        this.name = Identifier.of(name);
        this.qualifiedName = this.name.in(table.qualifier());
        this.type = (SqlType<@NonNull T>) type;
    }

    /** Declares that the column is never NULL. */
    public Column<R, @NonNull T> notNull() {
        requireOpen();
        nullable = false;
        return this;
    }

    /** Declares that the column is the primary key, or a part of it; it is then not null. */
    public Column<R, @NonNull T> primaryKey() {
        requireOpen();
        nullable = false;
        primaryKey = true;
        return this;
    }

    /** Declares that no two rows hold the same value. */
    public Column<R, T> unique() {
        requireOpen();
        unique = true;
        return this;
    }

    /**
     * Declares that the value is a key of another table: {@code .references(() -> USER.ID)}.
     *
     * @param column the other column, first asked for when the table is used
     */
    public Column<R, T> references(Supplier<? extends Column<?, T>> column) {
        requireOpen();
        references = column;
        return this;
    }

    /** Declares what the database fills in where an insert leaves the column out. */
    public Column<R, T> defaultValue(@NonNull T value) {
        requireOpen();
        defaultValue = new BoundValue<>(type(), value).value(); // which copies a list
        return this;
    }

    /** Whatever was declared: for the columns of a table whose row may be missing. */
    void setNullable() {
        nullable = true;
    }

    void setIdentity() {
        requireOpen();
        identity = true;
    }

    private void requireOpen() {
        table.requireOpen("the modifiers of column " + this);
    }

    @Override
    public final List<Column<R, ?>> foreignKeyColumns() {
        return List.of(this);
    }

    /** The table, or the alias, that the column belongs to. */
    public final Table<R> table() {
        return table;
    }

    @Override
    public final Source source() {
        return table;
    }

    @Override
    public final Identifier name() {
        return name;
    }

    @Override
    public final Identifier qualifiedName() {
        return qualifiedName;
    }

    @Override
    public final String label() {
        return name.name();
    }

    @Override
    public final SqlType<@NonNull T> type() {
        return type;
    }

    /** Whether the column is declared to hold NULL. */
    public final boolean isNullable() {
        return nullable;
    }

    @Override
    public final boolean isNullable(Predicate<? super Source> outerJoined) {
        return nullable || outerJoined.test(table);
    }

    /** Whether the column is the primary key, or a part of it. */
    public final boolean isPrimaryKey() {
        return primaryKey;
    }

    /** Whether no two rows hold the same value, the primary key apart. */
    public final boolean isUnique() {
        return unique;
    }

    /** Whether the database generates the value. */
    public final boolean isIdentity() {
        return identity;
    }

    /** The column whose key this one holds. */
    public final Optional<Column<?, T>> references() {
        return references == null ? Optional.empty() : Optional.of(references.get());
    }

    /** What the database fills in. */
    public final Optional<@NonNull T> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    @Override
    public final void accept(ExpressionVisitor visitor) {
        visitor.visitColumn(this);
    }

    @Override
    public final Precedence precedence() {
        return Precedence.PRIMARY;
    }

    /** The qualified name, as an error shows it. */
    @Override
    public final String toString() {
        return table.rows() instanceof PathRows path ? path + "." + name.name() : qualifiedName.toString();
    }
}
