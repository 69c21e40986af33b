package dev.rowan.render;

import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.TableDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How a live database tells what it holds. Immutable and thread-safe. */
public interface Catalog {

    /**
     * Reads a schema by a few queries, whatever the number of its tables. What the database itself brings along, and what belongs to
     * extensions, is left out. Names of tables carry no schema.
     *
     * @param connection stays open, and the caller's
     * @param schema null for the connection's own
     */
    SchemaDefinition read(Connection connection, @Nullable String schema) throws SQLException;

    /**
     * The same definition in the words in which {@link #read} tells of it once it is there: {@code bigint} may become {@code int8}, a
     * condition get parentheses. Normalizing twice changes nothing more.
     */
    TableDefinition normalized(TableDefinition table);
}
