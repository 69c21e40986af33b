package dev.rowan.include;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which buffered rows belong to which of the keys that were asked for, in the order of the rows. */
final class RowsByKey {
    private final Map<Object, Chain> chains = new HashMap<>();
    private int[] next = {}; // for each row the following one of the same key, or -1

    /** The rows of one key. */
    static final class Chain {
        private int first = -1;
        private int last = -1;
        private int count;

        int count() {
            return count;
        }

        /** The first row, or -1. */
        int first() {
            return first;
        }
    }

    /** Asks for the rows of a key; false if they are asked for already. */
    boolean ask(Object key) {
        if (chains.containsKey(key)) {
            return false;
        }
        chains.put(key, new Chain());
        return true;
    }

    /** Makes room for that many rows. */
    void reserve(int rows) {
        next = Arrays.copyOf(next, rows);
    }

    /** Adds a row, for which room was made; false if nobody asked for its key. */
    boolean add(Object key, int row) {
        Chain chain = chains.get(key);
        if (chain == null) {
            return false;
        }
        next[row] = -1;
        if (chain.count++ == 0) {
            chain.first = row;
        } else {
            next[chain.last] = row;
        }
        chain.last = row;
        return true;
    }

    /** The rows of a key, or null if nobody asked for it. */
    @Nullable
    Chain of(@Nullable Object key) {
        return key == null ? null : chains.get(key);
    }

    /** The row of the same key that follows, or -1. */
    int next(int row) {
        return next[row];
    }
}
