package dev.rowan.contract;

import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * Cases made by chance and yet the same in every run. {@code -Drowan.cases=10000} makes more of them, {@code -Drowan.seed=7}
 * others; a failure says which.
 */
public final class RandomCases {
    private static final int CASES = cases(300);
    private static final long SEED = Long.getLong("rowan.seed", 20_260_101);

    private RandomCases() {}

    /** So many cases, unless it is said on the command line. */
    public static int cases(int usual) {
        return Integer.getInteger("rowan.cases", usual);
    }

    /** The seed of the first case. */
    public static long seed() {
        return SEED;
    }

    /** What one case does. */
    interface Case {
        /** Makes and checks a case. */
        void check(Random random) throws Throwable;
    }

    /** Runs the cases, each with a random number generator of its own. */
    static void run(Case body) {
        run(CASES, body);
    }

    /** Runs so many cases. */
    static void run(int cases, Case body) {
        for (int i = 0; i < cases; i++) {
            long seed = SEED + i;
            named("case of seed " + seed, () -> body.check(new Random(seed)));
        }
    }

    /** Runs a check whose failure begins with a name. */
    public static void named(String name, ThrowingCallable check) {
        try {
            check.call();
        } catch (Throwable failure) {
            throw new AssertionError(name + ": " + failure.getMessage(), failure);
        }
    }

    /** One of a list. */
    public static <T> T oneOf(Random random, List<? extends T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
