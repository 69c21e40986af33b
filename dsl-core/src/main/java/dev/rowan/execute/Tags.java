package dev.rowan.execute;

import dev.rowan.render.SqlComment;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The comments of tags that handles of a database have asked for; shared by all of them. Thread-safe. */
final class Tags {
    private static final int MOST = 1_000;
    private static final Set<String> OF_ONE_REQUEST = Set.of("traceparent", "tracestate");

    private final Map<SortedMap<String, String>, SqlComment> comments = new ConcurrentHashMap<>();

    /** What a comment says, if there is one, and one more tag. */
    SqlComment with(@Nullable SqlComment before, String key, String value) {
        if (OF_ONE_REQUEST.contains(key)) {
            throw new IllegalArgumentException("expected a tag that many statements share, got " + key
                    + ", which differs from request to request, so that neither the driver nor the server would know a statement"
                    + " again; trace statements by a listener");
        }
        SortedMap<String, String> tags = new TreeMap<>();
        if (before != null) {
            tags.putAll(before.tags());
        }
        tags.put(key, value);
        SqlComment known = comments.get(tags);
        return known == null ? added(tags) : known;
    }

    private SqlComment added(SortedMap<String, String> tags) {
        SqlComment comment = SqlComment.of(tags);
        if (comments.size() >= MOST) {
            throw new IllegalStateException(
                    "expected at most " + MOST + " different tags of statements in one database, got one more: "
                            + comment
                            + "; tag by what the program knows when it is written, such as the pattern of a route: values of"
                            + " requests make each statement a new one to the caches of driver and server");
        }
        SqlComment before = comments.putIfAbsent(comment.tags(), comment);
        return before == null ? comment : before;
    }
}
