package dev.rowan.dialect.rendering;

import static dev.rowan.dialect.rendering.Papers.PAPER;
import static dev.rowan.expression.Functions.arrayAgg;
import static dev.rowan.query.Sql.select;

import dev.rowan.contract.RenderingTest;
import dev.rowan.render.Feature;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ArrayRenderingTest extends RenderingTest {
    @Test
    void elementsAreFound() {
        assertRenders(select(PAPER.ID).from(PAPER).where(PAPER.TAGS.contains("a")))
                .as(
                        "select \"p\".\"id\" from \"p\" where case when \"p\".\"tags\" is not null then array_contains(\"p\".\"tags\", ?) end")
                .binds("a")
                .on("PostgreSQL", "select \"p\".\"id\" from \"p\" where (\"p\".\"tags\" @> ?)")
                .binds(List.of("a"))
                .unsupportedOn("MySQL", Feature.ARRAY)
                .unsupportedOn("MariaDB", Feature.ARRAY)
                .unsupportedOn("SQLite", Feature.ARRAY)
                .unsupportedOn("DuckDB", Feature.ARRAY)
                .unsupportedOn("Trino", Feature.ARRAY)
                .unsupportedOn("SQL Server", Feature.ARRAY);
        assertRenders(select(PAPER.ID).from(PAPER).where(PAPER.TAGS.overlaps(List.of("a", "b"))))
                .as(
                        "select \"p\".\"id\" from \"p\" where case when \"p\".\"tags\" is not null then (array_contains(\"p\".\"tags\", ?) or array_contains(\"p\".\"tags\", ?)) end")
                .binds("a", "b")
                .on("PostgreSQL", "select \"p\".\"id\" from \"p\" where (\"p\".\"tags\" && ?)")
                .binds(List.of("a", "b"))
                .unsupportedOn("MySQL", Feature.ARRAY)
                .unsupportedOn("MariaDB", Feature.ARRAY)
                .unsupportedOn("SQLite", Feature.ARRAY)
                .unsupportedOn("DuckDB", Feature.ARRAY)
                .unsupportedOn("Trino", Feature.ARRAY)
                .unsupportedOn("SQL Server", Feature.ARRAY);
        assertRenders(select(PAPER.ID).from(PAPER).where(PAPER.T.eqAny(PAPER.TAGS)))
                .as("select \"p\".\"id\" from \"p\" where (\"p\".\"t\" = any (\"p\".\"tags\"))")
                .unsupportedOn("MySQL", Feature.ARRAY)
                .unsupportedOn("MariaDB", Feature.ARRAY)
                .unsupportedOn("SQLite", Feature.ARRAY)
                .unsupportedOn("DuckDB", Feature.ARRAY)
                .unsupportedOn("Trino", Feature.ARRAY)
                .unsupportedOn("SQL Server", Feature.ARRAY);
    }

    @Test
    void arraysAreMeasuredAndJoined() {
        assertRenders(select(PAPER.TAGS.length(), PAPER.TAGS.at(1)).from(PAPER))
                .as("select cardinality(\"p\".\"tags\"), (\"p\".\"tags\")[?] from \"p\"")
                .binds(1)
                .on(
                        "H2",
                        "select cardinality(\"p\".\"tags\"), case when ? between 1 and cardinality(\"p\".\"tags\") then (\"p\".\"tags\")[?] end from \"p\"")
                .binds(1, 1)
                .unsupportedOn("MySQL", Feature.ARRAY)
                .unsupportedOn("MariaDB", Feature.ARRAY)
                .unsupportedOn("SQLite", Feature.ARRAY)
                .unsupportedOn("DuckDB", Feature.ARRAY)
                .unsupportedOn("Trino", Feature.ARRAY)
                .unsupportedOn("SQL Server", Feature.ARRAY);
        assertRenders(select(PAPER.TAGS.concat(PAPER.TAGS)).from(PAPER))
                .as("select (\"p\".\"tags\" || \"p\".\"tags\") from \"p\"")
                .on(
                        "PostgreSQL",
                        "select case when \"p\".\"tags\" is not null and \"p\".\"tags\" is not null then \"p\".\"tags\" || \"p\".\"tags\" end from \"p\"")
                .unsupportedOn("MySQL", Feature.ARRAY)
                .unsupportedOn("MariaDB", Feature.ARRAY)
                .unsupportedOn("SQLite", Feature.ARRAY)
                .unsupportedOn("DuckDB", Feature.ARRAY)
                .unsupportedOn("Trino", Feature.ARRAY)
                .unsupportedOn("SQL Server", Feature.ARRAY);
        assertRenders(select(PAPER.TAGS.append("a")).from(PAPER))
                .as("select (\"p\".\"tags\" || ?) from \"p\"")
                .binds(List.of("a"))
                .on(
                        "PostgreSQL",
                        "select case when \"p\".\"tags\" is not null and ? is not null then \"p\".\"tags\" || ? end from \"p\"")
                .binds(List.of("a"), List.of("a"))
                .unsupportedOn("MySQL", Feature.ARRAY)
                .unsupportedOn("MariaDB", Feature.ARRAY)
                .unsupportedOn("SQLite", Feature.ARRAY)
                .unsupportedOn("DuckDB", Feature.ARRAY)
                .unsupportedOn("Trino", Feature.ARRAY)
                .unsupportedOn("SQL Server", Feature.ARRAY);
        assertRenders(select(arrayAgg(PAPER.T, PAPER.ID.asc())).from(PAPER))
                .as("select array_agg(\"p\".\"t\" order by \"p\".\"id\" asc) from \"p\"")
                .unsupportedOn("MySQL", Feature.ARRAY)
                .unsupportedOn("MariaDB", Feature.ARRAY)
                .unsupportedOn("SQLite", Feature.ARRAY)
                .unsupportedOn("DuckDB", Feature.ARRAY)
                .unsupportedOn("Trino", Feature.ARRAY)
                .unsupportedOn("SQL Server", Feature.ARRAY);
    }
}
