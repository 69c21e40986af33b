package dev.rowan.query;

/** A statement that yields the number of rows it touched, for {@code db.execute(…)}. Immutable. */
public abstract sealed class SqlCommand extends SqlStatement permits RowWrite, CreateTable, CreateTableAs, RawCommand {
    SqlCommand() {}
}
