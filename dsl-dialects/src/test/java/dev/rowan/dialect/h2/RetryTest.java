package dev.rowan.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.QueryException;
import dev.rowan.error.QueryException.Kind;
import dev.rowan.execute.Database;
import dev.rowan.execute.Retry;
import dev.rowan.execute.Transaction;
import dev.rowan.execute.TransactionBody;
import dev.rowan.execute.TransactionOptions;
import dev.rowan.render.Dialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often, and how long after, a transaction is tried again. */
final class RetryTest {
    private final Database db = Database.connect("jdbc:h2:mem:retry");
    private final List<Duration> waits = new ArrayList<>();
    private final List<Transaction> tries = new ArrayList<>();
    private final Retry retry = Retry.onConflict(5)
            .backoff(Duration.ofMillis(100), Duration.ofMillis(300))
            .jitter(0)
            .with(waits::add, () -> 0.5);

    @AfterEach
    void close() {
        db.close();
    }

    private Object tryWith(Retry how, Kind kind) {
        return db.transaction(TransactionOptions.DEFAULT.withRetry(how), tx -> {
            tries.add(tx);
            throw new QueryException(kind, "no", null);
        });
    }

    @Test
    void waitsDoubleUpToTheCapAndTheLastFailureIsThrown() {
        assertThatThrownBy(() -> tryWith(retry, Kind.CONFLICT))
                .isInstanceOfSatisfying(
                        QueryException.class, e -> assertThat(e.isRetryable()).isTrue());

        assertThat(tries).hasSize(5).doesNotHaveDuplicates();
        assertThat(waits)
                .containsExactly(
                        Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(300), Duration.ofMillis(300));
    }

    @Test
    void jitterShortensWaits() {
        assertThatThrownBy(() -> tryWith(retry.jitter(0.4), Kind.CONFLICT)).isInstanceOf(QueryException.class);

        assertThat(waits).startsWith(Duration.ofMillis(80), Duration.ofMillis(160));
    }

    @Test
    void lockTimeoutIsTriedAgainOnlyIfAskedFor() {
        assertThatThrownBy(() -> tryWith(retry, Kind.LOCK_TIMEOUT)).isInstanceOf(QueryException.class);
        assertThat(tries).hasSize(1);

        assertThatThrownBy(() -> tryWith(retry.orLockTimeout(), Kind.LOCK_TIMEOUT))
                .isInstanceOf(QueryException.class);
        assertThat(tries).hasSize(6);
    }

    @Test
    void nothingElseIsTriedAgain() {
        for (Kind kind : Kind.values()) {
            tries.clear();
            assertThatThrownBy(() -> tryWith(retry, kind)).isInstanceOf(QueryException.class);
            assertThat(tries).as(kind.name()).hasSize(kind == Kind.CONFLICT ? 5 : 1);
        }
    }

    @Test
    void severalTriesAreUsualWhereTheDialectSaysSo() {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:retry");
        Database busy = Database.of(source, new Dialect("Busy", 1, 0) {
            @Override
            public int usualAttempts() {
                return 3;
            }
        });
        TransactionBody<Object, RuntimeException> falling = tx -> {
            tries.add(tx);
            throw new QueryException(Kind.CONFLICT, "no", null);
        };

        assertThatThrownBy(() -> busy.transaction(falling)).isInstanceOf(QueryException.class);
        assertThat(tries).hasSize(3);

        assertThatThrownBy(() -> busy.transaction(TransactionOptions.DEFAULT.withRetry(Retry.NEVER), falling))
                .isInstanceOf(QueryException.class);
        assertThat(tries).hasSize(4);

        assertThatThrownBy(() -> db.transaction(falling)).isInstanceOf(QueryException.class);
        assertThat(tries).hasSize(5);
    }

    @Test
    void successEndsTheTries() {
        int result = db.transaction(TransactionOptions.DEFAULT.withRetry(retry), tx -> {
            tries.add(tx);
            if (tries.size() < 3) {
                throw new QueryException(Kind.CONFLICT, "no", null);
            }
            return tries.size();
        });

        assertThat(result).isEqualTo(3);
    }

    @Test
    void actionsOfTriesThatFailedNeverRun() {
        List<Integer> ran = new ArrayList<>();
        db.transaction(TransactionOptions.DEFAULT.withRetry(retry), tx -> {
            tries.add(tx);
            int number = tries.size();
            tx.afterCommit(() -> ran.add(number));
            if (number < 3) {
                throw new QueryException(Kind.CONFLICT, "no", null);
            }
            return 0;
        });

        assertThat(ran).containsExactly(3);
    }

    @Test
    void thereIsNoTryAfterTheTimeOfTheTransaction() {
        TransactionOptions hurried = TransactionOptions.DEFAULT.withRetry(retry).withTimeout(Duration.ofMillis(90));

        assertThatThrownBy(() -> db.transaction(hurried, tx -> {
                    tries.add(tx);
                    throw new QueryException(Kind.CONFLICT, "no", null);
                }))
                .isInstanceOf(QueryException.class);
        assertThat(tries).hasSize(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void interruptionEndsTheTries() {
        Retry interrupted = retry.with(
                duration -> {
                    throw new InterruptedException();
                },
                () -> 0);

        assertThatThrownBy(() -> tryWith(interrupted, Kind.CONFLICT)).isInstanceOf(QueryException.class);
        assertThat(tries).hasSize(1);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void settingsWithoutASenseAreRefused() {
        assertThatThrownBy(() -> Retry.onConflict(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> retry.jitter(1.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> retry.jitter(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> retry.backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TransactionOptions.DEFAULT.withAge(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TransactionOptions.DEFAULT.withAge(Duration.ofNanos(1_500_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected an age of whole milliseconds, one at least, got PT0.0015S; round it up");
        assertThatThrownBy(() -> TransactionOptions.DEFAULT.withTimeout(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
