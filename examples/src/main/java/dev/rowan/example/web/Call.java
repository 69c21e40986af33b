package dev.rowan.example.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rowan.execute.Page;
import dev.rowan.expression.SortKey;
import dev.rowan.query.SortSpec;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for.
 *
 * @param path what stands in the place of the names of the route, {@code {id}}
 * @param query the parameters of the URL
 * @param headers by their names in lower case
 * @param text the body
 */
public record Call(Map<String, String> path, Map<String, String> query, Map<String, String> headers, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_ROWS = 100;

    static Map<String, String> queryOf(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("expected a URL, got '" + text + "' in it");
        }
    }

    /** The number that the path names. */
    public long id() {
        return number("id", path.getOrDefault("id", ""));
    }

    /** A parameter of the URL; null if it is missing or empty. */
    public @Nullable String parameter(String name) {
        String value = query.getOrDefault(name, "");
        return value.isBlank() ? null : value;
    }

    /** A parameter of the URL that is a number; null if it is missing. */
    public @Nullable Long number(String name) {
        String value = parameter(name);
        return value == null ? null : number(name, value);
    }

    /** The number that a header holds. */
    public long header(String name) {
        return number("header " + name, headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), ""));
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("expected a number for " + name + ", got '" + value + "'");
        }
    }

    /** Which page is asked for: {@code ?page=2&limit=20}, the first of ten rows unless it says else. */
    public Page page() {
        return Page.of(within("page", 1, Integer.MAX_VALUE, 1), (int) within("limit", 1, MOST_ROWS, 10));
    }

    private long within(String name, long least, long most, long usual) {
        Long asked = number(name);
        if (asked == null) {
            return usual;
        } else if (asked < least || asked > most) {
            throw Refusal.badRequest("expected a " + name + " from " + least + " to " + most + ", got " + asked);
        }
        return asked;
    }

    /** How the rows are sorted: {@code ?sort=-createdAt}. */
    public List<SortKey> sort(SortSpec allowed, String usual) {
        String asked = parameter("sort");
        try {
            return allowed.parse(asked == null ? usual : asked);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("sort: " + e.getMessage());
        }
    }

    /** The body, an object of JSON. */
    public Map<String, Object> body() {
        return read(new TypeReference<>() {});
    }

    /** The body as a record. */
    public <T> T body(Class<T> type) {
        return read(new TypeReference<T>() {
            @Override
            public java.lang.reflect.Type getType() {
                return type;
            }
        });
    }

    private <T> T read(TypeReference<T> type) {
        try {
            T value = JSON.readValue(text, type);
            if (value != null) {
                return value;
            }
        } catch (JsonProcessingException e) {
            throw Refusal.badRequest("expected an object of JSON, got " + e.getOriginalMessage());
        }
        throw Refusal.badRequest("expected an object of JSON, got null");
    }
}
