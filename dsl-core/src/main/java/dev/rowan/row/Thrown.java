package dev.rowan.row;

import dev.rowan.error.DecodeException;

/** What a handle may throw beyond what its callers declare: only what a record's constructor throws. */
final class Thrown {
    private Thrown() {}

    static DecodeException byConstructor(Throwable e) {
        return new DecodeException("expected the record's constructor to accept the row, but it threw " + e, e);
    }
}
