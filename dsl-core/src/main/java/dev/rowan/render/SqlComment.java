package dev.rowan.render;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A comment that says where statements come from, in the format of sqlcommenter: {@code /*route='orders.list'*}{@code /}. It is the last
 * thing of a statement, and the same statement is the same text each time. Thread-safe.
 */
public final class SqlComment {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_.]{0,49}");
    private static final int LONGEST_VALUE = 200;
    private static final String UNRESERVED = "-._~";

    private final SortedMap<String, String> tags;
    private final String text;

    private SqlComment(SortedMap<String, String> tags) {
        this.tags = Collections.unmodifiableSortedMap(tags);
        this.text = tags.entrySet().stream()
                .map(tag -> tag.getKey() + "='" + encoded(tag.getValue()) + "'")
                .collect(Collectors.joining(",", " /*", "*/"));
    }

    /**
     * A comment of tags. Values may be any text, for all but letters, digits and a few signs of ASCII is encoded as in URLs, so none can
     * end the comment.
     *
     * @throws IllegalArgumentException if there is no tag, a key is not of small letters, digits, dots and underscores, or a value is longer
     *     than 200 characters
     */
    public static SqlComment of(Map<String, String> tags) {
        if (tags.isEmpty()) {
            throw new IllegalArgumentException("expected a tag or more for a comment, got none");
        }
        tags.forEach(SqlComment::require);
        return new SqlComment(new TreeMap<>(tags));
    }

    private static void require(String key, String value) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "expected the key of a tag to be of small letters, digits, dots and underscores, at most 50,"
                            + " and to begin with a letter, got '" + key + "'");
        } else if (value.length() > LONGEST_VALUE) {
            throw new IllegalArgumentException("expected the value of a tag to be of at most " + LONGEST_VALUE
                    + " characters, got " + value.length() + " for " + key + "; shorten it");
        }
    }

    private static String encoded(String value) {
        StringBuilder encoded = new StringBuilder(value.length());
        for (byte unit : value.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (unit & 0xff);
            if (letter < 0x80 && (Character.isLetterOrDigit(letter) || UNRESERVED.indexOf(letter) >= 0)) {
                encoded.append(letter);
            } else {
                encoded.append('%').append(hexadecimal(unit >> 4)).append(hexadecimal(unit));
            }
        }
        return encoded.toString();
    }

    private static char hexadecimal(int number) {
        return Character.toUpperCase(Character.forDigit(number & 0xf, 16));
    }

    /** What it says, by key. */
    public SortedMap<String, String> tags() {
        return tags;
    }

    String after(String statement) {
        return statement + text;
    }

    /** The comment as it stands in a statement. */
    @Override
    public String toString() {
        return text.strip();
    }
}
