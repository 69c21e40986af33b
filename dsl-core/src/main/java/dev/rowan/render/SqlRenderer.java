package dev.rowan.render;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.ColumnReference;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.RawText;
import dev.rowan.query.Assignment;
import dev.rowan.query.CreateTable;
import dev.rowan.query.Delete;
import dev.rowan.query.Insert;
import dev.rowan.query.RawCommand;
import dev.rowan.query.RawQuery;
import dev.rowan.query.Update;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a statement in standard SQL, in one walk. Made for extension: a dialect overrides the clauses that its database
 * spells differently. For one statement and one thread.
 */
public class SqlRenderer extends SelectRenderer {
    private boolean writes;
    private List<Assignment> assigned = List.of(); // what the update has set before the present place

    /** Creates a renderer that writes to a writer. */
    public SqlRenderer(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    @Override
    public final void visitInsert(Insert<?> insert) {
        List<? extends Column<?, ?>> columns = insert.columns();
        sql().append("insert into ").append(sql().nameOf(insert.table()));
        if (columns.isEmpty() && insert.rowCount() > 1) {
            throw new InvalidQueryException(
                    "expected at most one row for " + insert.table() + ", whose columns are all left to"
                            + " the database, got " + insert.rowCount() + "; insert them one by one");
        }
        if (columns.isEmpty()) {
            defaultValues();
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            sql().append(i == 0 ? " (" : ", ").append(columns.get(i).name());
        }
        String before = ") values (";
        for (List<Expression<?>> row : insert.values()) {
            for (int i = 0; i < row.size(); i++) {
                sql().append(i == 0 ? before : ", ");
                assigned(columns.get(i), row.get(i));
            }
            before = "), (";
        }
        sql().append(")");
    }

    /** Writes the rest of an insert of one row of default values. */
    protected void defaultValues() {
        sql().append(" default values");
    }

    @Override
    public final void visitUpdate(Update<?> update) {
        writes = true;
        setScope(new Scope(update.table(), List.of(), null, null));
        sql().append("update ").append(sql().nameOf(update.table()));
        List<Assignment> assignments = update.assignments();
        for (int i = 0; i < assignments.size(); i++) {
            assigned = assignments.subList(0, i);
            sql().append(i == 0 ? " set " : ", ")
                    .append(assignments.get(i).column().name())
                    .append(" = ");
            assigned(assignments.get(i).column(), assignments.get(i).value());
        }
        assigned = List.of();
        whereOfWrite(update.table(), update.condition());
    }

    /** Writes the value that an insert or an update gives a column. */
    protected void assigned(Column<?, ?> column, Expression<?> value) {
        write(value);
    }

    @Override
    public final void visitDelete(Delete<?> delete) {
        writes = true;
        setScope(new Scope(delete.table(), List.of(), null, null));
        sql().append("delete from ").append(sql().nameOf(delete.table()));
        whereOfWrite(delete.table(), delete.condition());
    }

    private void whereOfWrite(Table<?> table, @Nullable Condition condition) {
        if (condition != null) {
            whereWritten(table, condition);
        }
    }

    /** Writes the condition of an update or a delete of the table. */
    protected void whereWritten(Table<?> table, Condition condition) {
        where(condition);
    }

    @Override
    public final void visitRawQuery(RawQuery<?> query) {
        raw(query.text(), query::values);
    }

    @Override
    public final void visitRawCommand(RawCommand command) {
        raw(command.text(), command::values);
    }

    private void raw(RawText text, Function<String, List<BoundValue<?>>> values) {
        for (RawText.Part part : text.parts()) {
            if (part instanceof RawText.Parameter parameter) {
                list(values.apply(parameter.name()));
            } else if (part instanceof RawText.Plain plain) {
                sql().append(plain.sql());
            } else {
                questionMark(text);
            }
        }
    }

    /** Writes a {@code ?} that is an operator. */
    protected void questionMark(RawText text) {
        throw new InvalidQueryException("expected no ? outside of quotes on " + dialect()
                + ", which has no such operator, got one in: " + text + "; name parameters as :name");
    }

    @Override
    public final void visitCreateTable(CreateTable createTable) {
        dialect().ddlRenderer(sql()).createTable(createTable.table());
    }

    @Override
    public void visitColumn(ColumnReference<?> reference) {
        super.visitColumn(reference);
        if (!assigned.isEmpty()) {
            checkAssigned(reference);
        }
    }

    private void checkAssigned(ColumnReference<?> column) {
        for (Assignment assignment : assigned) {
            if (assignment.column() == column) {
                dialect().require(Feature.SIMULTANEOUS_ASSIGNMENT);
            }
        }
    }

    @Override
    final boolean writes() {
        return writes;
    }

    @Override
    protected final boolean isWritten(Table<?> table) {
        Scope scope = scope();
        return writes && scope != null && scope.beginsWith(table);
    }
}
