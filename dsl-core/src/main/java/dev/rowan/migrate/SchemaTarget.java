package dev.rowan.migrate;

import dev.rowan.definition.SchemaDefinition;
import dev.rowan.execute.SqlExecutor;
import dev.rowan.query.SqlCommand;
import dev.rowan.render.RenderedSql;
import java.util.List;

/** Where the statements of a migration go. */
interface SchemaTarget {

    /**
     * Takes statements.
     *
     * @param rebuilds whether they make a table anew
     */
    void run(List<RenderedSql> statements, boolean rebuilds);

    /** Takes a statement of Rowan's. */
    void execute(SqlCommand command);

    /** What the database holds. */
    SchemaDefinition read();

    /** What runs other statements. */
    SqlExecutor executor();
}
