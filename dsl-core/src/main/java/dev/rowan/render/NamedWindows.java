package dev.rowan.render;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.Window;
import java.util.LinkedHashMap;
import java.util.Map;

/** The windows of one select that have a name, for its {@code window} clause. For one rendering. */
final class NamedWindows {
    private final Map<Identifier, Window> windows = new LinkedHashMap<>();

    void declare(Identifier name, Window window) {
        Window known = windows.putIfAbsent(name, window);
        if (known != null && !known.equals(window)) {
            throw new InvalidQueryException(
                    "expected one window of the name " + name + " in a select, got two different ones; rename one");
        }
    }

    void write(SelectRenderer renderer) {
        String before = " window ";
        for (Map.Entry<Identifier, Window> window : windows.entrySet()) {
            renderer.sql().append(before).append(window.getKey()).append(" as (");
            renderer.windowDefinition(window.getValue());
            renderer.sql().append(")");
            before = ", ";
        }
    }
}
