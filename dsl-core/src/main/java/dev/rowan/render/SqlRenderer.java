package dev.rowan.render;

import dev.rowan.definition.TableDefinition;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.BoundRows;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.ColumnReference;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.RawText;
import dev.rowan.query.Assignment;
import dev.rowan.query.Conflict;
import dev.rowan.query.CreateTable;
import dev.rowan.query.CreateTableAs;
import dev.rowan.query.Delete;
import dev.rowan.query.Insert;
import dev.rowan.query.InsertSelect;
import dev.rowan.query.RawCommand;
import dev.rowan.query.RawQuery;
import dev.rowan.query.Returning;
import dev.rowan.query.RowQuery;
import dev.rowan.query.RowWrite;
import dev.rowan.query.Update;
import dev.rowan.schema.Column;
import dev.rowan.schema.Rows;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a statement in standard SQL, in one walk. Made for extension: a dialect overrides the clauses that its database
 * spells differently. For one statement and one thread.
 */
public class SqlRenderer extends SelectRenderer {
    private @Nullable Set<Column<?, ?>> columnsRead; // where they are looked for

    /** Creates a renderer that writes to a writer. */
    public SqlRenderer(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    @Override
    public final void visitInsert(Insert<?, ?> insert) {
        WriteState writing = begin(new WriteState(insert.table(), Feature.COMMON_TABLE_IN_VALUES));
        Conflict<?> conflict = insert.conflict();
        if (conflict == null) {
            insertedValues(insert);
        } else {
            Conflicts.check(insert, conflict, dialect());
            writing.inserts(insert.columns());
            insertOnConflict(insert, conflict);
        }
    }

    /** Writes {@code insert into … values …}. */
    protected final void insertedValues(Insert<?, ?> insert) {
        List<? extends Column<?, ?>> columns = insert.columns();
        requireKeys(insert.table(), columns);
        sql().append("insert into ").append(sql().nameOf(insert.table()));
        if (columns.isEmpty() && insert.rowCount() > 1) {
            throw new InvalidQueryException(
                    "expected at most one row for " + insert.table() + ", whose columns are all left to"
                            + " the database, got " + insert.rowCount() + "; insert them one by one");
        }
        if (columns.isEmpty()) {
            returnedWithin();
            defaultValues();
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            sql().append(i == 0 ? " (" : ", ").append(columns.get(i).name());
        }
        sql().append(")");
        returnedWithin();
        sql().append(" ");
        WriteState writing = Objects.requireNonNull(writing());
        writing.beginRows(sql().position());
        writing.needToReadTable(insert.rowCount() > 1 ? Feature.READ_OF_WRITTEN_TABLE_IN_VALUES : null);
        rows(insert);
    }

    /** Writes the values of an insert. */
    protected void rows(Insert<?, ?> insert) {
        List<List<Expression<?>>> rows = insert.values();
        if (rows instanceof BoundRows bound && areBoundAlike(bound)) {
            rows(bound);
            return;
        }
        List<? extends Column<?, ?>> columns = insert.columns();
        sql().expectBinds(columns.size() * insert.rowCount());
        String before = "values (";
        for (List<Expression<?>> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                sql().append(i == 0 ? before : ", ");
                assigned(columns.get(i), row.get(i));
            }
            before = "), (";
        }
        sql().append(")");
    }

    private boolean areBoundAlike(BoundRows rows) {
        for (int i = 0; i < rows.width(); i++) {
            if (!isBoundAlike(rows.type(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether all values of a type are bound as they are, and stand as {@link #placeholder} says, so that {@link #visitValue} need not be
     * asked of each of many.
     */
    protected boolean isBoundAlike(SqlType<?> type) {
        return type.kind() != SqlType.Kind.ARRAY;
    }

    /** Writes rows of values none of which need be looked at. */
    private void rows(BoundRows rows) {
        int start = sql().append("values ").length();
        sql().append("(");
        for (int i = 0; i < rows.width(); i++) {
            sql().append(i == 0 ? "" : ", ").append(placeholder(rows.type(i)));
        }
        int end = sql().append(")").length();
        for (int row = 1; row < rows.size(); row++) {
            sql().append(", ").repeat(start, end);
        }
        sql().keep(rows);
    }

    private void requireKeys(Table<?> table, List<? extends Column<?, ?>> columns) {
        if (dialect().support(Feature.GENERATED_KEY) == Support.REFUSED) {
            for (Column<?, ?> column : table.columns()) {
                if (column.isFilledByDatabase() && column.computed() == null && !columns.contains(column)) {
                    dialect().require(column.isIdentity() ? Feature.GENERATED_KEY : Feature.COLUMN_DEFAULT);
                }
            }
        }
    }

    /** Writes an insert that says what becomes of rows whose key is there already. */
    protected void insertOnConflict(Insert<?, ?> insert, Conflict<?> conflict) {
        insertedValues(insert);
        String before = " on conflict (";
        if (conflict.key() == null) {
            sql().append(" on conflict");
        } else {
            for (Column<?, ?> column : conflict.key().columns()) {
                sql().append(before).append(column.name());
                before = ", ";
            }
            sql().append(")");
        }
        if (conflict.updates()) {
            sql().append(" do update set ");
            inScopeOf(insert.table(), () -> {
                set(conflict.assignments());
                if (conflict.condition() != null) {
                    where(conflict.condition());
                }
            });
        } else {
            sql().append(" do nothing");
        }
    }

    /** Writes what sees the columns of a row of the table that is written. */
    protected final void inScopeOf(Table<?> table, Runnable rendering) {
        Scope outer = scope();
        setScope(new Scope(table, List.of(), null, null));
        rendering.run();
        setScope(outer);
    }

    /** Says that the statement is tried again if it violates a unique key, see {@link RenderedSql#isRetried()}. */
    protected final void retry() {
        Objects.requireNonNull(writing()).markRetried();
    }

    @Override
    public final void visitInsertSelect(InsertSelect<?> insert) {
        requireKeys(insert.table(), insert.columns());
        sql().append("insert into ").append(sql().nameOf(insert.table()));
        String before = " (";
        for (Column<?, ?> column : insert.columns()) {
            sql().append(before).append(column.name());
            before = ", ";
        }
        sql().append(")");
        returnedWithin();
        sql().append(" ");
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
        if (write instanceof Insert<?, ?> insert
                && insert.conflict() != null
                && !insert.conflict().writesEveryRow()) {
            dialect().require(Feature.RETURNING_OF_UPSERT);
        }
        Feature feature = write instanceof Update
                ? Feature.RETURNING_OF_UPDATE
                : write instanceof Delete ? Feature.RETURNING_OF_DELETE : Feature.RETURNING_OF_INSERT;
        dialect().require(feature);
        if (!dialect().returnsRows(write)) {
            throw new UnsupportedFeatureException(
                    feature.words() + " in one statement",
                    dialect().toString(),
                    "fetch it, which selects the rows by their keys in the same transaction");
        }
        returning(returning);
        Objects.requireNonNull(writing()).markReturned();
    }

    /** Writes a statement that writes rows, and what it returns of them. */
    protected void returning(Returning<?> returning) {
        returning.write().accept(this);
        sql().append(" returning ");
        returnedColumns(returning);
    }

    /** Writes what is returned of the rows, where that stands within the statement; the standard's stands behind it. */
    protected void returnedWithin() {}

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
        dialect().require(Feature.UPDATE);
        WriteState writing = begin(update.table());
        sql().append("update ").append(sql().nameOf(update.table())).append(" set ");
        set(update.assignments());
        returnedWithin();
        writing.needToReadTable(Feature.READ_OF_WRITTEN_TABLE);
        whereOfWrite(update.table(), update.condition(), update.unfiltered());
    }

    /** Writes what an update sets, {@code a = …, b = …}; every expression sees the row as it was. */
    protected final void set(List<Assignment> assignments) {
        WriteState writing = Objects.requireNonNull(writing());
        writing.needToReadTable(Feature.READ_OF_WRITTEN_TABLE_IN_SET);
        List<Assignment> ordered = dialect().support(Feature.SIMULTANEOUS_ASSIGNMENT) == Support.REFUSED
                ? AssignmentOrder.of(assignments, this::columnsReadBy)
                : assignments;
        for (int i = 0; i < ordered.size(); i++) {
            Assignment assignment = ordered.get(i);
            writing.assigned(ordered.subList(0, i));
            sql().append(i == 0 ? "" : ", ").append(assignment.column().name()).append(" = ");
            assigned(assignment.column(), assignment.value());
        }
        writing.assigned(List.of());
    }

    private Set<Column<?, ?>> columnsReadBy(Expression<?> value) {
        SqlRenderer part = dialect().renderer(sql().fresh());
        part.setScope(scope());
        part.begin(Objects.requireNonNull(writing()));
        part.columnsRead = new HashSet<>();
        value.accept(part);
        return part.columnsRead;
    }

    /** Writes the value that an insert or an update gives a column. */
    protected void assigned(Column<?, ?> column, Expression<?> value) {
        write(value);
    }

    @Override
    public final void visitDelete(Delete<?> delete) {
        dialect().require(Feature.DELETE);
        begin(delete.table()).needToReadTable(Feature.READ_OF_WRITTEN_TABLE);
        sql().append("delete from ").append(sql().nameOf(delete.table()));
        returnedWithin();
        whereOfWrite(delete.table(), delete.condition(), delete.unfiltered());
    }

    private WriteState begin(Table<?> table) {
        setScope(new Scope(table, List.of(), null, null));
        return begin(new WriteState(table, Feature.COMMON_TABLE_IN_WRITE));
    }

    private void whereOfWrite(Table<?> table, @Nullable Condition condition, Set<String> unfiltered) {
        Condition all = DefaultFilters.and(condition, table, unfiltered);
        if (all != null) {
            whereWritten(table, all);
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
        sql().requirePrimary();
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
        DdlDialect ddl = dialect().ddl();
        TableDefinition table = ddl.define(createTable.table());
        if (!table.indexes().isEmpty()) {
            throw new InvalidQueryException("expected a table without indexes to be created by one statement, got "
                    + createTable.table() + " with " + table.indexes().size()
                    + "; create it by LiveSchema.of(db).create(…), which creates them too");
        }
        String schema = sql().schema() == null ? null : sql().schema().name();
        sql().append(ddl.createTable(schema == null ? table : table.in(schema)));
    }

    @Override
    public void visitCreateTableAs(CreateTableAs createTable) {
        sql().append("create table ").append(sql().nameOf(createTable.table())).append(" as ");
        queryOfTable(createTable.query());
    }

    /** Writes the query that a table is made of. */
    protected void queryOfTable(RowQuery<?> query) {
        query.accept(this);
    }

    @Override
    public void visitColumn(ColumnReference<?> reference) {
        Column<?, ?> column = (Column<?, ?>) reference;
        if (column.table().rows() == Rows.EXCLUDED) {
            if (writing() == null) {
                throw new InvalidQueryException(
                        "expected excluded(…) in what an insert does on conflict, got " + column + " elsewhere");
            }
            writing().requireExcluded(column);
            excluded(column);
            return;
        }
        if (columnsRead != null) {
            columnsRead.add(column);
        }
        super.visitColumn(reference);
        WriteState writing = writing();
        if (writing != null && !writing.assigned().isEmpty()) {
            checkAssigned(reference, writing.assigned());
        }
    }

    /** Writes what was to be inserted into a column. */
    protected void excluded(Column<?, ?> column) {
        sql().append(column.qualifiedName());
    }

    private void checkAssigned(ColumnReference<?> column, List<Assignment> assigned) {
        for (Assignment assignment : assigned) {
            if (assignment.column() == column) {
                dialect().require(Feature.SIMULTANEOUS_ASSIGNMENT);
            }
        }
    }
}
