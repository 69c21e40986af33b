package dev.rowan.query;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.RawText;
import dev.rowan.type.SqlType;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statement that was written by hand and yields no rows. Immutable.
 *
 * <pre>{@code command("vacuum users")}</pre>
 *
 * See {@link RawQuery} for its parameters.
 */
public final class RawCommand extends SqlCommand {
    private final Bindings bindings;

    RawCommand(Bindings bindings) {
        this.bindings = bindings;
    }

    /** Gives a parameter its value; null is SQL NULL. */
    public <T> RawCommand bind(String parameter, SqlType<T> type, @Nullable T value) {
        return new RawCommand(bindings.with(parameter, type, value));
    }

    /** {@code .bind("email", "ann@example.org")} gives a parameter a text. */
    public RawCommand bind(String parameter, String value) {
        return new RawCommand(bindings.withValue(parameter, SqlType.TEXT, value));
    }

    /** {@code .bind("id", 42)} gives a parameter a whole number. */
    public RawCommand bind(String parameter, long value) {
        return new RawCommand(bindings.withValue(parameter, SqlType.BIGINT, value));
    }

    /**
     * {@code .bindAll("ids", SqlType.BIGINT, List.of(1L, 2L))} gives a parameter, as in {@code id in (:ids)}, a list.
     *
     * @throws IllegalArgumentException if the list is empty, for {@code in ()} is no SQL, or holds null
     */
    public <T> RawCommand bindAll(String parameter, SqlType<T> type, Collection<? extends T> values) {
        return new RawCommand(bindings.withAll(parameter, type, values));
    }

    /** The text. */
    public RawText text() {
        return bindings.text();
    }

    /** The values of a parameter, several for a list. */
    public List<BoundValue<?>> values(String parameter) {
        return bindings.get(parameter);
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitRawCommand(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RawCommand that && bindings.equals(that.bindings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(bindings);
    }
}
