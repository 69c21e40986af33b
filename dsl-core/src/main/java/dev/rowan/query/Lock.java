package dev.rowan.query;

import dev.rowan.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the rows that a select finds are locked until the transaction ends. Immutable.
 *
 * @param exclusive {@code for update} rather than {@code for share}
 * @param tables whose rows are locked, empty for those of all tables
 * @param contention what happens to rows that another transaction has locked
 */
public record Lock(boolean exclusive, List<Table<?>> tables, Contention contention) {
    static final Lock FOR_UPDATE = new Lock(true, List.of(), Contention.BLOCK);
    static final Lock FOR_SHARE = new Lock(false, List.of(), Contention.BLOCK);

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

    /** {@code forUpdate(lock -> lock.of(ORDER))} is {@code for update of orders}: only the rows of these tables are locked. */
    public Lock of(Table<?> first, Table<?>... rest) {
        List<Table<?>> some = new ArrayList<>();
        some.add(first);
        some.addAll(Arrays.asList(rest));
        return new Lock(exclusive, some, contention);
    }

    /** {@code forUpdate(Lock::noWait)} is {@code for update nowait}: it fails if another transaction has locked a row. */
    public Lock noWait() {
        return new Lock(exclusive, tables, Contention.FAIL);
    }

    /** {@code forUpdate(Lock::skipLocked)} is {@code for update skip locked}: rows that another has locked are left out. */
    public Lock skipLocked() {
        return new Lock(exclusive, tables, Contention.SKIP);
    }
}
