package dev.rowan.dialect.sqlserver;

import dev.rowan.expression.Between;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Cast;
import dev.rowan.expression.ColumnReference;
import dev.rowan.expression.Comparison;
import dev.rowan.expression.Condition;
import dev.rowan.expression.ConditionValue;
import dev.rowan.expression.Expression;
import dev.rowan.expression.ExpressionNode;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.InSubquery;
import dev.rowan.expression.Like;
import dev.rowan.expression.Named;
import dev.rowan.expression.Precedence;
import dev.rowan.expression.RowValue;
import dev.rowan.expression.Selectable;
import dev.rowan.query.CommonTable;
import dev.rowan.query.Conflict;
import dev.rowan.query.CreateTableAs;
import dev.rowan.query.Delete;
import dev.rowan.query.Insert;
import dev.rowan.query.InsertSelect;
import dev.rowan.query.Returning;
import dev.rowan.query.RowQuery;
import dev.rowan.render.Dialect;
import dev.rowan.render.MergeParts;
import dev.rowan.render.SqlWriter;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import dev.rowan.type.SqlType.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The clauses of conditions and writes that SQL Server spells differently. */
final class SqlServerRenderer extends SqlServerQueries {
    private static final int MOST_ROWS_OF_VALUES = 1_000;
    private static final Identifier ROW = Identifier.of("rowan_row");
    private static final String WRITTEN = "@written";

    private @Nullable Returning<?> returning;
    private @Nullable Table<?> identities; // into whose counted column the statement writes
    private boolean inOutput;
    private boolean merges;

    SqlServerRenderer(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    /** A truth value is a bit, which is no condition by itself. */
    @Override
    protected void condition(ExpressionNode condition, Precedence loosest) {
        ExpressionNode within = ConditionValue.within(condition);
        if (within != null) {
            condition(within, loosest);
        } else if (condition instanceof Expression<?>) {
            boolean enclosed = Precedence.COMPARISON.compareTo(loosest) < 0;
            sql().append(enclosed ? "(" : "");
            operand(condition, Precedence.ADDITIVE);
            sql().append(enclosed ? " = 1)" : " = 1");
        } else {
            super.condition(condition, loosest);
        }
    }

    /** A condition is no value; where it is unknown, the value is NULL. */
    @Override
    public void visitConditionValue(ConditionValue value) {
        sql().append("cast(case when ");
        condition(value.condition(), Precedence.OR);
        if (value.isNullable(source -> joinsOuter())) {
            sql().append(" then 1 when not ");
            condition(value.condition(), Precedence.PRIMARY);
            sql().append(" then 0 end as bit)");
        } else {
            sql().append(" then 1 else 0 end as bit)");
        }
    }

    /** A bracket begins a set of characters. */
    @Override
    public void visitLike(Like like) {
        sql().append(like.ignoresCase() ? "lower(" : "");
        operand(like.operand(), Precedence.ADDITIVE);
        sql().append(like.ignoresCase() ? ")" : "")
                .append(like.negated() ? " not like " : " like ")
                .append(like.ignoresCase() ? "lower(" : "");
        boolean escapes = pattern(like);
        sql().append(like.ignoresCase() ? ")" : "").append(escapes ? " escape N'" + Like.ESCAPE + "'" : "");
    }

    /** Writes the pattern; tells whether it escapes characters. */
    private boolean pattern(Like like) {
        if (!(like.pattern() instanceof BoundValue<?> pattern) || !(pattern.value() instanceof String text)) {
            sql().append("replace(");
            write(like.pattern());
            sql().append(", N'[', N'[[]')");
            return like.escaped();
        }
        boolean escapes = like.escaped() || text.indexOf('[') >= 0;
        String own = like.escaped() || !escapes ? text : text.replace("!", "!!");
        visitValue(new BoundValue<>(SqlType.TEXT, own.replace("[", "![")));
        return escapes;
    }

    /** UUIDs are in order of their last bytes first; those of their texts is that of the other databases. */
    @Override
    public void visitComparison(Comparison comparison) {
        boolean ordered = switch (comparison.operator()) {
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
            default -> false;
        };
        if (!ordered || !isUuid(comparison.left()) || !(comparison.right() instanceof Expression<?>)) {
            super.visitComparison(comparison);
            return;
        }
        uuidText(comparison.left());
        sql().append(
                        switch (comparison.operator()) {
                            case LESS -> " < ";
                            case LESS_OR_EQUAL -> " <= ";
                            case GREATER -> " > ";
                            default -> " >= ";
                        });
        uuidText(comparison.right());
    }

    @Override
    public void visitBetween(Between between) {
        if (!isUuid(between.operand())) {
            super.visitBetween(between);
            return;
        }
        uuidText(between.operand());
        sql().append(" between ");
        uuidText(between.low());
        sql().append(" and ");
        uuidText(between.high());
    }

    private static boolean isUuid(ExpressionNode node) {
        return node instanceof Expression<?> expression && expression.type().kind() == Kind.UUID;
    }

    /** A row value is looked for part by part; where one may be NULL, a row that may be equal makes the condition unknown. */
    @Override
    public void visitInSubquery(InSubquery in) {
        if (!(in.operand() instanceof RowValue<?> row)) {
            super.visitInSubquery(in);
            return;
        }
        boolean nullable = in.isNullable(source -> joinsOuter());
        sql().append(in.negated() ? "not (" : "(");
        existsEqual(row, in, "");
        if (nullable) {
            sql().append(" or ");
            existsEqual(row, in, " is null");
            sql().append(" and 1 = null");
        }
        sql().append(")");
    }

    private void existsEqual(RowValue<?> row, InSubquery in, String orElse) {
        List<Identifier> names = IntStream.rangeClosed(1, row.parts().size())
                .mapToObj(i -> Identifier.of("c" + i).in(ROW))
                .toList();
        sql().append("exists (select 1 from (");
        nested(in.subquery(), false);
        sql().append(") as ").append(ROW);
        columnList(names.stream().map(name -> Identifier.of(name.name())).toList());
        String before = " where ";
        for (int i = 0; i < names.size(); i++) {
            Expression<?> part = row.parts().get(i);
            sql().append(before).append(orElse.isEmpty() ? "" : "(");
            sql().append(names.get(i)).append(" = ");
            operand(part, Precedence.ADDITIVE);
            if (!orElse.isEmpty()) {
                sql().append(" or ").append(names.get(i)).append(orElse).append(" or ");
                operand(part, Precedence.ADDITIVE);
                sql().append(orElse).append(")");
            }
            before = " and ";
        }
        sql().append(")");
    }

    /** Numbers and truth values become the texts that they are on other databases. */
    @Override
    public void visitCast(Cast cast) {
        boolean toText = cast.type().kind() == SqlType.Kind.TEXT || cast.type().kind() == SqlType.Kind.VARCHAR;
        SqlType.Kind from = cast.operand().type().kind();
        String around = !toText
                ? ""
                : switch (from) {
                    case REAL, DOUBLE -> "convert(nvarchar(max), {0}, 3)";
                    case UUID -> "lower(cast({0} as nvarchar(36)))";
                    case BOOLEAN -> "case {0} when 1 then N'true' when 0 then N'false' end";
                    default -> "";
                };
        if (around.isEmpty()) {
            super.visitCast(cast);
            return;
        }
        int hole = around.indexOf("{0}");
        sql().append(around.substring(0, hole));
        operand(cast.operand(), Precedence.PRIMARY);
        sql().append(around.substring(hole + 3));
    }

    @Override
    protected String castType(SqlType<?> type) {
        return switch (type.kind()) {
            case TEXT -> "nvarchar(max)";
            case VARCHAR -> SqlServerDdl.varchar(type);
            case DECIMAL -> super.castType(type);
            default -> SqlServerDdl.withoutCollation(dialect().ddl().typeName(type));
        };
    }

    @Override
    public void visitColumn(ColumnReference<?> reference) {
        readsRows();
        Column<?, ?> column = (Column<?, ?>) reference;
        if (inOutput) {
            requireScope(List.of(column));
            boolean deletes = returning != null && returning.write() instanceof Delete;
            sql().append(deletes ? "deleted." : "inserted.").append(column.name());
        } else {
            super.visitColumn(reference);
        }
    }

    /** Values may be read from common table expressions, which stand before the statement. */
    @Override
    protected boolean insertFollowsCommonTables() {
        return true;
    }

    /** What is returned goes through a variable, for {@code output} alone fails where the table has a trigger. */
    @Override
    protected void returning(Returning<?> returned) {
        returning = returned;
        returned.write().accept(this);
    }

    @Override
    protected void returnedWithin() {
        if (returning == null) {
            return;
        }
        sql().append(" output ");
        inOutput = true;
        returnedColumns(returning);
        inOutput = false;
        sql().append(" into " + WRITTEN);
    }

    @Override
    protected void rows(Insert<?, ?> insert) {
        noteIdentity(insert.table(), insert.columns());
        if (insert.rowCount() <= MOST_ROWS_OF_VALUES) {
            super.rows(insert);
            return;
        }
        sql().append("select * from (");
        super.rows(insert);
        sql().append(") as [v]");
        MergeParts.names(sql(), insert.columns());
    }

    @Override
    protected void insertedRows(InsertSelect<?> insert) {
        noteIdentity(insert.table(), insert.columns());
        super.insertedRows(insert);
    }

    private void noteIdentity(Table<?> table, List<? extends Column<?, ?>> columns) {
        identities = columns.stream().anyMatch(Column::isIdentity) ? table : null;
    }

    /** The lock holds the place of a key that is not there, so that no other transaction inserts it meanwhile. */
    @Override
    protected void insertOnConflict(Insert<?, ?> insert, Conflict<?> conflict) {
        noteIdentity(insert.table(), insert.columns());
        sql().append("merge into ").append(sql().nameOf(insert.table())).append(" with (holdlock) using (");
        super.rows(insert);
        sql().append(") as ").append(insert.table().excluded().qualifier());
        MergeParts.names(sql(), insert.columns());
        inScopeOf(insert.table(), () -> {
            MergeParts.match(sql(), insert, conflict);
            if (conflict.updates()) {
                matched(conflict.condition());
                set(conflict.assignments());
            }
        });
        MergeParts.insert(sql(), insert);
        returnedWithin();
        merges = true;
    }

    private void matched(@Nullable Condition condition) {
        sql().append(" when matched");
        if (condition != null) {
            sql().append(" and (");
            condition(condition, Precedence.OR);
            sql().append(")");
        }
        sql().append(" then update set ");
    }

    @Override
    public void visitCreateTableAs(CreateTableAs createTable) {
        RowQuery<?> query = createTable.query();
        sql().append("select * into ").append(sql().nameOf(createTable.table())).append(" from (");
        withinQuery(() -> query.accept(this));
        sql().append(") as [q]");
        derivedColumns(query);
    }

    /** Recursive queries want each column to be of one type, with its size, in both of their parts. */
    @Override
    protected void commonTableQuery(CommonTable common) {
        castItems(common.isRecursive());
        super.commonTableQuery(common);
        castItems(false);
    }

    @Override
    protected void complete(SqlWriter statement, int start) {
        if (isRecursive()) {
            statement.append(" option (maxrecursion 0)"); // which is 100 rounds otherwise
        }
        if (identities != null) {
            String name = sql().nameOf(identities).quoted(dialect().quotes());
            statement.insert(0, "set identity_insert " + name + " on; ");
            statement.append("; set identity_insert " + name + " off");
        } else if (merges && returning == null) {
            statement.append(";");
        }
        if (returning != null) {
            statement.insert(0, "set nocount on; declare " + WRITTEN + " table (" + declared(returning) + "); ");
            statement.append("; select * from " + WRITTEN + "; set nocount off");
        }
    }

    private String declared(Returning<?> written) {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < written.width(); i++) {
            Selectable<?> column = written.column(i);
            columns.append(i == 0 ? "" : ", ")
                    .append(Identifier.of("c" + (i + 1)).quoted(dialect().quotes()))
                    .append(" ")
                    .append(castType(Named.unwrap(column.expression()).type()));
        }
        return columns.toString();
    }
}
