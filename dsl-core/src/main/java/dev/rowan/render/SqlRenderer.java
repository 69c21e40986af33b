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
import dev.rowan.query.InsertSelect;
import dev.rowan.query.RawCommand;
import dev.rowan.query.RawQuery;
import dev.rowan.query.Returning;
import dev.rowan.query.RowWrite;
import dev.rowan.query.Update;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a statement in standard SQL, in one walk. Made for extension: a dialect overrides the clauses that its database
 * spells differently. For one statement and one thread.
 */
public class SqlRenderer extends SelectRenderer {
    /** Creates a renderer that writes to a writer. */
    public SqlRenderer(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    @Override
    public final void visitInsert(Insert<?> insert) {
        WriteState writing = begin(new WriteState(insert.table(), Feature.COMMON_TABLE_IN_VALUES));
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
        sql().append(") ");
        writing.beginRows(sql().position());
        writing.needToReadTable(insert.rowCount() > 1 ? Feature.READ_OF_WRITTEN_TABLE_IN_VALUES : null);
        String before = "values (";
        for (List<Expression<?>> row : insert.values()) {
            for (int i = 0; i < row.size(); i++) {
                sql().append(i == 0 ? before : ", ");
                assigned(columns.get(i), row.get(i));
            }
            before = "), (";
        }
        sql().append(")");
    }

    @Override
    public final void visitInsertSelect(InsertSelect<?> insert) {
        sql().append("insert into ").append(sql().nameOf(insert.table()));
        String before = " (";
        for (Column<?, ?> column : insert.columns()) {
            sql().append(before).append(column.name());
            before = ", ";
        }
        sql().append(") ");
        begin(new WriteState(insert.table(), null)).beginRows(sql().position());
        insertedRows(insert);
    }

    /** Writes the query whose rows are inserted. */
    protected void insertedRows(InsertSelect<?> insert) {
        insert.query().accept(this);
    }

    @Override
    public final void visitReturning(Returning<?> returning) {
        RowWrite<?> write = returning.write();
        dialect()
                .require(
                        write instanceof Update
                                ? Feature.RETURNING_OF_UPDATE
                                : write instanceof Delete ? Feature.RETURNING_OF_DELETE : Feature.RETURNING_OF_INSERT);
        returning(returning);
        Objects.requireNonNull(writing()).markReturned();
    }

    /** Writes a statement that writes rows, and what it returns of them. */
    protected void returning(Returning<?> returning) {
        returning.write().accept(this);
        sql().append(" returning ");
        returnedColumns(returning);
    }

    /** Writes what is returned of the rows that a statement writes. */
    protected void returnedColumns(Returning<?> returning) {
        Scope outer = scope();
        setScope(Scope.ofReturned(returning.write().table()));
        selectList(returning);
        setScope(outer);
    }

    /** Writes the rest of an insert of one row of default values. */
    protected void defaultValues() {
        sql().append(" default values");
    }

    @Override
    public final void visitUpdate(Update<?> update) {
        WriteState writing = begin(update.table());
        writing.needToReadTable(Feature.READ_OF_WRITTEN_TABLE_IN_SET);
        sql().append("update ").append(sql().nameOf(update.table()));
        List<Assignment> assignments = update.assignments();
        for (int i = 0; i < assignments.size(); i++) {
            writing.assigned(assignments.subList(0, i));
            sql().append(i == 0 ? " set " : ", ")
                    .append(assignments.get(i).column().name())
                    .append(" = ");
            assigned(assignments.get(i).column(), assignments.get(i).value());
        }
        writing.assigned(List.of());
        writing.needToReadTable(Feature.READ_OF_WRITTEN_TABLE);
        whereOfWrite(update.table(), update.condition());
    }

    /** Writes the value that an insert or an update gives a column. */
    protected void assigned(Column<?, ?> column, Expression<?> value) {
        write(value);
    }

    @Override
    public final void visitDelete(Delete<?> delete) {
        begin(delete.table()).needToReadTable(Feature.READ_OF_WRITTEN_TABLE);
        sql().append("delete from ").append(sql().nameOf(delete.table()));
        whereOfWrite(delete.table(), delete.condition());
    }

    private WriteState begin(Table<?> table) {
        setScope(new Scope(table, List.of(), null, null));
        return begin(new WriteState(table, Feature.COMMON_TABLE_IN_WRITE));
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
        WriteState writing = writing();
        if (writing != null && !writing.assigned().isEmpty()) {
            checkAssigned(reference, writing.assigned());
        }
    }

    private void checkAssigned(ColumnReference<?> column, List<Assignment> assigned) {
        for (Assignment assignment : assigned) {
            if (assignment.column() == column) {
                dialect().require(Feature.SIMULTANEOUS_ASSIGNMENT);
            }
        }
    }
}
