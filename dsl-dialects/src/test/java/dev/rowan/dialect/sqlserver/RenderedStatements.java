package dev.rowan.dialect.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.Identifier;
import dev.rowan.query.RawCommand;
import dev.rowan.query.RawQuery;
import dev.rowan.query.SqlStatement;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.render.WatchedDialect;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Has every statement that another dialect renders rendered for SQL Server too, and read. */
final class RenderedStatements {
    /** What {@code docs/dialects.md} says under SQL Server that is refused, besides features and functions. */
    private static final Set<String> REFUSED = Set.of(
            "offset of fetch first … with ties",
            "order of distinct rows by a place of NULL, or by a UUID",
            "subquery within an aggregate",
            "distinct in function string_agg",
            "function string_agg over a window",
            "function nth_value",
            "distance in a frame of a range",
            "different orders of joined texts in one select",
            "subquery in the step of a recursion",
            "distinct rows, groups or limit in the step of a recursion",
            "outer join in the step of a recursion",
            "aggregate in the step of a recursion");

    private final Dialect sqlServer = new SqlServerDialect(16, 0);
    private final Set<String> refused = new TreeSet<>();
    private int read;

    /** The other dialect, watched. */
    Dialect watching(Dialect other) {
        return new WatchedDialect(other, (statement, schema) -> read(other, statement, schema));
    }

    /** How many statements were read. */
    int count() {
        return read;
    }

    private void read(Dialect other, SqlStatement statement, @Nullable Identifier schema) {
        if (statement instanceof RawQuery<?> || statement instanceof RawCommand) {
            return; // the words are not Rowan's
        }
        try {
            String text = sqlServer.render(statement, schema).text();
            read++;
            if (!text.contains("\"")) { // which parts that were written by hand have
                TransactSql.require(text);
            }
        } catch (UnsupportedFeatureException refusal) {
            refused.add(String.valueOf(refusal.getMessage()));
        } catch (InvalidQueryException invalid) {
            requireInvalid(other, statement, schema, invalid);
        }
    }

    private static void requireInvalid(
            Dialect other, SqlStatement statement, @Nullable Identifier schema, InvalidQueryException invalid) {
        String message = String.valueOf(invalid.getMessage());
        if (message.contains(" binds at most 2098 values ") || message.contains("names of at most 128 bytes")) {
            return; // limits of the server
        }
        try {
            other.render(statement, schema);
        } catch (InvalidQueryException | UnsupportedFeatureException elsewhereToo) {
            return;
        }
        throw new AssertionError("expected what " + other + " renders to be rendered, or refused by name", invalid);
    }

    /** Checks that whatever was refused is listed. */
    void requireListed() {
        Set<String> listed = Stream.of(
                        Arrays.stream(Feature.values())
                                .filter(feature -> sqlServer.support(feature) == Support.REFUSED)
                                .map(Feature::words),
                        sqlServer.refusedFunctions().stream().map(function -> "function " + function),
                        Stream.of("equality of JSON, by which"),
                        REFUSED.stream())
                .flatMap(words -> words)
                .collect(Collectors.toSet());
        assertThat(refused)
                .allMatch(message ->
                        listed.stream().anyMatch(words -> message.startsWith(sqlServer + " has no " + words)));
    }
}
