package dev.rowan.include;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.query.Select;
import dev.rowan.schema.Include;
import dev.rowan.schema.IncludeStrategy;
import dev.rowan.schema.ToOne;

/** Which include is loaded how. */
final class Strategies {
    private Strategies() {}

    /** Whether the records come by a join to the rows of their parents. */
    static boolean isJoined(Include<?, ?, ?> include, Select<?, ?> parents) {
        boolean possible = include.association() instanceof ToOne<?, ?, ?> one
                && one.leadsToUnique()
                && !include.isFiltered()
                && include.unfiltered().isEmpty()
                && !include.isRecursive()
                && !isOfManyRows(parents)
                && parents.lock() == null;
        return switch (include.strategy()) {
            case AUTO -> possible;
            case JOIN -> {
                if (!possible) {
                    throw new InvalidQueryException(
                            "expected an include by JOIN to be of an association to one record by a"
                                    + " unique key, all that the default filters let through, in a select that neither locks, groups nor is distinct, got "
                                    + include + "; leave the strategy out, or say KEYED");
                }
                yield true;
            }
            case KEYED, JSON -> false;
        };
    }

    /** Whether the records come as a value in the rows of their parents. */
    static boolean isJson(Include<?, ?, ?> include, Select<?, ?> parents) {
        if (include.strategy() != IncludeStrategy.JSON) {
            return false;
        }
        if (isEndless(include) || isOfManyRows(parents)) {
            throw new InvalidQueryException(
                    "expected an include by JSON to end at a depth, in a select that neither groups nor"
                            + " is distinct, got " + include + "; leave the strategy out, or say KEYED");
        }
        return true;
    }

    private static boolean isEndless(Include<?, ?, ?> include) {
        return include.isRecursive() || include.nested().stream().anyMatch(Strategies::isEndless);
    }

    private static boolean isOfManyRows(Select<?, ?> parents) {
        return parents.isDistinct() || !parents.groupKeys().isEmpty();
    }
}
