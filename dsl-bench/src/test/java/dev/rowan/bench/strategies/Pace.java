package dev.rowan.bench.strategies;

/** How long to measure. */
enum Pace {
    /** Before the first figure, so that the compiler has seen every shape. */
    WARMUP(1_500, 0, 0),
    /** A few minutes in all. */
    SHORT(150, 5, 50),
    /** For figures that are to be steadier. */
    LONG(500, 10, 200);

    private static final long MILLISECOND = 1_000_000;

    private final int warmup;
    private final int rounds;
    private final int round;

    Pace(int warmup, int rounds, int round) {
        this.warmup = warmup;
        this.rounds = rounds;
        this.round = round;
    }

    /** Nanoseconds for each contestant before anything is measured. */
    long warmup() {
        return warmup * MILLISECOND;
    }

    int rounds() {
        return rounds;
    }

    /** Nanoseconds for each contestant in a round. */
    long round() {
        return round * MILLISECOND;
    }
}
