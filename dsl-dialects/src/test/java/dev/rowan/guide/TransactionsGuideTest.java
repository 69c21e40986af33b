package dev.rowan.guide;

import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.error.QueryException;
import dev.rowan.execute.Database;
import dev.rowan.execute.Isolation;
import dev.rowan.execute.Retry;
import dev.rowan.execute.Transaction;
import dev.rowan.execute.TransactionOptions;
import dev.rowan.migrate.LiveSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/transactions.md}, run on H2. */
final class TransactionsGuideTest {
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

            db.transaction(tx -> {
                tx.execute(update(PRODUCT).set(PRODUCT.STOCK, 9).where(p -> p.ID.eq(1)));
                try {
                    tx.transaction(part -> part.execute(
                            insertInto(ORDER).set(ORDER.USER_ID, 4711).set(ORDER.TOTAL_IN_CENTS, 1)));
                } catch (QueryException e) {
                    assertThat(e.kind()).isEqualTo(QueryException.Kind.FOREIGN_KEY_VIOLATION);
                }
                return null;
            });

            try (Transaction tx = db.begin()) {
                tx.execute(update(PRODUCT).set(PRODUCT.STOCK, 0).everyRow());
            }

            assertThat(mailed).containsExactly(order);
            assertThat(stock).isEqualTo(1);
            assertThat(db.fetchOne(select(PRODUCT.STOCK).from(PRODUCT))).isEqualTo(9);
        }
    }
}
