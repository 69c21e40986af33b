package dev.rowan.render;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.query.Join;
import dev.rowan.query.Lock;
import dev.rowan.query.Select;
import dev.rowan.schema.Table;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Of which tables a select locks rows. */
final class LockedTables {
    private LockedTables() {}

    /**
     * The tables whose rows are locked, empty for all: not those that are read by paths, if the others can be named.
     *
     * @throws InvalidQueryException if one is not read
     */
    static List<? extends Table<?>> of(Select<?, ?> select, Lock lock, @Nullable Paths paths, Dialect dialect) {
        lock.tables().forEach(table -> requireRead(select, table));
        if (!lock.tables().isEmpty()
                || paths == null
                || paths.tables().isEmpty()
                || dialect.support(Feature.LOCK_OF_TABLES) == Support.REFUSED) {
            return lock.tables();
        }
        return Stream.concat(Stream.of(select.table()), select.joins().stream().map(Join::table))
                .toList();
    }

    private static void requireRead(Select<?, ?> select, Table<?> locked) {
        if (select.table() != locked && select.joins().stream().noneMatch(join -> join.table() == locked)) {
            throw new InvalidQueryException(
                    "expected a table of FROM to lock, got " + locked + "; join it, or leave it out of of(…)");
        }
    }
}
