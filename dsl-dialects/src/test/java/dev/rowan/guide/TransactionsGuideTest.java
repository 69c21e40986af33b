package dev.rowan.guide;

import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.QueryException;
import dev.rowan.execute.Database;
import dev.rowan.execute.Isolation;
import dev.rowan.execute.Retry;
import dev.rowan.execute.Transaction;
import dev.rowan.execute.TransactionOptions;
import dev.rowan.migrate.LiveSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/transactions.md}, run on H2. */
final class TransactionsGuideTest {
    private record Report(long users, long orders) {}

    @Test
    void readOnlyTransactionSeesOneState(@TempDir Path folder) {
        try (Database db = Database.connect("jdbc:sqlite:" + folder.resolve("report.db"))) {
            LiveSchema.of(db).createMissing(USER, ORDER);
            Report report = db.transaction(
                    TransactionOptions.DEFAULT.withReadOnly(),
                    tx -> new Report(tx.count(select().from(USER)), tx.count(select().from(ORDER))));

            assertThat(report).isEqualTo(new Report(0, 0));
            assertThatThrownBy(() -> db.useTransaction(
                            TransactionOptions.DEFAULT.withReadOnly(),
                            tx -> tx.execute(deleteFrom(ORDER).everyRow())))
                    .isInstanceOf(QueryException.class);
        }
    }

    @Test
    void statementThroughTheDatabaseIsSeenWithinATransaction() {
        try (Database db = Database.connect("jdbc:h2:mem:transactions-other")) {
            LiveSchema.of(db).createMissing(PRODUCT);

            assertThatThrownBy(() -> db.useTransaction(tx -> db.count(select().from(PRODUCT))))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> db.useTransaction(tx -> {
                        throw new IOException("reaches the caller");
                    }))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void lockIsWaitedForTwoSecondsOnH2() {
        try (Database db = Database.connect("jdbc:h2:mem:transactions-lock")) {
            LiveSchema.of(db).createMissing(PRODUCT);
            db.execute(insertInto(PRODUCT).set(PRODUCT.NAME, "Tea").set(PRODUCT.PRICE_IN_CENTS, 450));
            try (Transaction tx = db.begin()) {
                tx.execute(update(PRODUCT).set(PRODUCT.STOCK, 1).everyRow());
                long begin = System.nanoTime();

                assertThat(CompletableFuture.supplyAsync(() -> failure(db)).join())
                        .isEqualTo(QueryException.Kind.LOCK_TIMEOUT);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(1_500));
            }
        }
    }

    private static QueryException.Kind failure(Database db) {
        try {
            db.execute(update(PRODUCT).set(PRODUCT.STOCK, 2).everyRow());
            throw new AssertionError("expected a lock");
        } catch (QueryException e) {
            return e.kind();
        }
    }

    @Test
    void transactionsAreOfSeveralKinds() {
        try (Database db = Database.connect("jdbc:h2:mem:transactions")) {
            LiveSchema.of(db).createMissing(USER, PRODUCT, ORDER);
            db.execute(insertInto(USER).set(USER.NAME, "Ann").set(USER.EMAIL, "ann@example.org"));
            db.execute(insertInto(PRODUCT)
                    .set(PRODUCT.NAME, "Tea")
                    .set(PRODUCT.PRICE_IN_CENTS, 450)
                    .set(PRODUCT.STOCK, 2));
            List<Long> mailed = new ArrayList<>();

            long order = db.transaction(tx -> {
                tx.execute(update(PRODUCT)
                        .set(PRODUCT.STOCK, PRODUCT.STOCK.minus(1))
                        .where(p -> p.ID.eq(1)));
                long id = tx.fetchOne(insertInto(ORDER)
                        .set(ORDER.USER_ID, 1)
                        .set(ORDER.TOTAL_IN_CENTS, 450)
                        .returning(ORDER.ID));
                tx.afterCommit(() -> mailed.add(id));
                return id;
            });

            TransactionOptions careful = TransactionOptions.DEFAULT
                    .withIsolation(Isolation.REPEATABLE_READ)
                    .withTimeout(Duration.ofSeconds(5))
                    .withRetry(Retry.onConflict(5));
            int stock = db.transaction(
                    careful, tx -> tx.find(PRODUCT.KEY, 1).orElseThrow().stock());

            db.useTransaction(tx -> {
                tx.execute(update(PRODUCT).set(PRODUCT.STOCK, 5).where(p -> p.ID.eq(1)));
                tx.execute(deleteFrom(ORDER).where(o -> o.ID.eq(4711)));
            });
            int afterwards = db.find(PRODUCT.KEY, 1).orElseThrow().stock();

            db.useTransaction(tx -> {
                tx.execute(update(PRODUCT).set(PRODUCT.STOCK, 9).where(p -> p.ID.eq(1)));
                try {
                    tx.transaction(part -> part.execute(
                            insertInto(ORDER).set(ORDER.USER_ID, 4711).set(ORDER.TOTAL_IN_CENTS, 1)));
                } catch (QueryException e) {
                    assertThat(e.kind()).isEqualTo(QueryException.Kind.FOREIGN_KEY_VIOLATION);
                }
            });

            try (Transaction tx = db.begin()) {
                tx.execute(update(PRODUCT).set(PRODUCT.STOCK, 0).everyRow());
            }

            assertThat(mailed).containsExactly(order);
            assertThat(stock).isEqualTo(1);
            assertThat(afterwards).isEqualTo(5);
            assertThat(db.fetchOne(select(PRODUCT.STOCK).from(PRODUCT))).isEqualTo(9);
        }
    }
}
