package dev.rowan.query;

import dev.rowan.expression.Identifier;
import dev.rowan.schema.Rows;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a common table expression, {@code with "name" as (select …)}: any table of them in a statement brings the clause
 * along. Compared by identity.
 */
public final class CommonTable implements Rows {

    /** Whether the database shall compute it once and keep the rows, rather than as a part of each use. */
    public enum Materialization {
        /** As the database likes. */
        UNSPECIFIED,
        /** {@code materialized}. */
        ALWAYS,
        /** {@code not materialized}. */
        NEVER
    }

    private final Identifier name;
    private final Materialization materialization;
    private final boolean recursive;
    private @Nullable SqlQuery<?> query; // set once, before the table is handed out

    CommonTable(String name, Materialization materialization, boolean recursive) {
        this.name = Identifier.of(name);
        this.materialization = materialization;
        this.recursive = recursive;
    }

    CommonTable defineAs(SqlQuery<?> definition) {
        query = definition;
        return this;
    }

    /** The name. */
    public Identifier name() {
        return name;
    }

    /** Whether it is kept. */
    public Materialization materialization() {
        return materialization;
    }

    /** Whether its query uses its own rows. */
    public boolean isRecursive() {
        return recursive;
    }

    /** What yields the rows: a {@link RowQuery}, or a {@link Returning}, which writes them too. */
    public SqlQuery<?> query() {
        return Objects.requireNonNull(query);
    }
}
