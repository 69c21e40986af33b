package dev.rowan.execute;

import dev.rowan.error.QueryException.Kind;
import dev.rowan.render.Dialect;
import dev.rowan.render.DialectProvider;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The dialect of a database: given, or, where the pool has started without a connection, found by whoever first needs it. Several may
 * look for it at once, none waits for another, and all go on with the one that was found first. What fails is tried again by the next.
 * Shared by all handles of the database. Thread-safe.
 */
final class KnownDialect {
    private final AtomicReference<@Nullable Dialect> known = new AtomicReference<>();
    private final @Nullable Search search; // null if there is nothing to find

    private KnownDialect(@Nullable Dialect dialect, @Nullable Search search) {
        this.known.set(dialect);
        this.search = search;
    }

    /** Where a dialect is looked for. */
    private record Search(DialectProvider provider, Connections connections, Activity activity) {}

    static KnownDialect of(Dialect dialect) {
        return new KnownDialect(dialect, null);
    }

    static KnownDialect ofFirstUse(DialectProvider provider, Connections connections, Activity activity) {
        return new KnownDialect(null, new Search(provider, connections, activity));
    }

    Dialect get() {
        Dialect dialect = known.get();
        return dialect == null ? find() : dialect;
    }

    private Dialect find() {
        if (search == null) {
            throw new IllegalStateException("expected a dialect that is given or can be found, got neither");
        }
        StatementRunner runner = new StatementRunner(this, search.activity);
        Dialect found;
        try (Lease lease = search.connections.lease(runner)) {
            found = search.provider.dialect(lease.connection().getMetaData());
        } catch (SQLException e) {
            throw runner.failure(null, e);
        }
        Dialect before = known.compareAndExchange(null, found);
        return before == null ? found : before;
    }

    /** What a driver's exception means, before the dialect is known too. */
    Kind classify(SQLException exception) {
        Dialect dialect = known.get();
        if (dialect == null && search != null) {
            return search.provider.classifyConnecting(exception);
        }
        return get().classify(exception);
    }
}
