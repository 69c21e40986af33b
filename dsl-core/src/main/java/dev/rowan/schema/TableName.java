package dev.rowan.schema;

import org.jspecify.annotations.Nullable;

/**
 * What a table is called: its schema if it is not the connection's own, its name, and its alias if it has one.
 *
 * @param schema null for the connection's own
 * @param name the name in the database, exactly as it is spelled there
 * @param alias null for the table itself
 */
public record TableName(
        @Nullable String schema, String name, @Nullable String alias) {

    /** A table of the connection's own schema. */
    public static TableName of(String name) {
        return new TableName(null, name, null);
    }

    /** A table of the named schema. */
    public static TableName of(String schema, String name) {
        return new TableName(schema, name, null);
    }

    /** The same table under an alias. */
    public TableName as(String newAlias) {
        return new TableName(schema, name, newAlias);
    }

    /** The same table in a schema, unless it names one. */
    public TableName orIn(String otherSchema) {
        return schema == null ? new TableName(otherSchema, name, alias) : this;
    }

    /** The name as an error shows it: {@code shop.orders}, {@code orders as parent}. */
    @Override
    public String toString() {
        return (schema == null ? "" : schema + ".") + name + (alias == null ? "" : " as " + alias);
    }
}
