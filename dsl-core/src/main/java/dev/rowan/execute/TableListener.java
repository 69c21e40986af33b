package dev.rowan.execute;

import dev.rowan.query.Delete;
import dev.rowan.query.Insert;
import dev.rowan.query.RowWrite;
import dev.rowan.query.Update;

/**
 * Told of what is written to one table through a database handle, and asked before. It is the same for one row and for many, and for
 * upserts, which are inserts. It is not told of statements that are written by hand, of rows that the database changes by itself, such
 * as those that a foreign key deletes along, and, before, of inserts from a select.
 *
 * <pre>{@code
 * Database db = plain.withListener(USER, new TableListener<User>() {
 *     @Override
 *     public Insert<User, ?> beforeInsert(Insert<User, ?> insert) {
 *         return insert.map(USER.EMAIL, email -> email.toLowerCase(Locale.ROOT));
 *     }
 * });
 * }</pre>
 *
 * Called in the thread of the statement, again where a statement is tried again, and before also by {@code render} and {@code explain}.
 * What it throws before and after reaches the caller: before, nothing is sent; after, the statement is rolled back, or, in a
 * transaction, it is for the transaction to be. Of the statements of {@code insertAll} it is told before the first of them is sent.
 * What it throws after the commit is logged, for nothing is undone. Of commits that somebody else makes it is told if an {@link
 * OuterTransaction} tells of them, as Spring's does.
 *
 * @param <R> the record of the table's rows
 */
public interface TableListener<R> {

    /** What is inserted in place of an insert; the rules of the columns are checked after it. */
    default Insert<R, ?> beforeInsert(Insert<R, ?> insert) {
        return insert;
    }

    /** What is updated in place of an update. */
    default Update<R> beforeUpdate(Update<R> update) {
        return update;
    }

    /** What is deleted in place of a delete, be it softly. */
    default Delete<R> beforeDelete(Delete<R> delete) {
        return delete;
    }

    /**
     * Called after an insert, with all that was filled in, an update or a delete, before its transaction is committed.
     *
     * @param rows how many rows it touched
     */
    default void after(RowWrite<R> write, long rows) {}

    /** Called when the transaction of a write is committed; never when it is rolled back. */
    default void afterCommit(RowWrite<R> write, long rows) {}
}
