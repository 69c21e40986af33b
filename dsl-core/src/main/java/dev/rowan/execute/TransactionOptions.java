package dev.rowan.execute;

import dev.rowan.expression.Identifier;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction runs: {@code TransactionOptions.DEFAULT.withIsolation(Isolation.SERIALIZABLE).withRetry(Retry.onConflict(5))}. Immutable;
 * {@code withX} methods return a changed copy. What a database lacks is refused before anything is sent.
 */
public final class TransactionOptions {
    /**
     * What the connection says, no limit of time, one try; several tries on a database where it is not the exception that transactions fall
     * to each other ({@link Dialect#usualAttempts()}).
     */
    public static final TransactionOptions DEFAULT = new TransactionOptions(null, null, false, null, null, null, null);

    private final @Nullable String name;
    private final @Nullable Isolation isolation;
    private final boolean readOnly;
    private final @Nullable Duration age;
    private final @Nullable Duration timeout;
    private final @Nullable List<Identifier> deferred; // empty for all
    private final @Nullable Retry retry; // null for what is usual on the database

    private TransactionOptions(
            @Nullable String name,
            @Nullable Isolation isolation,
            boolean readOnly,
            @Nullable Duration age,
            @Nullable Duration timeout,
            @Nullable List<Identifier> deferred,
            @Nullable Retry retry) {
        this.name = name;
        this.isolation = isolation;
        this.readOnly = readOnly;
        this.age = age;
        this.timeout = timeout;
        this.deferred = deferred;
        this.retry = retry;
    }

    /** Calls the transaction by a name, which errors and {@link Transaction#name()} tell. */
    public TransactionOptions withName(String newName) {
        return new TransactionOptions(newName, isolation, readOnly, age, timeout, deferred, retry);
    }

    /** Isolates the transaction at least so much; without, as much as the connection does. */
    public TransactionOptions withIsolation(Isolation newIsolation) {
        return new TransactionOptions(name, newIsolation, readOnly, age, timeout, deferred, retry);
    }

    /** Has the database refuse whatever writes. */
    public TransactionOptions withReadOnly() {
        return new TransactionOptions(name, isolation, true, age, timeout, deferred, retry);
    }

    /**
     * Reads what was there so long ago, in all of its statements, and has the database refuse whatever writes. Such reads wait for no
     * writer, and a copy nearby can answer them. How far back they reach is the server's to say.
     *
     * @throws IllegalArgumentException if the age is not a number of milliseconds, one at least
     */
    public TransactionOptions withAge(Duration newAge) {
        if (newAge.isNegative() || newAge.isZero() || !newAge.equals(newAge.truncatedTo(ChronoUnit.MILLIS))) {
            throw new IllegalArgumentException(
                    "expected an age of whole milliseconds, one at least, got " + newAge + "; round it up");
        }
        return new TransactionOptions(name, isolation, true, newAge, timeout, deferred, retry);
    }

    /**
     * Gives the transaction so much time, from its beginning to its commit, all its tries included. A statement gets what is left,
     * in whole seconds; one that comes too late is not sent, and a transaction that is late is not committed.
     *
     * @throws IllegalArgumentException if the time is not positive
     */
    public TransactionOptions withTimeout(Duration newTimeout) {
        if (newTimeout.isNegative() || newTimeout.isZero() || newTimeout.toDays() > 365) {
            throw new IllegalArgumentException("expected a time of up to a year, got " + newTimeout);
        }
        return new TransactionOptions(name, isolation, readOnly, age, newTimeout, deferred, retry);
    }

    /** Has constraints that are deferrable wait for the commit: {@code set constraints all deferred}, or only the named ones. */
    public TransactionOptions withDeferredConstraints(String... constraints) {
        List<Identifier> names = Arrays.stream(constraints).map(Identifier::of).toList();
        return new TransactionOptions(name, isolation, readOnly, age, timeout, names, retry);
    }

    /** Tries the transaction again, as a whole, when it fell to another. */
    public TransactionOptions withRetry(Retry newRetry) {
        return new TransactionOptions(name, isolation, readOnly, age, timeout, deferred, newRetry);
    }

    @Nullable
    String name() {
        return name;
    }

    @Nullable
    Isolation isolation() {
        return isolation;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    /** The statement that turns to the past, or null if it reads what is there now. */
    @Nullable
    String readOfThePast(Dialect dialect) {
        return age == null ? null : dialect.readOfThePast(age);
    }

    @Nullable
    Duration timeout() {
        return timeout;
    }

    Retry retry(Dialect dialect) {
        return retry == null ? Retry.onConflict(dialect.usualAttempts()) : retry;
    }

    boolean saysRetry() {
        return retry != null && retry != Retry.NEVER;
    }

    /** The statement that defers constraints, or null if none is to wait. */
    @Nullable
    String deferral(Dialect dialect) {
        if (deferred == null) {
            return null;
        }
        String names = deferred.stream()
                .map(constraint -> constraint.quoted(dialect.quotes()))
                .collect(Collectors.joining(", "));
        return "set constraints " + (names.isEmpty() ? "all" : names) + " deferred";
    }

    /** Whether it says how the database must run the transaction, which only its beginning can. */
    boolean isOfTheBeginning() {
        return isolation != null || readOnly || deferred != null;
    }

    void require(Dialect dialect) {
        if (isolation == Isolation.SERIALIZABLE) {
            dialect.require(Feature.SERIALIZABLE);
        }
        if (age != null) {
            dialect.require(Feature.READ_OF_THE_PAST);
        }
        if (readOnly) {
            dialect.require(Feature.READ_ONLY_TRANSACTION);
        }
        if (deferred != null) {
            dialect.require(Feature.DEFERRED_CONSTRAINTS);
        }
    }
}
