package dev.rowan.tpch;

import dev.rowan.row.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer that was published for a query at scale 0.01. No published answer has two rows that its query sorts alike,
 * so the rows are compared in order.
 *
 * @param query the number of the query, from 1 to 22
 * @param rows the rows, their fields as they were printed
 */
record TpchAnswer(int query, List<List<String>> rows) {
    /** Averages were published with two decimals. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.0051");

    /** The published answer to a query. */
    static TpchAnswer of(int query) {
        return new TpchAnswer(
                query,
                content("q" + query + ".result").lines().map(TpchAnswer::fields).toList());
    }

    /** The published text of a query; it can consist of several statements, of which the last one has the answer. */
    static List<String> statements(int query) {
        return Arrays.stream(content("q" + query + ".sql").split(";", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** A resource without its first line, a comment with semicolons in it. */
    private static String content(String name) {
        String path = "/io/trino/tpch/queries/" + name;
        try (InputStream resource = Objects.requireNonNull(TpchAnswer.class.getResourceAsStream(path), path)) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf('\n') + 1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> fields(String line) {
        String fields = line.endsWith("|") ? line.substring(0, line.length() - 1) : line;
        return List.of(fields.split("\\|", -1));
    }

    /**
     * Compares rows with this answer.
     *
     * @param found each a {@link Row}, a list, or a single value
     * @throws AssertionError that names the first row and column that differ
     */
    void requireEqual(List<?> found) {
        for (int row = 0; row < Math.min(rows.size(), found.size()); row++) {
            requireEqual("query " + query + ", row " + (row + 1), rows.get(row), values(found.get(row)));
        }
        if (found.size() != rows.size()) {
            throw new AssertionError("query " + query + ": expected " + rows.size() + " rows, got " + found.size());
        }
    }

    private static void requireEqual(String where, List<String> published, List<?> found) {
        if (found.size() != published.size()) {
            throw new AssertionError(where + ": expected " + published + ", got " + found);
        }
        for (int column = 0; column < published.size(); column++) {
            if (!areEqual(published.get(column), found.get(column))) {
                throw new AssertionError(where + ", column " + (column + 1) + ": expected " + published.get(column)
                        + ", got " + found.get(column) + "; the row is " + found);
            }
        }
    }

    private static boolean areEqual(String published, @Nullable Object found) {
        if (found == null || published.equals("null")) {
            return found == null && published.equals("null");
        } else if (found instanceof Number number) {
            BigDecimal difference = new BigDecimal(published).subtract(new BigDecimal(number.toString()));
            return difference.abs().compareTo(isWhole(number) ? BigDecimal.ZERO : TOLERANCE) <= 0;
        }
        return published.equals(found.toString());
    }

    private static boolean isWhole(Number number) {
        return number instanceof Long || number instanceof Integer;
    }

    private static List<?> values(@Nullable Object row) {
        if (row instanceof Row tuple) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 0; i < tuple.size(); i++) {
                values.add(tuple.value(i));
            }
            return values;
        }
        return row instanceof List<?> list ? list : Collections.singletonList(row);
    }
}
