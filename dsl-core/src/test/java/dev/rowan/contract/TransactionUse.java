package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;

import dev.rowan.error.QueryException;
import dev.rowan.execute.Database;
import dev.rowan.execute.Isolation;
import dev.rowan.execute.Transaction;
import dev.rowan.execute.TransactionOptions;
import dev.rowan.render.Feature;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** What the features of transactions do. */
final class TransactionUse {
    private static final TransactionOptions SERIALIZABLE =
            TransactionOptions.DEFAULT.withIsolation(Isolation.SERIALIZABLE);

    private TransactionUse() {}

    static FeatureUse of(Feature feature) {
        return switch (feature) {
            case SERIALIZABLE -> new FeatureUse(TransactionUse::skewWrites, "one at most");
            case READ_ONLY_TRANSACTION -> new FeatureUse(TransactionUse::writeReadOnly, "an error");
            case READ_OF_THE_PAST ->
                new FeatureUse(
                        db -> db.transaction(
                                TransactionOptions.DEFAULT.withAge(Duration.ofMillis(1)),
                                tx -> tx.fetchOne(select(count()).from(NOTE).where(NOTE.ID.eq(-1)))),
                        0L);
            case DEFERRED_CONSTRAINTS ->
                new FeatureUse(
                        db -> db.transaction(
                                TransactionOptions.DEFAULT.withDeferredConstraints(),
                                tx -> tx.fetchOne(select(count()).from(NOTE))),
                        3L);
            default -> throw new IllegalArgumentException("expected a feature of transactions, got " + feature);
        };
    }

    /** Two transactions each take away the rank of a note, if the other note has one. */
    private static Object skewWrites(Database db) {
        db.transaction(SERIALIZABLE, tx -> 0); // or is refused here, in this thread
        CountDownLatch read = new CountDownLatch(2);
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> takeRank(db, 1, 2, read));
        boolean own = takeRank(db, 2, 1, read);
        return own && other.join() ? "both" : "one at most";
    }

    private static boolean takeRank(Database db, long from, long unless, CountDownLatch read) {
        try {
            return db.transaction(SERIALIZABLE, tx -> {
                boolean free = rank(tx, unless) != null;
                read.countDown();
                read.await();
                tx.execute(update(NOTE).set(NOTE.RANK, (Integer) null).where(NOTE.ID.eq(from)));
                return free;
            });
        } catch (QueryException conflict) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object rank(Transaction tx, long id) {
        return tx.fetchOne(select(NOTE.RANK).from(NOTE).where(NOTE.ID.eq(id)));
    }

    private static Object writeReadOnly(Database db) {
        return db.transaction(TransactionOptions.DEFAULT.withReadOnly(), tx -> {
            tx.fetchOne(select(count()).from(NOTE));
            try {
                return tx.transaction(nested -> nested.execute(insertInto(NOTE).set(NOTE.ID, 9)));
            } catch (QueryException expected) {
                return "an error";
            }
        });
    }
}
