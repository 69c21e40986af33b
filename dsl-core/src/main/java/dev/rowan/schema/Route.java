package dev.rowan.schema;

import dev.rowan.expression.Comparison;
import dev.rowan.expression.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of an association are found: the table that they are of, and which of its columns are equal to the owner's.
 * Where a table in between connects the two, the columns are those of the table in between. Immutable.
 *
 * @param rows the associated table, or an alias of it
 * @param link the table in between, or an alias of it, or null
 * @param onLink what joins the table in between to the rows, or null without one
 * @param key the columns that are equal to the key of the owner
 * @param condition which rows alone are meant, or null for all
 * @param <S> the associated table
 */
public record Route<S extends Table<?>>(
        S rows,
        @Nullable Table<?> link,
        @Nullable Condition onLink,
        List<? extends Column<?, ?>> key,
        @Nullable Condition condition) {

    /** {@code r1.order_id = orders.id}, for one row of the owner, and what else is said of these rows. */
    public Condition matches(Association<?, ?, ?> association) {
        Condition all = equal(key, association.ownerKey());
        Discriminator ofOwner = association.discriminator();
        all = ofOwner == null ? all : all.and(ofOwner.condition());
        return condition == null ? all : all.and(condition);
    }

    static Condition equal(List<? extends Column<?, ?>> left, List<? extends Column<?, ?>> right) {
        Condition all = new Comparison(left.get(0), Comparison.Operator.EQUAL, right.get(0));
        for (int i = 1; i < left.size(); i++) {
            all = all.and(new Comparison(left.get(i), Comparison.Operator.EQUAL, right.get(i)));
        }
        return all;
    }
}
