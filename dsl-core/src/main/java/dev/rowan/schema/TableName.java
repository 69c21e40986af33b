package dev.rowan.schema;

import dev.rowan.expression.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * What a table is called: its catalog and its schema if they are not the connection's own, its name, and its alias if it has one.
 *
 * @param catalog null for the connection's own; only a database that reaches several in one statement knows more
 * @param schema null for the connection's own
 * @param name the name in the database, exactly as it is spelled there
 * @param alias null for the table itself
 */
public record TableName(
        @Nullable String catalog,
        @Nullable String schema,
        String name,
        @Nullable String alias) {

    /**
     * Checks that a catalog comes with a schema.
     *
     * @throws IllegalArgumentException if it does not
     */
    public TableName {
        if (catalog != null && schema == null) {
            throw new IllegalArgumentException("expected the schema of " + name + " in the catalog " + catalog
                    + ", got none; name it too: TableName.of(schema, name).inCatalog(catalog)");
        }
    }

    /** A table of the connection's own catalog. */
    public TableName(@Nullable String schema, String name, @Nullable String alias) {
        this(null, schema, name, alias);
    }

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
        return new TableName(catalog, schema, name, newAlias);
    }

    /**
     * The table of this schema and name in a catalog: {@code TableName.of("sales", "orders").inCatalog("lake")} is {@code
     * "lake"."sales"."orders"}.
     *
     * @throws IllegalArgumentException if it names no schema
     */
    public TableName inCatalog(String newCatalog) {
        return new TableName(newCatalog, schema, name, alias);
    }

    /** Catalog, schema and name as they stand in SQL. */
    public Identifier identifier() {
        Identifier own = Identifier.of(name);
        if (schema == null) {
            return own;
        }
        Identifier in = Identifier.of(schema);
        return own.in(catalog == null ? in : in.in(Identifier.of(catalog)));
    }

    /** The same table in a schema, unless it names one. */
    public TableName orIn(String otherSchema) {
        return schema == null ? new TableName(otherSchema, name, alias) : this;
    }

    /** The name as an error shows it: {@code shop.orders}, {@code orders as parent}. */
    @Override
    public String toString() {
        return (catalog == null ? "" : catalog + ".")
                + (schema == null ? "" : schema + ".")
                + name
                + (alias == null ? "" : " as " + alias);
    }
}
