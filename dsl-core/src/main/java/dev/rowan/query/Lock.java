package dev.rowan.query;

import dev.rowan.schema.Table;
import java.util.List;

/**
 * How the rows that a select finds are locked until the transaction ends.
 *
 * @param exclusive {@code for update} rather than {@code for share}
 * @param tables whose rows are locked, empty for those of all tables
 * @param contention what happens to rows that another transaction has locked
 */
public record Lock(boolean exclusive, List<Table<?>> tables, Contention contention) {

    /** What happens to rows that another transaction has locked. */
    public enum Contention {
        /** The select waits for them. */
        BLOCK,
        /** The select fails. */
        FAIL,
        /** They are left out. */
        SKIP
    }

    /** Creates a lock, copying the tables. */
    public Lock {
        tables = List.copyOf(tables);
    }
}
