package dev.rowan.bench.start;

/** A program that does nothing. */
public final class Nothing {
    private Nothing() {}

    /** Does nothing. */
    public static void main(String[] arguments) {}
}
