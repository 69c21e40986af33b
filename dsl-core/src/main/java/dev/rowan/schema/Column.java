package dev.rowan.schema;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.ColumnReference;
import dev.rowan.expression.Expression;
import dev.rowan.expression.ExpressionVisitor;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.Precedence;
import dev.rowan.expression.Source;
import dev.rowan.type.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
    private SqlType<@NonNull T> type;
    private boolean nullable = true;
    private boolean primaryKey;
    private boolean unique;
    private boolean identity;
    private @Nullable Supplier<? extends Column<?, T>> references;
    private ReferenceRules referenceRules = ReferenceRules.DEFAULT;
    private @Nullable T defaultValue;
    private @Nullable Expression<? extends T> defaultExpression;
    private @Nullable Expression<? extends T> computed;
    private @Nullable String comment;
    private List<Rule<? super @NonNull T>> rules = List.of();
    private @Nullable Automatic<@NonNull T> automatic;
    private boolean hidden;
    private @Nullable UnaryOperator<String> normalizer;

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

    /**
     * Declares that the value is a key of another table, and what happens when its row goes: {@code .references(() -> USER.ID,
     * ReferenceRules.DEFAULT.onDelete(CASCADE))}.
     *
     * @param column the other column, first asked for when the table is used
     */
    public Column<R, T> references(Supplier<? extends Column<?, T>> column, ReferenceRules rules) {
        references(column);
        if (rules == null) {
            throw new IllegalArgumentException("expected rules for the reference of " + this
                    + ", got null; a static field that holds them must stand before the constant of the table");
        }
        referenceRules = rules;
        return this;
    }

    /**
     * Declares the expression that the database fills in where an insert leaves the column out: {@code
     * instant("created_at").defaultExpression(currentTimestamp())} is {@code default current_timestamp}.
     *
     * @param expression of no columns
     */
    public Column<R, T> defaultExpression(Expression<? extends T> expression) {
        requireOpen();
        defaultExpression = expression;
        return this;
    }

    /**
     * Declares that the database computes the value of each row from others of its row, and stores it: {@code
     * bigint("total").computedAs(PRICE.times(QUANTITY))}. Nothing can be written to it.
     *
     * @param expression of columns of the same table
     */
    public Column<R, T> computedAs(Expression<? extends T> expression) {
        requireOpen();
        computed = expression;
        return this;
    }

    /** Declares what the database says of the column, to people. */
    public Column<R, T> comment(String text) {
        requireOpen();
        comment = text;
        return this;
    }

    /** Declares what the database fills in where an insert leaves the column out. */
    public Column<R, T> defaultValue(@NonNull T value) {
        requireOpen();
        defaultValue = new BoundValue<>(type(), value).value(); // which copies a list
        return this;
    }

    /**
     * Declares a rule that values keep: {@code varchar("name", 200).check(length(2, 200))}. A second call adds one. A value that
     * breaks it fails with {@link dev.rowan.error.ValidationException} before anything is sent; what the database computes is not
     * checked, unless the rule says {@link Rule#asConstraint}.
     */
    public Column<R, T> check(Rule<? super @NonNull T> rule) {
        requireOpen();
        rules = Constraints.with(rules, rule);
        return this;
    }

    /**
     * Declares that the column is selected only where it is named: not by {@code select().from(USER)}, includes, nor as a
     * component of the table's record, which has none for it. It is inserted by {@code set(…)}. Violations do not show its values.
     */
    public Column<R, T> hidden() {
        requireOpen();
        hidden = true;
        return this;
    }

    void automatic(Automatic<@NonNull T> filling) {
        requireOpen();
        if (automatic != null) {
            throw new IllegalStateException("expected one way to fill " + this + ", got two; leave one out");
        }
        automatic = filling;
    }

    @SuppressWarnings("unchecked") // only texts are normalized
    void normalize(UnaryOperator<String> added) {
        requireOpen();
        UnaryOperator<String> before = normalizer;
        normalizer = before == null ? added : text -> added.apply(before.apply(text));
        SqlType<String> text = (SqlType<String>) (SqlType<?>) type;
        type = (SqlType<@NonNull T>) (SqlType<?>) text.mapped(String.class, added, stored -> stored);
    }

    void requireNotNull(String modifier) {
        if (nullable) {
            throw new IllegalStateException(
                    "expected notNull() before " + modifier + " of " + this + ", got a column that can hold NULL");
        }
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
        table.requireOpen("the modifiers of column", this);
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

    /** What values keep, in the order of declaration. */
    public final List<Rule<? super @NonNull T>> rules() {
        return rules;
    }

    /** What the constraint of a rule is called in the database that Rowan's own definition makes. */
    public final Identifier constraintName(Rule<?> rule) {
        return ConstraintNames.of(table, List.of(this), rule.name().toLowerCase(Locale.ROOT) + "_check");
    }

    /** What is written and compared in place of a value. */
    @SuppressWarnings("unchecked") // only texts are normalized
    public final @NonNull T normalized(@NonNull T value) {
        return normalizer == null ? value : (@NonNull T) normalizer.apply((String) value);
    }

    /** What Rowan writes into the column, or null. */
    public final @Nullable Automatic<@NonNull T> automatic() {
        return automatic;
    }

    /** Whether the column is selected only where it is named. */
    public final boolean isHidden() {
        return hidden;
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

    /** What happens when the row goes that this one points at. */
    public final ReferenceRules referenceRules() {
        return referenceRules;
    }

    /** The expression that the database fills in, or null. */
    public final @Nullable Expression<?> defaultExpression() {
        return defaultExpression;
    }

    /** The expression that the value always is, or null. */
    public final @Nullable Expression<?> computed() {
        return computed;
    }

    /** Whether the database fills in a value where an insert leaves the column out. */
    public final boolean isFilledByDatabase() {
        return identity || defaultValue != null || defaultExpression != null || computed != null;
    }

    /** What the database says of the column, or null. */
    public final @Nullable String comment() {
        return comment;
    }

    /** What the foreign key constraint is called in the database that Rowan's own definition makes, if there is one. */
    public final Identifier foreignKeyName() {
        return ConstraintNames.of(table, List.of(this), "fkey");
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
