package dev.rowan.execute;

import dev.rowan.error.QueryException;
import dev.rowan.error.QueryException.Kind;
import java.time.Duration;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How often {@link Database#connect(PoolConfig)} tries to reach a server that may be starting: {@code
 * ConnectRetry.attempts(5).backoff(Duration.ofSeconds(1), Duration.ofSeconds(30)).jitter(0.2)}. It tries again where the server, or an
 * address for its name, is missing, and never where the server refuses the user, the password or the database. Once there is a pool, the
 * pool itself replaces connections that were lost. Immutable.
 */
public final class ConnectRetry {
    /** No second try. */
    public static final ConnectRetry NEVER = attempts(1);

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final Set<Kind> PASSING = Set.of(Kind.CONNECTION, Kind.UNKNOWN_HOST);

    private final Retry times;

    private ConnectRetry(Retry times) {
        this.times = times;
    }

    /**
     * Tries so often in all, at first after about a second, then after twice the time before, up to 30 s.
     *
     * @throws IllegalArgumentException if the number is less than 1
     */
    public static ConnectRetry attempts(int attempts) {
        return new ConnectRetry(Retry.onConflict(attempts)
                .backoff(Duration.ofSeconds(1), Duration.ofSeconds(30))
                .jitter(0.2));
    }

    /**
     * Waits so long before the second try, then twice the time before, but never longer than the cap.
     *
     * @throws IllegalArgumentException if a time is negative, or the first exceeds the cap
     */
    public ConnectRetry backoff(Duration first, Duration cap) {
        return new ConnectRetry(times.backoff(first, cap));
    }

    /**
     * Shortens each wait by a random share of up to this, so that programs that start together do not all come at once.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1
     */
    public ConnectRetry jitter(double share) {
        return new ConnectRetry(times.jitter(share));
    }

    /** Waits and draws lots by other means than the clock and chance, for tests. */
    public ConnectRetry with(Retry.Pause pause, DoubleSupplier random) {
        return new ConnectRetry(times.with(pause, random));
    }

    /** Connects; an interrupt ends the waiting, and the last failure is thrown. */
    <T> T run(Supplier<T> connecting) {
        for (int tries = 1; ; tries++) {
            try {
                return connecting.get();
            } catch (QueryException e) {
                if (!PASSING.contains(e.kind()) || tries >= times.attempts()) {
                    throw e;
                }
                Duration wait = times.wait(tries);
                LOG.warn("could not connect ({}), try {} of {} in {}", e.kind(), tries + 1, times.attempts(), wait);
                if (!times.pause(wait)) {
                    throw e;
                }
            }
        }
    }
}
