package dev.rowan.execute;

import dev.rowan.expression.Identifier;
import dev.rowan.expression.Selectable;
import dev.rowan.include.GraphPlan;
import dev.rowan.query.RowWrite;
import dev.rowan.query.Select;
import dev.rowan.render.Dialect;
import dev.rowan.render.RenderedSql;
import dev.rowan.render.SqlComment;
import dev.rowan.row.RowReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a statement before it is run; remembered on the statement. */
record Plan<R extends @Nullable Object>(
        Dialect dialect,
        @Nullable Identifier schema,
        RenderedSql sql,
        @Nullable RowReader<R> reader,
        @Nullable GraphPlan<R> graph,
        @Nullable RowWrite<?> write,
        @Nullable EmulatedReturning<?, R> emulated) {

    Plan<R> with(Writes writes) {
        return sql.settings().isEmpty() ? this : with(sql.with(writes::valueOf));
    }

    Plan<R> with(@Nullable SqlComment comment) {
        return comment == null ? this : with(sql.with(comment));
    }

    private Plan<R> with(RenderedSql newSql) {
        return new Plan<>(dialect, schema, newSql, reader, graph, write, emulated);
    }

    /** The columns after those of the query that what it includes needs. */
    List<Selectable<?>> added(Select<R, ?> query) {
        List<Selectable<?>> all =
                graph == null ? query.columns() : graph.statement().columns();
        return all.subList(query.width(), all.size());
    }
}
