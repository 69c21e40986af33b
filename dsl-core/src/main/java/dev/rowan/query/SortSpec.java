package dev.rowan.query;

import dev.rowan.expression.Expression;
import dev.rowan.expression.SortKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request may sort by: an allow-list of names, so that no text of the request reaches SQL. Immutable.
 *
 * <pre>{@code
 * static final SortSpec SORTS = SortSpec.of("name", USER.NAME).and("created", USER.CREATED_AT);
 *
 * query.orderBy(SORTS.parse("-created,name")) // order by created_at desc, name asc
 * }</pre>
 */
public final class SortSpec {
    private final Map<String, Expression<?>> allowed;

    private SortSpec(Map<String, Expression<?>> allowed) {
        this.allowed = allowed;
    }

    /** Allows one name. */
    public static SortSpec of(String name, Expression<?> expression) {
        return new SortSpec(Map.of()).and(name, expression);
    }

    /**
     * Allows one more name.
     *
     * @throws IllegalArgumentException if the name is empty, is allowed already, or holds a comma or a sign in front
     */
    public SortSpec and(String name, Expression<?> expression) {
        if (name.isBlank() || name.indexOf(',') >= 0 || name.startsWith("-") || name.startsWith("+")) {
            throw new IllegalArgumentException(
                    "expected a name without a comma or a sign in front, got '" + name + "'");
        }
        if (allowed.containsKey(name)) {
            throw new IllegalArgumentException("expected each name once, got " + name + " twice");
        }
        Map<String, Expression<?>> more = new LinkedHashMap<>(allowed);
        more.put(name, expression);
        return new SortSpec(more);
    }

    /**
     * The keys that a request asks for: names with commas between them, each with a {@code -} in front for descending order.
     *
     * @return no key for an empty text
     * @throws IllegalArgumentException if a name is not allowed, or comes twice
     */
    public List<SortKey> parse(String request) {
        List<SortKey> keys = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (String item : request.isBlank() ? new String[0] : request.split(",", -1)) {
            String text = item.strip();
            boolean signed = text.startsWith("-") || text.startsWith("+");
            String name = signed ? text.substring(1) : text;
            Expression<?> expression = allowed.get(name);
            if (expression == null || seen.contains(name)) {
                throw new IllegalArgumentException("expected names among " + allowed.keySet()
                        + ", each at most once, with commas between them, got '" + request + "'");
            }
            seen.add(name);
            keys.add(text.startsWith("-") ? expression.desc() : expression.asc());
        }
        return List.copyOf(keys);
    }
}
