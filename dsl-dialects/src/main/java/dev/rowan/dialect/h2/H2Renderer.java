package dev.rowan.dialect.h2;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.Call;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Literal;
import dev.rowan.expression.Precedence;
import dev.rowan.expression.Selectable;
import dev.rowan.query.Conflict;
import dev.rowan.query.Delete;
import dev.rowan.query.Insert;
import dev.rowan.query.Returning;
import dev.rowan.query.RowQuery;
import dev.rowan.render.Dialect;
import dev.rowan.render.MergeParts;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import java.util.Objects;

/** The clauses that H2 spells differently. */
final class H2Renderer extends SqlRenderer {
    H2Renderer(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    /** H2 gives a parameter no type by itself. */
    @Override
    public void visitLiteral(Literal literal) {
        sql().append("cast(");
        visitValue(literal.value());
        sql().append(" as ").append(castType(literal.value().type())).append(")");
    }

    /** A key is a name in SQL here, written as one whatever it holds, for no function takes it as a value. */
    @Override
    public void visitCall(Call call) {
        if (!call.function().equals("json_key")) {
            super.visitCall(call);
            return;
        }
        sql().append("(");
        write(call.arguments().get(0));
        sql().append(").").append(H2Json.field(call.arguments().get(1)));
    }

    /** The standard's data change delta tables stand in for {@code returning}. */
    @Override
    protected void returning(Returning<?> returning) {
        Table<?> table = returning.write().table();
        if (table.tableName().schema() != null) { // the columns' qualifier, which an alias cannot have
            throw new UnsupportedFeatureException(
                    "returning of a table that names its schema (" + table + ")",
                    dialect().toString(),
                    "name it by db.withSchema(…)");
        }
        sql().append("select ");
        returnedColumns(returning);
        sql().append(returning.write() instanceof Delete ? " from old table (" : " from final table (");
        returning.write().accept(this);
        sql().append(") as ").append(table.qualifier());
    }

    /** A derived table that began with the parenthesis of an operand would be taken for a join. */
    @Override
    protected void nestedSetOperand(RowQuery<?> operand) {
        sql().append("select * from (");
        operand.accept(this);
        sql().append(")");
    }

    /**
     * There is no {@code on conflict} in the regular mode. A merge looks for the key before it inserts, so it is tried again where
     * another transaction has inserted the key meanwhile.
     */
    @Override
    protected void insertOnConflict(Insert<?, ?> insert, Conflict<?> conflict) {
        retry();
        H2Merge.source(this, sql(), insert);
        inScopeOf(insert.table(), () -> {
            MergeParts.match(sql(), insert, conflict);
            if (conflict.updates()) {
                sql().append(" when matched");
                if (conflict.condition() != null) {
                    sql().append(" and (");
                    condition(conflict.condition(), Precedence.OR);
                    sql().append(")");
                }
                sql().append(" then update set ");
                set(conflict.assignments());
            }
        });
        MergeParts.insert(sql(), insert);
    }

    /** A value whose type nothing around it tells. A text is not cut to its length, for then it would not be refused. */
    void typed(SqlType<?> type, Expression<?> value) {
        boolean isText = type.kind() == SqlType.Kind.VARCHAR || type.kind() == SqlType.Kind.TEXT;
        sql().append("cast(");
        write(value);
        sql().append(" as ")
                .append(isText ? "character large object" : castType(type))
                .append(")");
    }

    /** The number of a column is a constant in a {@code group by}; its name is not. */
    @Override
    protected void groupKeyOfItem(int index, Selectable<?> item) {
        sql().append(dev.rowan.expression.Identifier.of(Objects.requireNonNull(item.label())));
    }

    @Override
    protected String castType(SqlType<?> type) {
        return type.kind() == SqlType.Kind.DECIMAL && type.size() == 0 ? "decimal(100, 20)" : super.castType(type);
    }
}
