package dev.rowan.query;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.RawText;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** SQL that was written by hand, and the values of its parameters: one for most, several for a list. Immutable. */
final class Bindings {
    private final RawText text;
    private final Map<String, List<BoundValue<?>>> values;

    Bindings(RawText text) {
        this(text, Map.of());
    }

    private Bindings(RawText text, Map<String, List<BoundValue<?>>> values) {
        this.text = text;
        this.values = values;
    }

    RawText text() {
        return text;
    }

    <T> Bindings with(String parameter, SqlType<T> type, @Nullable T value) {
        return with(parameter, List.of(new BoundValue<@Nullable T>(type, value)));
    }

    /** A parameter whose value must not be null. */
    <T> Bindings withValue(String parameter, SqlType<T> type, T value) {
        return with(parameter, List.of(BoundValue.of(type, value)));
    }

    <T> Bindings withAll(String parameter, SqlType<T> type, Collection<? extends T> all) {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("expected at least one value for parameter " + parameter
                    + ", got none; leave out the statement where there is nothing to find");
        }
        List<BoundValue<?>> bound = new ArrayList<>(all.size());
        all.forEach(value -> bound.add(BoundValue.of(type, value)));
        return with(parameter, bound);
    }

    private Bindings with(String parameter, List<BoundValue<?>> bound) {
        if (!text.parameters().contains(parameter)) {
            throw new IllegalArgumentException(
                    "expected one of the parameters " + text.parameters() + ", got " + parameter + ", for: " + text);
        }
        if (values.containsKey(parameter)) {
            throw new IllegalArgumentException("expected parameter " + parameter + " to be bound once, got it twice");
        }
        Map<String, List<BoundValue<?>>> more = new LinkedHashMap<>(values);
        more.put(parameter, List.copyOf(bound));
        return new Bindings(text, more);
    }

    List<BoundValue<?>> get(String parameter) {
        List<BoundValue<?>> bound = values.get(parameter);
        if (bound == null) {
            throw new InvalidQueryException(
                    "expected a value for parameter " + parameter + ", got none; bind it, for: " + text);
        }
        return bound;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bindings that
                && text.toString().equals(that.text.toString())
                && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text.toString(), values);
    }
}
