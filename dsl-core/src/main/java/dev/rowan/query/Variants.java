package dev.rowan.query;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The queries that a function makes of its parameters: one, or, where lists are among them, one for each number of places. Thread-safe. */
final class Variants<R extends @Nullable Object> {
    private static final int BITS = 21; // of a number of places, of which a key holds three

    private final Input<Object, Object>[] inputs;
    private final Function<Object[], RowQuery<R>> function;
    private final Map<Long, Variant<R>> made = new ConcurrentHashMap<>(); // by their numbers of places
    private final Variant<R> single; // of one place for each input

    private static final class Variant<R> {
        final RowQuery<R> query;
        final Map<Setting<?>, Integer> parameters; // to the places of their values

        Variant(RowQuery<R> query, List<Setting<?>> parameters) {
            this.query = query;
            Map<Setting<?>, Integer> places = new HashMap<>();
            parameters.forEach(parameter -> places.put(parameter, places.size()));
            this.parameters = places;
        }
    }

    @SuppressWarnings("unchecked") // whoever calls gives each input what is its own
    Variants(Function<Object[], RowQuery<R>> function, Input<?, ?>... inputs) {
        this.inputs = (Input<Object, Object>[]) inputs;
        this.function = function;
        int[] places = new int[inputs.length];
        Arrays.fill(places, 1);
        this.single = variant(places);
    }

    private Variant<R> variant(int[] places) {
        List<Setting<?>> parameters = new ArrayList<>();
        Object[] arguments = new Object[places.length];
        for (int i = 0; i < places.length; i++) {
            arguments[i] = inputs[i].parameter(places[i], parameters);
        }
        return new Variant<>(function.apply(arguments), parameters);
    }

    /** The query with values. */
    BoundQuery<R> with(Object... given) {
        int[] places = new int[given.length];
        long key = 0;
        boolean isSingle = true;
        for (int i = 0; i < given.length; i++) {
            given[i] = inputs[i].settled(given[i]);
            places[i] = inputs[i].places(given[i]);
            isSingle &= places[i] == 1;
            key = key << BITS | places[i];
        }
        Variant<R> variant = isSingle ? single : made.computeIfAbsent(key, any -> variant(places));
        BoundValue<?>[] values = new BoundValue<?>[variant.parameters.size()];
        int from = 0;
        for (int i = 0; i < given.length; i++) {
            inputs[i].bind(given[i], places[i], values, from);
            from += places[i];
        }
        return new BoundQuery<>(variant.query, variant.parameters, values);
    }
}
