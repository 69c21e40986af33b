package dev.rowan.migrate;

import dev.rowan.definition.Change;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.execute.SqlExecutor;
import dev.rowan.query.SqlCommand;
import dev.rowan.render.RenderedSql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the statements of a migration go. */
interface SchemaTarget {

    /**
     * Takes statements.
     *
     * @param change what they do, or null for what nobody knows
     */
    void run(List<RenderedSql> statements, @Nullable Change change);

    /** Takes a statement of Rowan's. */
    void execute(SqlCommand command);

    /** What the database holds. */
    SchemaDefinition read();

    /** What runs other statements. */
    SqlExecutor executor();
}
