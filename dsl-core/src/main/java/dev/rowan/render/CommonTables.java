package dev.rowan.render;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.Identifier;
import dev.rowan.query.CommonTable;
import dev.rowan.query.CommonTable.Materialization;
import dev.rowan.query.Returning;
import dev.rowan.query.SetOperation;
import dev.rowan.schema.Rows;
import dev.rowan.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The common table expressions of one statement, in the order in which they are to be defined, and the tables that it reads
 * beside them. For one rendering.
 */
final class CommonTables {
    private final List<Definition> definitions = new ArrayList<>(2);
    private final List<CommonTable> known = new ArrayList<>(2);
    private final List<Identifier> stored = new ArrayList<>(4);

    private record Definition(CommonTable table, SqlWriter sql) {}

    /** Whether there is none. */
    boolean isEmpty() {
        return known.isEmpty();
    }

    /** Whether it is new; then {@link #define} must follow. */
    boolean add(CommonTable table) {
        if (known.contains(table)) {
            return false;
        }
        if (stored.contains(table.name())) {
            throw sameName(table.name());
        }
        if (isName(table.name())) {
            throw new InvalidQueryException(
                    "expected every common table expression of a statement to have a name of its"
                            + " own, got two called " + table.name() + "; rename one, or use one and the same");
        }
        known.add(table);
        return true;
    }

    private boolean isName(Identifier name) {
        for (CommonTable table : known) {
            if (table.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Refuses a stored table of the same name, which the database would take for the rows of the expression. */
    void read(Table<?> table) {
        if (table.rows() == Rows.STORED && table.tableName().schema() == null) {
            stored.add(table.identifier());
            if (isName(table.identifier())) {
                throw sameName(table.identifier());
            }
        }
    }

    private static InvalidQueryException sameName(Identifier name) {
        return new InvalidQueryException("expected a common table expression of another name than the tables of the"
                + " statement, got " + name + " for both; rename it");
    }

    /** Whether one of them writes. */
    boolean writeRows() {
        for (CommonTable table : known) {
            if (table.query() instanceof Returning<?>) {
                return true;
            }
        }
        return false;
    }

    boolean isRecursive() {
        for (Definition definition : definitions) {
            if (definition.table.isRecursive()) {
                return true;
            }
        }
        return false;
    }

    void define(CommonTable table, SqlWriter definition) {
        definitions.add(new Definition(table, definition));
    }

    /** Writes the clause that defines them. */
    void write(SqlWriter all) {
        Dialect dialect = all.dialect();
        dialect.require(Feature.COMMON_TABLE);
        String before = isRecursive() ? dialect.withRecursive() : "with ";
        for (Definition definition : definitions) {
            CommonTable table = definition.table;
            if (table.isRecursive() && table.query() instanceof SetOperation<?> steps && !steps.isAll()) {
                dialect.require(Feature.RECURSIVE_UNION);
            }
            all.append(before).append(table.name());
            String separator = "(";
            for (int i = 0; i < table.query().width(); i++) {
                String label = table.query().column(i).label();
                all.append(separator).append(Identifier.of(label == null ? "" : label));
                separator = ", ";
            }
            all.append(") as ").append(materialization(dialect, table.materialization()));
            all.append("(").append(definition.sql).append(")");
            before = ", ";
        }
        all.append(" ");
    }

    private static String materialization(Dialect dialect, Materialization materialization) {
        if (materialization == Materialization.UNSPECIFIED) {
            return "";
        }
        dialect.require(Feature.MATERIALIZATION);
        return materialization == Materialization.ALWAYS ? "materialized " : "not materialized ";
    }
}
