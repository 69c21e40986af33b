package dev.rowan.soak;

import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.soak.Entries.ENTRY;

import dev.rowan.error.QueryException;
import dev.rowan.error.QueryException.Kind;
import dev.rowan.execute.Database;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** What became of each transaction as far as its caller was told. Thread-safe. */
final class Journal {
    private static final Set<Kind> KINDS_OF_A_LOST_SERVER = Set.of(Kind.CONNECTION, Kind.POOL_TIMEOUT, Kind.TIMEOUT);

    final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    final Set<Long> undone = ConcurrentHashMap.newKeySet();
    final Set<Long> unknown = ConcurrentHashMap.newKeySet();
    final AtomicLong failures = new AtomicLong();
    final Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicLong numbers = new AtomicLong();

    /** Every fifth transaction is rolled back with this. */
    private static final class OnPurpose extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Runs a transaction, and notes what became of it; whether it was committed. */
    boolean write(Database db) {
        long number = numbers.incrementAndGet();
        AtomicBoolean committing = new AtomicBoolean();
        try {
            db.transaction(tx -> {
                tx.execute(insertInto(ENTRY).row(new Entry(number, "entry " + number)));
                if (number % 5 == 0) {
                    throw new OnPurpose();
                }
                committing.set(true);
                return number;
            });
            acknowledged.add(number);
            return true;
        } catch (OnPurpose e) {
            undone.add(number);
        } catch (QueryException e) {
            failures.incrementAndGet();
            (committing.get() ? unknown : undone).add(number);
            if (!KINDS_OF_A_LOST_SERVER.contains(e.kind())) {
                unexpected.add(e);
            }
        } catch (RuntimeException | Error e) {
            unexpected.add(e);
        }
        return false;
    }
}
