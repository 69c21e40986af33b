package dev.rowan.dialect.mysql;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.Aggregate;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Call;
import dev.rowan.expression.Comparison;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Functions;
import dev.rowan.expression.GroupingSets;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.Like;
import dev.rowan.expression.Literal;
import dev.rowan.expression.NestedRows;
import dev.rowan.expression.Not;
import dev.rowan.expression.Precedence;
import dev.rowan.expression.Quantified;
import dev.rowan.expression.SortKey;
import dev.rowan.expression.Windowed;
import dev.rowan.query.Assignment;
import dev.rowan.query.Conflict;
import dev.rowan.query.Insert;
import dev.rowan.query.RowQuery;
import dev.rowan.query.SetOperation;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.render.Support;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The clauses that MySQL, and MariaDB where it has not been overridden, spell differently. For one statement and one thread. */
public class MySqlRenderer extends SqlRenderer {
    private static final Identifier DERIVED = Identifier.of("d");

    private boolean readsWrittenTable;
    private boolean joinsTexts;
    private int negations;

    /** Creates a renderer that writes to a writer. */
    public MySqlRenderer(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    /** There is no {@code nulls first}; NULL is the smallest value, so a key before the key does the same. */
    @Override
    protected void sortKey(SortKey key) {
        if (key.nulls() != SortKey.Nulls.UNSPECIFIED) {
            operand(key.expression(), Precedence.ADDITIVE);
            sql().append(key.nulls() == SortKey.Nulls.FIRST ? " is null desc, " : " is null asc, ");
        }
        write(key.expression());
        sql().append(key.descending() ? " desc" : " asc");
    }

    /** The number of a column is no expression of which {@code is null} could ask. */
    @Override
    protected void sortKeyOfItem(int index, SortKey key) {
        if (key.nulls() == SortKey.Nulls.UNSPECIFIED) {
            super.sortKeyOfItem(index, key);
        } else {
            sortKey(key);
        }
    }

    /** The order of a set operation takes no expression, such as {@code is null}; that of a select around it does. */
    @Override
    public void visitSetOperation(SetOperation<?> operation) {
        if (operation.sortKeys().stream().allMatch(key -> key.nulls() == SortKey.Nulls.UNSPECIFIED)) {
            super.visitSetOperation(operation);
            return;
        }
        sql().append("select * from (");
        operands(operation);
        sql().append(") as ").append(DERIVED);
        String before = " order by ";
        for (SortKey key : operation.sortKeys()) {
            String label = operation.column(operation.indexOf(key)).label();
            if (label == null) {
                throw new InvalidQueryException(
                        "expected a name of the column that sorts NULL first or last, got none for " + key.expression()
                                + "; name it by as(\"…\")");
            }
            sql().append(before);
            if (key.nulls() != SortKey.Nulls.UNSPECIFIED) {
                sql().append(Identifier.of(label))
                        .append(key.nulls() == SortKey.Nulls.FIRST ? " is null desc, " : " is null asc, ");
            }
            sql().append(Identifier.of(label)).append(key.descending() ? " desc" : " asc");
            before = ", ";
        }
        limit(operation);
    }

    /**
     * There is no {@code offset} without {@code limit}; the manual's advice is the largest number there is. MariaDB has one,
     * but forgets the order of a subquery that has no limit.
     */
    @Override
    protected void limit(RowQuery<?> select) {
        BoundValue<Long> maxRows = select.maxRows();
        if (maxRows != null && isWithTies(select)) {
            super.limit(select);
            return;
        }
        if (maxRows != null) {
            sql().append(" limit ?", maxRows);
        } else if (select.skippedRows() > 0) {
            sql().append(" limit 18446744073709551615");
        }
        if (select.skippedRows() > 0) {
            sql().append(" offset ?", rows(select.skippedRows()));
        }
    }

    @Override
    protected void defaultValues() {
        sql().append(" () values ()");
    }

    /**
     * What is there is found by any unique key, which {@code Feature.CONFLICT_OF_ONE_KEY} guards. To do nothing is an update that
     * changes nothing, for {@code insert ignore} would ignore other errors too. A condition becomes a choice for each column.
     */
    @Override
    protected final void insertOnConflict(Insert<?, ?> insert, Conflict<?> conflict) {
        insertedValues(insert);
        nameExcluded(insert.table().excluded());
        sql().append(" on duplicate key update ");
        inScopeOf(insert.table(), () -> {
            if (conflict.updates()) {
                set(conflict.assignments().stream()
                        .map(assignment -> chosen(assignment, conflict.condition()))
                        .toList());
            } else {
                Column<?, ?> column = insert.columns().get(0);
                set(List.of(new Assignment(column, column)));
            }
        });
    }

    private static Assignment chosen(Assignment assignment, @Nullable Condition condition) {
        return condition == null
                ? assignment
                : new Assignment(assignment.column(), choice(condition, assignment.value(), assignment.column()));
    }

    @SuppressWarnings("unchecked") // both are of the column's type
    private static Expression<?> choice(Condition condition, Expression<?> value, Column<?, ?> column) {
        return Functions.when(condition, (Expression<Object>) value).otherwise((Expression<Object>) column);
    }

    /** Names the rows that are to be inserted. */
    protected void nameExcluded(Table<?> excluded) {
        sql().append(" as ").append(excluded.qualifier());
    }

    /** Error 1235 forbids a limit in a subquery, but not in a derived table within it. */
    @Override
    protected void subquery(RowQuery<?> select, boolean onlyExistence) {
        if (select.maxRows() != null || select.skippedRows() > 0) {
            sql().append(onlyExistence ? "select 1 from (" : "select * from (");
            super.subquery(select, onlyExistence);
            sql().append(") as ").append(DERIVED);
        } else {
            super.subquery(select, onlyExistence);
        }
    }

    @Override
    protected void table(Table<?> table) {
        super.table(table);
        readsWrittenTable |= isWritten(table);
    }

    /**
     * Error 1093 forbids a subquery on the written table. A derived table in its place would be read again for each row,
     * when some are written already; so the same condition finds the keys of all rows first.
     */
    @Override
    protected void whereWritten(Table<?> table, Condition condition) {
        int start = sql().length();
        super.whereWritten(table, condition);
        if (readsWrittenTable && dialect().support(Feature.READ_OF_WRITTEN_TABLE) == Support.EMULATED) {
            String keys = keys(table);
            String from = sql().nameOf(table).quoted(dialect().quotes());
            sql().insert(start, " where (" + keys + ") in (select * from (select " + keys + " from " + from);
            sql().append(") as ").append(DERIVED).append(")");
        }
    }

    private String keys(Table<?> table) {
        if (table.primaryKeyColumns().isEmpty()) {
            throw new UnsupportedFeatureException(
                    Feature.READ_OF_WRITTEN_TABLE.words() + " without a primary key (" + table + ")",
                    dialect().toString(),
                    Feature.READ_OF_WRITTEN_TABLE.alternative());
        }
        return table.primaryKeyColumns().stream()
                .map(column -> column.qualifiedName().quoted(dialect().quotes()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void visitComparison(Comparison comparison) {
        switch (comparison.operator()) {
            case DISTINCT -> {
                sql().append("not (");
                nullSafeEqual(comparison);
                sql().append(")");
            }
            case NOT_DISTINCT -> nullSafeEqual(comparison);
            default -> {
                if (negations > 0 && comparison.right() instanceof Quantified<?>) {
                    sql().append("(");
                    super.visitComparison(comparison);
                    sql().append(") = 1");
                } else {
                    super.visitComparison(comparison);
                }
            }
        }
    }

    /**
     * A negation within a negation would turn {@code any} and {@code all} into wrong ones: {@code not (not (0 > any (…)))} is
     * true for 0 and 1. As the operand of an equality they are left alone.
     */
    @Override
    public void visitNot(Not not) {
        negations++;
        super.visitNot(not);
        negations--;
    }

    private void nullSafeEqual(Comparison comparison) {
        operand(comparison.left(), Precedence.ADDITIVE);
        sql().append(" <=> ");
        operand(comparison.right(), Precedence.ADDITIVE);
    }

    /**
     * Both sides in lower case, compared as they are. Under {@code NO_BACKSLASH_ESCAPES} the driver sends a text with a quote
     * as bytes, which have no case until they are a text again.
     */
    @Override
    public void visitLike(Like like) {
        if (!like.ignoresCase()) {
            super.visitLike(like);
            return;
        }
        sql().append("lower(");
        write(like.operand());
        sql().append(like.negated() ? ") not like lower(" : ") like lower(");
        sql().append("cast(");
        write(like.pattern());
        sql().append(" as char)) collate ").append(((MySqlFamilyDialect) dialect()).binaryCollation());
        escape(like);
    }

    /** Without {@code filter}, a row that does not count gives NULL, which these aggregates leave out. */
    @Override
    protected void aggregate(Aggregate aggregate) {
        boolean ofJson = aggregate.function().equals("json_array_agg");
        joinsTexts |= ofJson;
        Aggregate values = ofJson ? Filters.nullsAsJson(aggregate) : aggregate;
        Aggregate rows = nullsInOrder(filteredByArgument(values));
        if (rows.function().equals("string_agg")) {
            stringAggregate(rows);
        } else {
            super.aggregate(rows);
        }
    }

    /** In the order of an aggregate the server takes NULL for 0, or for an empty text, unless a key before the key tells them apart. */
    private Aggregate nullsInOrder(Aggregate aggregate) {
        if (aggregate.order().isEmpty()) {
            return aggregate;
        }
        List<SortKey> order = aggregate.order().stream()
                .map(key -> key.nulls() == SortKey.Nulls.UNSPECIFIED
                                && key.expression().isNullable(source -> joinsOuter())
                        ? new SortKey(
                                key.expression(), key.descending(), dialect().nullsOf(key.descending()))
                        : key)
                .toList();
        return new Aggregate(
                aggregate.function(),
                aggregate.nullable(),
                aggregate.distinct(),
                aggregate.arguments(),
                order,
                aggregate.condition());
    }

    /** The server's own aggregate of JSON knows no order. */
    @Override
    protected void nestedRows(NestedRows nested) {
        joinTexts();
        aggregatedRows(nested);
    }

    /** What aggregates rows, like that of texts, is cut without a raised limit. */
    protected final void joinTexts() {
        joinsTexts = true;
    }

    /** {@code group_concat} knows no window. */
    @Override
    public void visitWindowed(Windowed windowed) {
        if (windowed.call() instanceof Aggregate aggregate && joinsTexts(aggregate)) {
            throw new UnsupportedFeatureException(
                    "function " + aggregate.function() + " over a window",
                    dialect().toString(),
                    "aggregate in a derived table, and join it");
        }
        super.visitWindowed(windowed);
    }

    /** Whether it is written with {@code group_concat}. */
    protected boolean joinsTexts(Aggregate aggregate) {
        return aggregate.function().equals("string_agg") || aggregate.function().equals("json_array_agg");
    }

    /** Each word is required by a {@code +} in front of it. */
    @Override
    public void visitCall(Call call) {
        if (call.function().equals("full_text_match")) {
            List<Expression<?>> arguments = new ArrayList<>(call.arguments());
            String words = String.valueOf(((BoundValue<?>) arguments.get(0)).value());
            arguments.set(0, BoundValue.of(SqlType.TEXT, "+" + words.replace(" ", " +")));
            super.visitCall(new Call(call.function(), call.nullability(), arguments));
        } else {
            super.visitCall(call);
        }
    }

    /** The separator must be a literal; one in hexadecimal needs no escapes. */
    private void stringAggregate(Aggregate aggregate) {
        joinsTexts = true;
        Object separator = ((BoundValue<?>) aggregate.arguments().get(1)).value();
        sql().append(aggregate.distinct() ? "group_concat(distinct " : "group_concat(");
        write(aggregate.arguments().get(0));
        order(aggregate.order());
        String hex = HexFormat.of().formatHex(String.valueOf(separator).getBytes(StandardCharsets.UTF_8));
        sql().append(hex.isEmpty() ? " separator ''" : " separator 0x" + hex).append(")");
    }

    /** The server would silently cut joined texts at 1,024 bytes, and end a recursion after 1,000 rounds. */
    @Override
    protected final void complete(SqlWriter statement, int start) {
        if (joinsTexts || isRecursive()) {
            raiseLimits(statement, start, joinsTexts, isRecursive());
        }
    }

    @Override
    protected final void absorb(SqlRenderer part) {
        joinsTexts |= ((MySqlRenderer) part).joinsTexts;
        readsWrittenTable |= ((MySqlRenderer) part).readsWrittenTable;
    }

    /** Writes into the statement what makes joined texts, or a recursion, as long as they come. */
    protected void raiseLimits(SqlWriter statement, int start, boolean ofTexts, boolean ofRecursion) {
        statement.insert(
                statement.endOfWord(start),
                " /*+" + (ofTexts ? " set_var(group_concat_max_len = 4294967295)" : "")
                        + (ofRecursion ? " set_var(cte_max_recursion_depth = 4294967295)" : "") + " */");
    }

    /** The driver would take a time without a type for a text, and bring the JVM's time zone into it. */
    @Override
    public void visitLiteral(Literal literal) {
        SqlType<?> type = literal.value().type();
        if (type.kind() == SqlType.Kind.TIMESTAMP || type.kind() == SqlType.Kind.INSTANT) {
            sql().append("cast(");
            visitValue(literal.value());
            sql().append(" as datetime(6))");
        } else {
            super.visitLiteral(literal);
        }
    }

    @Override
    public void visitGroupingSets(GroupingSets sets) {
        if (sets.kind() == GroupingSets.Kind.ROLLUP) {
            rollup(sets);
        } else {
            super.visitGroupingSets(sets);
        }
    }

    private void rollup(GroupingSets sets) {
        groupKeys(sets.sets().stream().map(set -> set.get(0)).toList());
        sql().append(" with rollup");
    }

    @Override
    protected String castType(SqlType<?> type) {
        return switch (type.kind()) {
            case SMALLINT, INTEGER, BIGINT, BOOLEAN -> "signed";
            case TEXT -> "char";
            case VARCHAR -> "char(" + type.size() + ")";
            case REAL, DOUBLE -> "double";
            case DECIMAL -> type.size() == 0 ? "decimal(65, 20)" : super.castType(type);
            default -> super.castType(type);
        };
    }
}
