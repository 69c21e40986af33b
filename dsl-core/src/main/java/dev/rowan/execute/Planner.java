package dev.rowan.execute;

import dev.rowan.expression.Identifier;
import dev.rowan.include.GraphPlan;
import dev.rowan.query.BoundQuery;
import dev.rowan.query.Insert;
import dev.rowan.query.Returning;
import dev.rowan.query.RowWrite;
import dev.rowan.query.Select;
import dev.rowan.query.SqlQuery;
import dev.rowan.query.SqlStatement;
import dev.rowan.render.Dialect;
import dev.rowan.render.RenderedSql;
import dev.rowan.render.SqlComment;
import dev.rowan.row.RowReader;
import dev.rowan.row.RowReaders;
import dev.rowan.schema.DefaultFilter;
import dev.rowan.schema.Include;
import dev.rowan.schema.Table;
import dev.rowan.type.Codecs;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a statement what is sent, without any I/O: prepared, checked, rendered in one dialect.
 *
 * @param known the dialect
 * @param schema of tables that name none
 * @param comment at the end of each statement
 */
record Planner(
        KnownDialect known,
        @Nullable Identifier schema,
        Writes writes,
        @Nullable SqlComment comment) {

    Planner(KnownDialect known) {
        this(known, null, Writes.NONE, null);
    }

    Planner with(Writes newWrites) {
        return new Planner(known, schema, newWrites, comment);
    }

    Planner with(Identifier newSchema) {
        return new Planner(known, newSchema, writes, comment);
    }

    Planner with(SqlComment newComment) {
        return new Planner(known, schema, writes, newComment);
    }

    /** Whether it makes the same of statements, whatever it says of where they come from. */
    boolean isLike(Planner other) {
        return known == other.known && Objects.equals(schema, other.schema) && writes == other.writes;
    }

    Dialect dialect() {
        return known.get();
    }

    /** Renders a query and checks what its rows become, without any I/O; what it reads of the handle is filled in. */
    <R> Plan<R> plan(SqlQuery<R> query, StatementRunner runner) {
        if (query instanceof Returning<R> returning) {
            RowWrite<?> write = writes.prepared(returning.write());
            Returning<R> prepared = returning.of(write);
            if (!dialect().returnsRows(write)) {
                reader(prepared); // refuses a record that does not fit
                EmulatedReturning<?, R> emulated = EmulatedReturning.of(runner, prepared);
                return new Plan<>(dialect(), schema, rendered(write), null, null, write, emulated);
            }
            return new Plan<>(dialect(), schema, rendered(prepared), reader(prepared), null, write, null);
        }
        if (query instanceof BoundQuery<R> compiled) {
            return filled(compiled.query(), writes.with(compiled));
        }
        return filled(query, writes);
    }

    /** The plan of what only reads, with what it reads of the handle. */
    private <R> Plan<R> filled(SqlQuery<R> query, Writes values) {
        if (query instanceof Select<R, ?> select) {
            requireParts(select.includes(), values);
        }
        return planned(query).with(values).with(comment);
    }

    /** What is included by keys is read after the query itself, when it would be too late to refuse it. */
    private static void requireParts(List<? extends Include<?, ?, ?>> includes, Writes values) {
        for (int i = 0; i < includes.size(); i++) {
            requirePart(includes.get(i).association().target(), includes.get(i).unfiltered(), values);
            Table<?> link = includes.get(i).association().route().link();
            if (link != null) {
                requirePart(link, Set.of(), values);
            }
            requireParts(includes.get(i).nested(), values);
        }
    }

    private static void requirePart(Table<?> table, Set<String> unfiltered, Writes values) {
        if (table.partition() != null && !unfiltered.contains(DefaultFilter.partitionBy(table.partition()))) {
            values.valueOf(table.partition());
        }
    }

    @SuppressWarnings("unchecked") // the memo of a query of R is a plan of R
    private <R> Plan<R> planned(SqlQuery<R> query) {
        if (query.memo() instanceof Plan<?> made
                && made.dialect() == dialect()
                && Objects.equals(made.schema(), schema)) {
            return (Plan<R>) made;
        }
        Plan<R> plan = query instanceof Select<R, ?> select
                        && !select.includes().isEmpty()
                ? plan(GraphPlan.of(select, dialect()))
                : new Plan<>(dialect(), schema, dialect().render(query, schema), reader(query), null, null, null);
        query.remember(plan);
        return plan;
    }

    private <R> Plan<R> plan(GraphPlan<R> graph) {
        return new Plan<>(dialect(), schema, dialect().render(graph.statement(), schema), null, graph, null, null);
    }

    private <R> RowReader<R> reader(SqlQuery<R> query) {
        if (query instanceof Select<R, ?> select) {
            return reader(select);
        }
        return RowReaders.reader(query.target(), query.shape(), dialect().codecs());
    }

    /** Readers of one codec set. */
    private record Known<R>(Codecs codecs, RowReader<R> reader) {}

    /** Without joins and subtotals the shape is that of the columns, so that a query built anew from the same columns finds its reader. */
    @SuppressWarnings("unchecked") // the memo of a selection of R reads R
    private <R> RowReader<R> reader(Select<R, ?> select) {
        Codecs codecs = dialect().codecs();
        boolean plain = select.joins().isEmpty() && !select.isSubtotalled();
        if (plain && select.selection().memo() instanceof Known<?> known && known.codecs == codecs) {
            return (RowReader<R>) known.reader;
        }
        RowReader<R> reader = RowReaders.reader(select.target(), select.shape(), codecs);
        if (plain) {
            select.selection().remember(new Known<>(codecs, reader));
        }
        return reader;
    }

    /** An insert as it is sent: what listeners make of it, filled in and checked. */
    @SuppressWarnings("unchecked") // an insert stays one
    <R> Insert<R, ?> prepared(Insert<R, ?> insert) {
        return (Insert<R, ?>) writes.prepared(insert);
    }

    RenderedSql render(SqlStatement statement, StatementRunner runner) {
        if (statement instanceof Returning<?> returning) {
            return rendered(returning.of(writes.prepared(returning.write())));
        } else if (statement instanceof SqlQuery<?> query) {
            return plan(query, runner).sql();
        }
        return rendered(statement instanceof RowWrite<?> write ? writes.prepared(write) : statement);
    }

    /** The SQL of a statement that has been prepared. */
    RenderedSql rendered(SqlStatement statement) {
        RenderedSql sql = dialect().render(statement, schema).with(writes::valueOf);
        return comment == null ? sql : sql.with(comment);
    }
}
