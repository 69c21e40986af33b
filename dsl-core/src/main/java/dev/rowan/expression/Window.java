package dev.rowan.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a function over a window sees. Immutable.
 *
 * <pre>{@code
 * sum(ORDER.TOTAL).over(partitionBy(ORDER.USER_ID).orderBy(ORDER.ID.asc()).rows(preceding(2), currentRow()))
 * // sum(total) over (partition by user_id order by id asc rows between 2 preceding and current row)
 * }</pre>
 *
 * @param name the name under which it stands in the {@code window} clause, or null if it is written where it is used
 * @param frame which rows around the current one, or null for the default
 */
public record Window(
        @Nullable Identifier name,
        List<Expression<?>> partition,
        List<SortKey> order,
        @Nullable Frame frame) {
    /** All rows. */
    public static final Window ALL = new Window(null, List.of(), List.of(), null);

    /** Creates a window, copying the lists. */
    public Window {
        partition = List.copyOf(partition);
        order = List.copyOf(order);
    }

    /** {@code partitionBy(ORDER.USER_ID)} is {@code partition by user_id}. */
    public static Window partitionBy(Expression<?>... keys) {
        return new Window(null, List.of(keys), List.of(), null);
    }

    /** {@code Window.by(ORDER.ID.asc())} is {@code order by id asc}. */
    public static Window by(SortKey... keys) {
        return ALL.orderBy(keys);
    }

    /** {@code partitionBy(…).orderBy(ORDER.ID.asc())} is {@code partition by … order by id asc}. */
    public Window orderBy(SortKey... keys) {
        return new Window(name, partition, List.of(keys), frame);
    }

    /** {@code .rows(preceding(2), currentRow())} is {@code rows between 2 preceding and current row}. */
    public Window rows(Frame.Bound start, Frame.Bound end) {
        return with(Frame.of(Frame.Unit.ROWS, start, end));
    }

    /** {@code .range(unboundedPreceding(), currentRow())} is {@code range between unbounded preceding and current row}. */
    public Window range(Frame.Bound start, Frame.Bound end) {
        return with(Frame.of(Frame.Unit.RANGE, start, end));
    }

    /** {@code .groups(preceding(1), following(1))} is {@code groups between 1 preceding and 1 following}. */
    public Window groups(Frame.Bound start, Frame.Bound end) {
        return with(Frame.of(Frame.Unit.GROUPS, start, end));
    }

    /**
     * {@code .rows(…).exclude(TIES)} is {@code rows … exclude ties}.
     *
     * @throws IllegalStateException if no frame was given before
     */
    public Window exclude(Frame.Exclusion exclusion) {
        if (frame == null) {
            throw new IllegalStateException(
                    "expected rows(…), range(…) or groups(…) before exclude(" + exclusion + ")");
        }
        return with(frame.without(exclusion));
    }

    private Window with(Frame newFrame) {
        return new Window(name, partition, order, newFrame);
    }

    /** The same window under a name, so that several functions share one definition: {@code window "w" as (…)}. */
    public Window as(String newName) {
        return new Window(Identifier.of(newName), partition, order, frame);
    }
}
