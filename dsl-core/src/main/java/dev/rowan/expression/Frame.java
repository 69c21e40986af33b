package dev.rowan.expression;

import org.jspecify.annotations.Nullable;

/** Which rows around the current one a window function sees. */
public record Frame(
        Unit unit, Bound start, Bound end, @Nullable Exclusion exclusion) {

    /** In what the distance is counted. */
    public enum Unit {
        /** In rows. */
        ROWS,
        /** In values of the sort key. */
        RANGE,
        /** In groups of rows with equal sort keys. */
        GROUPS
    }

    /** Which rows of the frame are left out. */
    public enum Exclusion {
        /** The current row. */
        CURRENT_ROW,
        /** The current row and its peers. */
        GROUP,
        /** The peers of the current row, but not itself. */
        TIES
    }

    /** One end of a frame; the kinds stand in the order in which they may start and end one. */
    public record Bound(Kind kind, long distance) {

        /** On which side of the current row. */
        public enum Kind {
            /** The first row. */
            UNBOUNDED_PRECEDING,
            /** Some distance before. */
            PRECEDING,
            /** The current row, in a range or in groups with its peers. */
            CURRENT_ROW,
            /** Some distance after. */
            FOLLOWING,
            /** The last row. */
            UNBOUNDED_FOLLOWING
        }

        /**
         * Creates an end.
         *
         * @throws IllegalArgumentException if the distance is negative
         */
        public Bound {
            if (distance < 0) {
                throw new IllegalArgumentException("expected a distance of 0 or more, got " + distance);
            }
        }
    }

    static Frame of(Unit unit, Bound start, Bound end) {
        if (start.kind().compareTo(end.kind()) > 0
                || start.kind() == Bound.Kind.UNBOUNDED_FOLLOWING
                || end.kind() == Bound.Kind.UNBOUNDED_PRECEDING) {
            throw new IllegalArgumentException(
                    "expected a frame that starts before it ends, got " + start.kind() + " to " + end.kind());
        }
        return new Frame(unit, start, end, null);
    }

    Frame without(Exclusion rows) {
        return new Frame(unit, start, end, rows);
    }

    /** {@code unbounded preceding}. */
    public static Bound unboundedPreceding() {
        return new Bound(Bound.Kind.UNBOUNDED_PRECEDING, 0);
    }

    /** {@code preceding(2)} is {@code 2 preceding}. */
    public static Bound preceding(long distance) {
        return new Bound(Bound.Kind.PRECEDING, distance);
    }

    /** {@code current row}. */
    public static Bound currentRow() {
        return new Bound(Bound.Kind.CURRENT_ROW, 0);
    }

    /** {@code following(2)} is {@code 2 following}. */
    public static Bound following(long distance) {
        return new Bound(Bound.Kind.FOLLOWING, distance);
    }

    /** {@code unbounded following}. */
    public static Bound unboundedFollowing() {
        return new Bound(Bound.Kind.UNBOUNDED_FOLLOWING, 0);
    }
}
