package dev.rowan.query;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Expression;
import dev.rowan.expression.ListParameter;
import dev.rowan.expression.Setting;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * What a compiled query is given when it is run: {@code Input.value(SqlType.BIGINT)} or {@code Input.list(SqlType.BIGINT)}. Immutable.
 *
 * @param <V> what is given
 * @param <P> what stands for it within the query
 */
public abstract sealed class Input<V, P> {
    private static final int STEP = 1_024; // beyond which twice as many places might be more than a statement can have

    private Input() {}

    /**
     * One value, which is not null.
     *
     * @throws IllegalArgumentException if the type is JSON or an array
     */
    public static <T> Input<T, Expression<T>> value(SqlType<T> type) {
        Setting.of("parameter", type); // refuses the type
        return new One<>(type);
    }

    /**
     * Several values, none of them null, for {@code in} and {@code notIn}. The text has as many places as the next power of two, from 1,024 on
     * as the next multiple of that, and the last value fills those that are left, so that few texts serve lists of any length. No value is in
     * an empty list.
     *
     * @throws IllegalArgumentException if the type is JSON or an array
     */
    public static <T> Input<Collection<? extends T>, ListParameter<T>> list(SqlType<T> type) {
        Setting.of("parameter", type);
        return new Several<>(type);
    }

    /** What is given, as it is now. */
    abstract V settled(V given);

    /** How many places the text needs for what is given. */
    abstract int places(V given);

    /** What stands for so many places, which it adds. */
    abstract P parameter(int places, List<Setting<?>> added);

    /** Puts a value into each place, from an index on. */
    abstract void bind(V given, int places, BoundValue<?>[] values, int from);

    private static final class One<T> extends Input<T, Expression<T>> {
        private final SqlType<T> type;

        One(SqlType<T> type) {
            this.type = type;
        }

        @Override
        T settled(T given) {
            return given;
        }

        @Override
        int places(T given) {
            return 1;
        }

        @Override
        Expression<T> parameter(int places, List<Setting<?>> added) {
            Setting<T> parameter = Setting.of("parameter", type);
            added.add(parameter);
            return parameter;
        }

        @Override
        void bind(T given, int places, BoundValue<?>[] values, int from) {
            values[from] = BoundValue.of(type, given);
        }
    }

    private static final class Several<T> extends Input<Collection<? extends T>, ListParameter<T>> {
        private final SqlType<T> type;

        Several(SqlType<T> type) {
            this.type = type;
        }

        @Override
        @SuppressWarnings("unchecked") // the elements of a collection of T
        Collection<? extends T> settled(Collection<? extends T> given) {
            if (given == null) {
                throw new IllegalArgumentException(
                        "expected a list of " + type + ", got null; an empty one finds nothing");
            }
            return (Collection<? extends T>) Arrays.asList(given.toArray());
        }

        @Override
        int places(Collection<? extends T> given) {
            int size = given.size();
            if (size > STEP) {
                return (size + STEP - 1) / STEP * STEP;
            }
            return size < 2 ? size : Integer.highestOneBit(size - 1) * 2;
        }

        @Override
        ListParameter<T> parameter(int places, List<Setting<?>> added) {
            List<Setting<T>> all = new ArrayList<>(places);
            for (int i = 0; i < places; i++) {
                all.add(Setting.of("parameter", type));
            }
            added.addAll(all);
            return new ListParameter<>(all);
        }

        @Override
        void bind(Collection<? extends T> given, int places, BoundValue<?>[] values, int from) {
            int next = from;
            for (T value : given) {
                values[next++] = BoundValue.of(type, value);
            }
            while (next < from + places) {
                values[next] = values[next - 1];
                next++;
            }
        }
    }
}
