package dev.rowan.query;

/** A walk over statements, one method per kind. */
public interface StatementVisitor {

    /** Visits a select. */
    void visitSelect(Select<?, ?> select);

    /** Visits an insert. */
    void visitInsert(Insert<?> insert);

    /** Visits an update. */
    void visitUpdate(Update<?> update);

    /** Visits a delete. */
    void visitDelete(Delete<?> delete);

    /** Visits the creation of a table. */
    void visitCreateTable(CreateTable createTable);
}
