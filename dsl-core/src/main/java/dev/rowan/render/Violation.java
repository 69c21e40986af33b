package dev.rowan.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which constraint refused a write. Immutable.
 *
 * @param constraint its name, or null if it is not known
 * @param columns the columns of the written table that it is on, empty if they are not known
 */
public record Violation(@Nullable String constraint, List<String> columns) {
    /** Nothing is known. */
    public static final Violation UNKNOWN = new Violation(null, List.of());

    /** Copies the columns. */
    public Violation {
        columns = List.copyOf(columns);
    }
}
