package dev.rowan.oracle;

import dev.rowan.expression.Comparison.Operator;
import dev.rowan.schema.Association;
import dev.rowan.schema.Column;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.ToOne;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of a row, and of those around it; it names the tables and columns as they are declared. */
sealed interface Claim {

    /**
     * A row that is in sight.
     *
     * @param level 0 is the row of the query, 1 that of the relation in it, and so on
     * @param path where it leads from there
     */
    record Origin(int level, List<ToOne<?, ?, ?>> path) {
        @Override
        public String toString() {
            return level + (path.isEmpty() ? "" : "" + path);
        }
    }

    /** A value that is in sight. */
    record Place(Origin origin, Column<?, ?> column) {
        @Override
        public String toString() {
            return origin + ":" + column;
        }
    }

    /** A value compares with a constant. */
    record Compares(Place place, Operator operator, Object value) implements Claim {}

    /** A value compares with another. */
    record ComparesPlaces(Place left, Operator operator, Place right) implements Claim {}

    /** A value is NULL, or is not. */
    record IsNull(Place place, boolean negated) implements Claim {}

    /** A value is one of several, or is not. */
    record IsIn(Place place, List<Object> values, boolean negated) implements Claim {}

    /** Both are true. */
    record Both(Claim left, Claim right) implements Claim {}

    /** One is true, or both. */
    record Either(Claim left, Claim right) implements Claim {}

    /** It is not true. */
    record Opposite(Claim claim) implements Claim {}

    /** How many of the associated rows are meant. */
    enum Quantifier {
        ANY,
        NONE,
        ALL
    }

    /** What is said of associated rows, of all of them if there is no condition. */
    record Relates(
            Origin origin,
            Association<?, ?, ?> association,
            Quantifier quantifier,
            @Nullable Claim condition) implements Claim {}

    /** How many associated rows there are for which a condition is true. */
    record Counts(
            Origin origin,
            ToMany<?, ?, ?> association,
            @Nullable Claim condition,
            Operator operator,
            long number) implements Claim {}

    /** What the numbers of the associated rows add up to. */
    record Sums(Origin origin, ToMany<?, ?, ?> association, Column<?, ?> summed, Operator operator, long number)
            implements Claim {}
}
