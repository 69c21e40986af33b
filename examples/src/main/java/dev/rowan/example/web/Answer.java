package dev.rowan.example.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to a call.
 *
 * @param status the status of HTTP
 * @param body what becomes JSON; null for no body
 */
public record Answer(int status, @Nullable Object body) {

    /** What was asked for. */
    public static Answer ok(Object body) {
        return new Answer(200, body);
    }

    /** What was made. */
    public static Answer created(Object body) {
        return new Answer(201, body);
    }

    /** Done, and nothing to tell. */
    public static Answer noContent() {
        return new Answer(204, null);
    }

    /** What went wrong, in a sentence. */
    public static Answer error(int status, String message) {
        return new Answer(status, Map.of("error", message));
    }

    /** What went wrong, in a sentence, and where. */
    public static Answer error(int status, String message, List<?> details) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", message);
        body.put("details", details);
        return new Answer(status, body);
    }
}
