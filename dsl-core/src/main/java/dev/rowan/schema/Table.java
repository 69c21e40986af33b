package dev.rowan.schema;

import dev.rowan.expression.ArrayExpression;
import dev.rowan.expression.BooleanExpression;
import dev.rowan.expression.Comparison;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.JsonExpression;
import dev.rowan.expression.NumberExpression;
import dev.rowan.expression.Setting;
import dev.rowan.expression.SortKey;
import dev.rowan.expression.Source;
import dev.rowan.expression.TemporalExpression;
import dev.rowan.expression.TextExpression;
import dev.rowan.type.Json;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table, or an alias of one. Users extend it, with a field for each column:
 *
 * <pre>{@code
 * public final class Users extends Table<User> {
 *     public static final Users USER = new Users(TableName.of("users"));
 *
 *     public final NumberColumn<User, Long> ID = bigint("id").identity().primaryKey();
 *     public final TextColumn<User, String> NAME = varchar("name", 100).notNull();
 *     public final PrimaryKey<User, Long> KEY = primaryKey(ID);
 *
 *     private Users(TableName name) {
 *         super(name, User.class, Users::new);
 *     }
 * }
 * record User(long id, String name) {}
 * }</pre>
 *
 * Columns are nullable unless they say {@code notNull()} or {@code primaryKey()}. The first
 * {@code select()}, insert or {@code create table} of the table closes its declaration. Tables are compared by identity.
 *
 * @param <R> the record of a row
 */
public abstract class Table<R> implements Source {
    private final TableName name;
    private final Class<R> rowType;
    private final Function<TableName, ? extends Table<R>> factory;
    private final Identifier identifier;
    private final Identifier qualifier;
    private final List<Column<R, ?>> columns = new ArrayList<>();
    private final List<Association<R, ?, ?>> associations = new ArrayList<>();
    private final Constraints<R> constraints = new Constraints<>(this);
    private List<DefaultFilter> filters = List.of();
    private @Nullable String comment;
    private @Nullable TemporalColumn<R, ?> deletedAt;
    private @Nullable Setting<?> partition;
    private Rows rows; // set again only before an alias is handed out
    private volatile boolean closed;
    private final AtomicReference<@Nullable Table<R>> excluded = new AtomicReference<>(); // one, for equal statements
    private @Nullable Object memo; // racy: any thread may remember the same thing again

    /**
     * Creates a table.
     *
     * @param factory the very constructor that calls this one, by which aliases are made
     */
    protected Table(TableName name, Class<R> rowType, Function<TableName, ? extends Table<R>> factory) {
        this(name, rowType, factory, Rows.STORED);
    }

    /**
     * Creates a table whose rows are computed.
     *
     * @param factory the very constructor that calls this one, by which aliases are made
     */
    protected Table(TableName name, Class<R> rowType, Function<TableName, ? extends Table<R>> factory, Rows rows) {
        this.name = name;
        this.rowType = rowType;
        this.rows = rows;
        this.factory = factory;
        Identifier own = Identifier.of(name.name());
        this.identifier = name.identifier();
        this.qualifier = name.alias() == null ? own : Identifier.of(name.alias());
    }

    /**
     * The same table under another name, with columns of its own, for a self-join:
     * {@code Users boss = alias(USER, "boss")} is {@code users as boss}.
     */
    @SuppressWarnings("unchecked") // the factory is the constructor of S
    public static <S extends Table<?>> S alias(S table, String alias) {
        Table<?> aliased = ((Table<?>) table).factory.apply(table.tableName().as(alias));
        if (aliased.getClass() != table.getClass()) {
            throw new IllegalArgumentException(
                    "expected the factory of " + table.getClass().getSimpleName()
                            + " to be its own constructor, got one that makes a "
                            + aliased.getClass().getSimpleName()
                            + "; give " + table.getClass().getSimpleName() + "::new to super(…)");
        }
        return (S) aliased;
    }

    /** A table of the same columns whose rows are computed. Only for the query room. */
    public static <S extends Table<?>> S computed(S table, String alias, Rows rows) {
        S computed = alias(table, alias);
        ((Table<?>) computed).rows = rows;
        return computed;
    }

    /** The rows that an insert could not insert, as a table of the same columns, always the same one. Only for the query room. */
    public final Table<R> excluded() {
        Table<R> known = excluded.get();
        if (known != null) {
            return known;
        }
        excluded.compareAndSet(null, computed(this, "excluded", Rows.EXCLUDED));
        return Objects.requireNonNull(excluded.get());
    }

    /** What the table is called. */
    public final TableName tableName() {
        return name;
    }

    /** The record of a row. */
    public final Class<R> rowType() {
        return rowType;
    }

    /** The name in the database, qualified by the schema if there is one; never the alias. */
    public final Identifier identifier() {
        return identifier;
    }

    @Override
    public final Identifier qualifier() {
        return qualifier;
    }

    /** Whether this is an alias of another table. */
    public final boolean isAlias() {
        return name.alias() != null;
    }

    /** Where its rows come from: {@link Rows#STORED} unless the query says how they are computed. */
    public final Rows rows() {
        return rows;
    }

    /** The columns, in the order of their declaration. */
    public final List<Column<R, ?>> columns() {
        closed = true;
        return Collections.unmodifiableList(columns);
    }

    /** The columns that its record has: all but the hidden ones. */
    public final List<Column<R, ?>> visibleColumns() {
        return columns().stream().filter(column -> !column.isHidden()).toList();
    }

    /** The conditions that hold of its rows by default. */
    public final List<DefaultFilter> filters() {
        return filters;
    }

    /** When a row was deleted, or null where rows are deleted for good. */
    public final @Nullable TemporalColumn<R, ?> deletedAt() {
        return deletedAt;
    }

    /** What says which part of the rows a statement sees, or null where it sees all. */
    public final @Nullable Setting<?> partition() {
        return partition;
    }

    /**
     * What holds of the rows that a statement reads.
     *
     * @param unfiltered the names of the filters that it has switched off
     * @return null for nothing, as of rows that a query computes
     */
    public final @Nullable Condition filter(Set<String> unfiltered) {
        if (filters.isEmpty() || !rows.areStored()) {
            return null;
        }
        Condition all = null;
        for (DefaultFilter filter : filters) {
            if (!unfiltered.contains(filter.name())) {
                all = all == null ? filter.condition() : all.and(filter.condition());
            }
        }
        return all;
    }

    /** The names of the filters that hide rows whose unique keys are taken all the same. */
    public final Set<String> concealing() {
        return filters.stream()
                .filter(DefaultFilter::hidesReferred)
                .map(DefaultFilter::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether there may be rows that others point at, and that a statement does not see. */
    final boolean hidesReferred(Set<String> unfiltered) {
        return filters.stream().anyMatch(filter -> filter.hidesReferred() && !unfiltered.contains(filter.name()));
    }

    /** The associations, in the order of their declaration. */
    public final List<Association<R, ?, ?>> associations() {
        closed = true;
        return Collections.unmodifiableList(associations);
    }

    /** The association of a name, of which there is one. */
    final Association<R, ?, ?> association(String associationName) {
        return associations().stream()
                .filter(known -> known.name().equals(associationName))
                .findFirst()
                .orElseThrow();
    }

    /** The columns of the primary key; empty if there is none. */
    public final List<Column<R, ?>> primaryKeyColumns() {
        return columns().stream().filter(Column::isPrimaryKey).toList();
    }

    /** What the constraint of the primary key is called, whatever the database calls it. */
    public final Identifier primaryKeyName() {
        return ConstraintNames.of(this, List.of(), "pkey");
    }

    /** The unique keys beside the primary key: those that are declared as such, and those of columns that say {@code unique()}. */
    public final List<UniqueKey<R>> uniqueKeys() {
        return constraints.uniqueKeys();
    }

    /** The foreign keys: those of columns that say {@code references(…)}, and those of several columns. */
    public final List<Reference> references() {
        return constraints.references();
    }

    /** The conditions that each row keeps, beside the rules of columns. */
    public final List<TableCheck> checks() {
        return constraints.checks();
    }

    /** The indexes beside those of its keys. */
    public final List<Index<R>> indexes() {
        closed = true;
        return constraints.indexes();
    }

    /** What the database says of the table, or null. */
    public final @Nullable String comment() {
        return comment;
    }

    /** What the query room has remembered about this table, or null. Of no use to others. */
    public final @Nullable Object memo() {
        return memo;
    }

    /** Remembers an immutable object, in place of what was remembered before. Only for the query room. */
    public final void remember(Object newMemo) {
        memo = newMemo;
    }

    /** @param named joined to a message only if there is one, for tables are made with queries too */
    final void requireOpen(String what, Object named) {
        if (closed) {
            throw new IllegalStateException("expected " + what + " " + named
                    + " in the declaration of its table, got one after the table was used");
        }
    }

    /**
     * Declares a column that holds what an expression yields, and is of the kind of the expression: for tables whose rows a
     * query computes.
     *
     * @param nullable whether it can be NULL
     */
    protected final Column<R, ?> columnOf(String columnName, Expression<?> expression, boolean nullable) {
        SqlType<?> type = expression.type();
        Column<R, ?> column;
        if (expression instanceof NumberExpression<?>) {
            column = new NumberColumn<>(this, columnName, type);
        } else if (expression instanceof TextExpression<?>) {
            column = new TextColumn<>(this, columnName, type);
        } else if (expression instanceof TemporalExpression<?>) {
            column = new TemporalColumn<>(this, columnName, type);
        } else if (expression instanceof BooleanExpression<?>) {
            column = new BooleanColumn<>(this, columnName);
        } else if (expression instanceof JsonExpression<?>) {
            column = new JsonColumn<>(this, columnName, type);
        } else if (expression instanceof ArrayExpression<?>) {
            column = new ArrayColumn<>(this, columnName, type);
        } else if (type.javaType().isEnum()) {
            column = new EnumColumn<>(this, columnName, type);
        } else {
            column = new PlainColumn<>(this, columnName, type);
        }
        add(column);
        return nullable ? column : column.notNull();
    }

    /** Declares a column of any type, also a {@linkplain SqlType#mapped mapped} one. */
    protected final <T> PlainColumn<R, @Nullable T> column(String columnName, SqlType<T> type) {
        return add(new PlainColumn<>(this, columnName, type));
    }

    /** Declares a {@code smallint}. */
    protected final NumberColumn<R, @Nullable Short> smallint(String columnName) {
        return add(new NumberColumn<>(this, columnName, SqlType.SMALLINT));
    }

    /** Declares an {@code integer}. */
    protected final NumberColumn<R, @Nullable Integer> integer(String columnName) {
        return add(new NumberColumn<>(this, columnName, SqlType.INTEGER));
    }

    /** Declares a {@code bigint}. */
    protected final NumberColumn<R, @Nullable Long> bigint(String columnName) {
        return add(new NumberColumn<>(this, columnName, SqlType.BIGINT));
    }

    /** Declares a {@code real}. */
    protected final NumberColumn<R, @Nullable Float> real(String columnName) {
        return add(new NumberColumn<>(this, columnName, SqlType.REAL));
    }

    /** Declares a {@code double precision}. */
    protected final NumberColumn<R, @Nullable Double> doublePrecision(String columnName) {
        return add(new NumberColumn<>(this, columnName, SqlType.DOUBLE));
    }

    /** Declares a {@code decimal(precision, scale)}. */
    protected final NumberColumn<R, @Nullable BigDecimal> decimal(String columnName, int precision, int scale) {
        return add(new NumberColumn<>(this, columnName, SqlType.decimal(precision, scale)));
    }

    /** Declares a {@code varchar(length)}; the length counts characters. */
    protected final TextColumn<R, @Nullable String> varchar(String columnName, int length) {
        return add(new TextColumn<>(this, columnName, SqlType.varchar(length)));
    }

    /** Declares a text without a limit. */
    protected final TextColumn<R, @Nullable String> text(String columnName) {
        return add(new TextColumn<>(this, columnName, SqlType.TEXT));
    }

    /** Declares a {@code boolean}. */
    protected final BooleanColumn<R, @Nullable Boolean> bool(String columnName) {
        return add(new BooleanColumn<>(this, columnName));
    }

    /** Declares an enum, stored as the name of its constant. */
    protected final <T extends Enum<T>> EnumColumn<R, @Nullable T> enumeration(String columnName, Class<T> enumType) {
        return add(new EnumColumn<>(this, columnName, SqlType.enumeration(enumType)));
    }

    /** Declares a {@code date}. */
    protected final TemporalColumn<R, @Nullable LocalDate> date(String columnName) {
        return add(new TemporalColumn<>(this, columnName, SqlType.DATE));
    }

    /** Declares a {@code time} with microseconds. */
    protected final TemporalColumn<R, @Nullable LocalTime> time(String columnName) {
        return add(new TemporalColumn<>(this, columnName, SqlType.TIME));
    }

    /** Declares a {@code timestamp} with microseconds and without a zone. */
    protected final TemporalColumn<R, @Nullable LocalDateTime> timestamp(String columnName) {
        return add(new TemporalColumn<>(this, columnName, SqlType.TIMESTAMP));
    }

    /** Declares a point on the time line, with microseconds. */
    protected final TemporalColumn<R, @Nullable Instant> instant(String columnName) {
        return add(new TemporalColumn<>(this, columnName, SqlType.INSTANT));
    }

    /** Declares a {@code uuid}. */
    protected final PlainColumn<R, @Nullable UUID> uuid(String columnName) {
        return add(new PlainColumn<>(this, columnName, SqlType.UUID));
    }

    /** Declares a column of bytes. */
    protected final PlainColumn<R, byte @Nullable []> binary(String columnName) {
        return add(new PlainColumn<>(this, columnName, SqlType.BINARY));
    }

    /** Declares a column of JSON, in the type that the database keeps it in: {@code jsonb} on PostgreSQL, text on SQLite. */
    protected final JsonColumn<R, @Nullable Json> json(String columnName) {
        return add(new JsonColumn<>(this, columnName, SqlType.JSON));
    }

    /** Declares a column of arrays, {@code array("tags", SqlType.TEXT)}, for databases that have them. */
    protected final <E> ArrayColumn<R, E> array(String columnName, SqlType<E> element) {
        return add(new ArrayColumn<>(this, columnName, SqlType.array(element)));
    }

    private <C extends Column<R, ?>> C add(C column) {
        columns.add(column);
        return column;
    }

    /**
     * Names the primary key, for {@code db.find(USER.KEY, 42)}.
     *
     * @throws IllegalArgumentException if the column does not say {@code primaryKey()}
     */
    protected final <K> PrimaryKey<R, K> primaryKey(Column<R, K> column) {
        return new PrimaryKey<>(this, column);
    }

    /**
     * Names a primary key of several columns, for {@code onConflict}.
     *
     * @throws IllegalArgumentException if these are not the columns that say {@code primaryKey()}
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    protected final UniqueKey<R> primaryKey(Column<R, ?> first, Column<R, ?> second, Column<R, ?>... rest) {
        List<Column<R, ?>> all = listed(List.of(first, second), rest);
        List<Column<R, ?>> declared =
                columns.stream().filter(Column::isPrimaryKey).toList();
        if (!new HashSet<>(declared).equals(new HashSet<>(all))) {
            throw new IllegalArgumentException(
                    "expected all columns of " + this + " that say primaryKey(), " + declared + ", got " + all);
        }
        return new UniqueKey<>(this, primaryKeyName(), all);
    }

    /** Declares that no two rows hold the same values in these columns: {@code uniqueKey(EMAIL)} is {@code users_email_key}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    protected final UniqueKey<R> uniqueKey(Column<R, ?> first, Column<R, ?>... rest) {
        List<Column<R, ?>> all = listed(List.of(first), rest);
        return constraints.add(new UniqueKey<>(this, ConstraintNames.of(this, all, "key"), all));
    }

    /** As {@link #uniqueKey(Column, Column[])}, under a name of one's own. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    protected final UniqueKey<R> uniqueKey(String constraintName, Column<R, ?> first, Column<R, ?>... rest) {
        List<Column<R, ?>> all = listed(List.of(first), rest);
        return constraints.add(new UniqueKey<>(this, Identifier.of(constraintName), all));
    }

    /**
     * Declares an index: {@code index("orders_status_idx", STATUS.asc(), ID.desc())} is {@code create index orders_status_idx on
     * orders (status, id desc)}.
     *
     * @param indexName the same for no other index of its schema
     */
    protected final Index<R> index(String indexName, SortKey first, SortKey... rest) {
        return constraints.add(new Index<>(this, indexName, listed(List.of(first), rest)));
    }

    /** Declares a condition of columns of this table that the database holds each row to: a CHECK constraint. */
    protected final TableCheck check(String constraintName, Condition condition) {
        return constraints.add(new TableCheck(Identifier.of(constraintName), condition));
    }

    /**
     * Declares that several columns together are a key of another table, as a constraint of the database.
     *
     * <pre>{@code ForeignKey<Part> LINE = references("parts_line_fkey", foreignKey(ORDER_ID, NUMBER), () -> LINE.KEY, DEFAULT);}</pre>
     *
     * @param target the primary key or a unique key of the other table, first asked for when the table is used
     */
    protected final ForeignKey<R> references(
            String constraintName,
            ForeignKey<R> foreignKey,
            Supplier<? extends UniqueKey<?>> target,
            ReferenceRules rules) {
        constraints.add(
                constraintName,
                () -> new Reference(
                        Identifier.of(constraintName),
                        foreignKey.foreignKeyColumns(),
                        target.get().columns(),
                        rules));
        return foreignKey;
    }

    /** Declares what the database says of the table, to people. */
    protected final void comment(String text) {
        requireOpen("comment of", this);
        comment = text;
    }

    private static <E> List<E> listed(List<E> first, E[] rest) {
        return Stream.concat(first.stream(), Arrays.stream(rest)).toList();
    }

    /**
     * Declares a condition that holds of the table wherever it is read or changed, see {@link DefaultFilter}.
     *
     * @param filterName the same for no other filter of the table
     * @param condition of columns of this table; asked when a query uses it
     */
    protected final DefaultFilter filter(String filterName, Supplier<Condition> condition) {
        return add(new DefaultFilter(filterName, condition, true));
    }

    /**
     * Declares that rows are deleted by noting when, in a column that is NULL until then:
     *
     * <pre>{@code
     * public final TemporalColumn<User, @Nullable Instant> DELETED_AT = instant("deleted_at");
     * public final DefaultFilter LIVE = softDelete(DELETED_AT);
     *
     * select().from(USER)                     // … where deleted_at is null
     * deleteFrom(USER).where(USER.ID.eq(1))   // update users set deleted_at = ? where id = ? and deleted_at is null
     * }</pre>
     *
     * {@code select().from(USER).withDeleted()} sees them, {@code restore(USER).where(…)} brings them back, and {@code
     * hardDeleteFrom(USER).where(…)} deletes for good. An association to such rows may lead to none.
     *
     * @throws IllegalArgumentException if the column is not null
     */
    protected final DefaultFilter softDelete(TemporalColumn<R, ?> column) {
        if (!column.isNullable()) {
            throw new IllegalArgumentException(
                    "expected a column that is NULL while a row is not deleted, got " + column);
        }
        deletedAt = column;
        return add(new DefaultFilter(DefaultFilter.SOFT_DELETE, column::isNull, true));
    }

    /**
     * Declares that the rows belong to parts, of which a statement sees and writes one: that of a setting.
     *
     * <pre>{@code
     * public final NumberColumn<Order, Long> TENANT_ID = bigint("tenant_id").notNull();
     * public final DefaultFilter TENANTS = partition(TENANT_ID, TENANT);
     *
     * db.with(TENANT, 7L).fetch(select().from(ORDER))            // … where tenant_id = ?
     * db.with(TENANT, 7L).execute(insertInto(ORDER).row(order))  // tenant_id becomes 7, or it fails where the record has another
     * }</pre>
     *
     * Without a value of the setting nothing is sent. Rows of one part point at rows of the same part only.
     */
    protected final <T> DefaultFilter partition(Column<R, T> column, Setting<T> setting) {
        if (partition != null) {
            throw new IllegalStateException("expected one partition of " + this + ", got a second by " + setting
                    + "; declare a filter(…) beside it");
        }
        column.automatic(new Automatic.Partition<>(setting));
        partition = setting;
        return add(new DefaultFilter(
                DefaultFilter.partitionBy(setting),
                () -> new Comparison(column, Comparison.Operator.EQUAL, setting),
                false));
    }

    private DefaultFilter add(DefaultFilter filter) {
        requireOpen("filter", filter);
        if (filters.stream().anyMatch(known -> known.name().equals(filter.name()))) {
            throw new IllegalArgumentException("expected filters of different names, got " + filter + " twice");
        }
        filters = Constraints.with(filters, filter);
        return filter;
    }

    /** Several columns that point at one row of another table together: {@code foreignKey(ORDER_ID, LINE_NUMBER)}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    protected final ForeignKey<R> foreignKey(Column<R, ?> first, Column<R, ?>... rest) {
        return new ColumnGroup<>(listed(List.of(first), rest));
    }

    /**
     * Declares that rows of another table point at this one:
     *
     * <pre>{@code ToMany<Order, LineItem, LineItems> LINE_ITEMS = hasMany("lineItems", () -> LINE_ITEM, i -> i.ORDER_ID);}</pre>
     *
     * @param associationName the name of the record's component
     * @param target the other table, first asked for when a query uses the association
     * @param foreignKey what of the other table points here: a column, several, or the {@code belongsTo} that this is the
     *     inverse of
     */
    protected final <C, S extends Table<C>> ToMany<R, C, S> hasMany(
            String associationName, Supplier<S> target, Function<? super S, ? extends ForeignKey<C>> foreignKey) {
        return add(ToMany.direct(this, associationName, target, foreignKey));
    }

    /**
     * Declares that at most one row of another table points at this one:
     *
     * <pre>{@code ToOne<User, Profile, Profiles> PROFILE = hasOne("profile", () -> PROFILE, p -> p.USER_ID);}</pre>
     *
     * @param associationName the name of the record's component
     * @param target the other table, first asked for when a query uses the association
     * @param foreignKey what of the other table points here: a column, several, or the {@code belongsTo} that this is the
     *     inverse of
     */
    protected final <C, S extends Table<C>> ToOne<R, C, S> hasOne(
            String associationName, Supplier<S> target, Function<? super S, ? extends ForeignKey<C>> foreignKey) {
        return add(new ToOne<>(this, associationName, target, foreignKey));
    }

    /**
     * Declares that a row of this table points at one of another:
     *
     * <pre>{@code ToOne<Order, User, Users> CUSTOMER = belongsTo("customer", USER_ID, () -> USER);}</pre>
     *
     * @param associationName the name of the record's component
     * @param foreignKey this table's column that points there, or {@link #foreignKey several}
     * @param target the other table, first asked for when a query uses the association
     */
    protected final <C, S extends Table<C>> ToOne<R, C, S> belongsTo(
            String associationName, ForeignKey<R> foreignKey, Supplier<S> target) {
        return add(new ToOne<>(this, associationName, foreignKey, target));
    }

    /**
     * Declares that rows of a table in between connect rows of this one with those of another:
     *
     * <pre>{@code ToMany<Order, Tag, Tags> TAGS = manyToMany("tags", () -> ORDER_TAG, link -> link.ORDER, link -> link.TAG);}</pre>
     *
     * The columns of the table in between are read through an association to it: {@code hasMany("tagLinks", () -> ORDER_TAG, link ->
     * link.ORDER)}.
     *
     * @param associationName the name of the record's component
     * @param through the table in between, first asked for when a query uses the association
     * @param back its {@code belongsTo} that leads to this table
     * @param on its {@code belongsTo} that leads to the other
     */
    protected final <L, T extends Table<L>, C, S extends Table<C>> ToMany<R, C, S> manyToMany(
            String associationName,
            Supplier<T> through,
            Function<? super T, ToOne<L, R, ?>> back,
            Function<? super T, ToOne<L, C, S>> on) {
        return add(ToMany.through(this, associationName, through, back, on));
    }

    private <A extends Association<R, ?, ?>> A add(A association) {
        if (associations.stream().anyMatch(known -> known.name().equals(association.name()))) {
            throw new IllegalArgumentException(
                    "expected associations of different names, got " + association + " twice");
        }
        associations.add(association);
        return association;
    }

    /** The name of the table, as an error shows it. */
    @Override
    public final String toString() {
        return name.toString();
    }
}
