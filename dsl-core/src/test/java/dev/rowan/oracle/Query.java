package dev.rowan.oracle;

import dev.rowan.expression.SortKey;
import dev.rowan.oracle.Claim.Place;
import dev.rowan.schema.Association;
import dev.rowan.schema.Table;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.ToOne;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A query, in words that neither Rowan nor the database knows. Its rows come in the order of the primary key, where the other
 * keys do not tell, and in the direction of the last of them.
 *
 * @param aliased whether the table has another name
 * @param limit how many rows at most, -1 for all
 * @param offset how many rows are skipped, -1 for none
 */
record Query(
        Table<?> table,
        boolean aliased,
        @Nullable Claim condition,
        List<Sorting> order,
        long limit,
        long offset,
        List<Inclusion> inclusions) {

    /** Whether all rows come. */
    boolean isWhole() {
        return limit < 0 && offset < 0;
    }

    /** The direction of the primary key. */
    boolean isDescending() {
        return !order.isEmpty() && order.get(order.size() - 1).descending();
    }

    /** Shows all inclusions, the nested ones too. */
    void forEach(Consumer<Inclusion> visitor) {
        inclusions.forEach(one -> one.forEach(visitor));
    }

    /** How many inclusions there are. */
    int size() {
        List<Inclusion> all = new ArrayList<>();
        forEach(all::add);
        return all.size();
    }

    /**
     * A key of an order.
     *
     * @param place whose value is compared, or that whose associated rows are counted; its column is then of no use
     * @param counted what is counted, or null
     */
    record Sorting(Place place, @Nullable ToMany<?, ?, ?> counted, boolean descending, SortKey.Nulls nulls) {}

    /**
     * What is loaded beside rows.
     *
     * @param number tells it from all others of the query
     * @param limit how many of one parent at most, 0 for all
     * @param levels how deep it is repeated: 1 once, 0 to the end
     */
    record Inclusion(
            int number,
            Association<?, ?, ?> association,
            @Nullable Claim condition,
            List<Sorting> order,
            int limit,
            boolean required,
            int levels,
            List<Inclusion> nested) {

        void forEach(Consumer<Inclusion> visitor) {
            visitor.accept(this);
            nested.forEach(one -> one.forEach(visitor));
        }

        /** Whether it can be loaded by a join. */
        boolean isJoinable() {
            return association instanceof ToOne<?, ?, ?>
                    && condition == null
                    && levels > 0
                    && nested.stream().noneMatch(Inclusion::required);
        }

        /** Whether it can be loaded as JSON, which has an end. */
        boolean isNestable() {
            return levels > 0 && nested.stream().allMatch(Inclusion::isNestable);
        }

        /** What is included with its records, those of the next level among them. */
        List<Inclusion> within() {
            if (levels == 1) {
                return nested;
            }
            List<Inclusion> all = new ArrayList<>(nested);
            int rest = Math.max(0, levels - 1);
            all.add(new Inclusion(number, association, condition, order, limit, false, rest, nested));
            return all;
        }
    }
}
