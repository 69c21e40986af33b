package dev.rowan.query;

/** A walk over statements, one method per kind. */
public interface StatementVisitor {

    /** Visits a select. */
    void visitSelect(Select<?, ?> select);

    /** Visits a select without a table. */
    void visitSelection(Selection<?> selection);

    /** Visits a union, an intersection or a difference. */
    void visitSetOperation(SetOperation<?> operation);

    /** Visits an insert. */
    void visitInsert(Insert<?, ?> insert);

    /** Visits an insert of the rows of a query. */
    void visitInsertSelect(InsertSelect<?> insert);

    /** Visits an update. */
    void visitUpdate(Update<?> update);

    /** Visits a delete. */
    void visitDelete(Delete<?> delete);

    /** Visits an insert, an update or a delete that yields the rows it writes. */
    void visitReturning(Returning<?> returning);

    /** Visits a query that was written by hand. */
    void visitRawQuery(RawQuery<?> query);

    /** Visits a statement that was written by hand and yields no rows. */
    void visitRawCommand(RawCommand command);

    /** Visits the creation of a table. */
    void visitCreateTable(CreateTable createTable);

    /** Visits the creation of a table of the rows of a query. */
    void visitCreateTableAs(CreateTableAs createTable);
}
