package dev.rowan.migrate;

import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.migrate.Finding.Rule;
import dev.rowan.migrate.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares tables as a program knows them with those that are there, in the words of the catalog. For one use. */
final class SchemaVerifier {
    private final SchemaDefinition there;
    private final List<Finding> findings = new ArrayList<>();

    private SchemaVerifier(SchemaDefinition there) {
        this.there = there;
    }

    static Findings verify(SchemaDefinition there, List<TableDefinition> declared) {
        SchemaVerifier verifier = new SchemaVerifier(there);
        declared.forEach(verifier::table);
        return Findings.of(verifier.findings);
    }

    private void add(Rule rule, Severity severity, String subject, String message) {
        findings.add(new Finding(rule, severity, subject, message));
    }

    private void table(TableDefinition declared) {
        TableDefinition found = there.table(declared.name()).orElse(null);
        String table = declared.name().toString();
        if (found == null) {
            add(
                    Rule.TABLE_MISSING,
                    Severity.ERROR,
                    table,
                    "expected table " + table + ", got none; create it, or migrate");
            return;
        }
        for (ColumnDefinition column : declared.columns()) {
            ColumnDefinition other = found.column(column.name()).orElse(null);
            if (other == null) {
                add(
                        Rule.COLUMN_MISSING,
                        Severity.ERROR,
                        table + "." + column.name(),
                        "expected a column of type " + column.type()
                                + ", got none; migrate, or take it out of the declaration");
            } else {
                column(table + "." + column.name(), column, other);
            }
        }
        undeclared(declared, found);
        keys(declared, found);
    }

    private void undeclared(TableDefinition declared, TableDefinition found) {
        for (ColumnDefinition column : found.columns()) {
            if (declared.column(column.name()).isEmpty()) {
                boolean isRequired = !column.nullable()
                        && column.defaultValue() == null
                        && !column.identity()
                        && column.computed() == null;
                add(
                        Rule.COLUMN_UNDECLARED,
                        isRequired ? Severity.ERROR : Severity.INFO,
                        declared.name() + "." + column.name(),
                        isRequired
                                ? "expected to insert without it, got a column that is not null and has no default; declare it"
                                : "expected every column to be declared, got one that is not; declare it if it is needed");
            }
        }
    }

    private void column(String subject, ColumnDefinition declared, ColumnDefinition found) {
        if (Types.isNarrower(found.type(), declared.type())) {
            add(Rule.TYPE_NARROWER, Severity.ERROR, subject, differs("type", declared.type(), found.type()));
        } else if (!declared.type().equals(found.type())) {
            add(Rule.TYPE_DIFFERS, Severity.WARNING, subject, differs("type", declared.type(), found.type()));
        }
        if (declared.nullable() != found.nullable()) {
            add(
                    Rule.NULLABILITY_DIFFERS,
                    Severity.WARNING,
                    subject,
                    declared.nullable()
                            ? "expected a column that can hold NULL, got one that cannot; NULL will be refused"
                            : "expected a column that is not null, got one that can hold NULL; a row that does will not be read");
        }
        if (declared.identity() != found.identity()) {
            add(
                    Rule.IDENTITY_DIFFERS,
                    declared.identity() ? Severity.ERROR : Severity.WARNING,
                    subject,
                    differs("identity", "" + declared.identity(), "" + found.identity()));
        }
        if (!Objects.equals(declared.defaultValue(), found.defaultValue())) {
            boolean isNeeded = declared.defaultValue() != null && found.defaultValue() == null && !found.nullable();
            add(
                    Rule.DEFAULT_DIFFERS,
                    isNeeded ? Severity.ERROR : Severity.WARNING,
                    subject,
                    differs("default", "" + declared.defaultValue(), "" + found.defaultValue()));
        }
        if (!Objects.equals(declared.computed(), found.computed())) {
            add(
                    Rule.COMPUTED_DIFFERS,
                    Severity.WARNING,
                    subject,
                    differs("expression", "" + declared.computed(), "" + found.computed()));
        }
    }

    private static String differs(String what, String declared, String found) {
        return "expected " + what + " " + declared + ", got " + found + "; migrate, or declare what is there";
    }

    private void keys(TableDefinition declared, TableDefinition found) {
        String table = declared.name().toString();
        List<String> wanted = columns(declared.primaryKey());
        if (!wanted.equals(columns(found.primaryKey()))) {
            add(
                    Rule.PRIMARY_KEY_DIFFERS,
                    Severity.ERROR,
                    table,
                    differs(
                            "primary key",
                            wanted.toString(),
                            columns(found.primaryKey()).toString()));
        }
        declared.uniqueKeys().stream()
                .filter(key -> found.uniqueKeys().stream()
                                .noneMatch(other -> other.columns().equals(key.columns()))
                        && found.indexes().stream()
                                .noneMatch(index -> index.unique()
                                        && index.where() == null
                                        && index.columns().equals(key.columns())
                                        && index.keys().size() == key.columns().size()))
                .forEach(key -> add(
                        Rule.UNIQUE_KEY_MISSING,
                        Severity.ERROR,
                        table + "." + key.name(),
                        "expected unique " + key.columns()
                                + ", got none; an upsert of it fails, and duplicates do not"));
        declared.foreignKeys().stream()
                .filter(key -> found.foreignKeys().stream().noneMatch(other -> isLike(key, other)))
                .forEach(key -> add(
                        Rule.FOREIGN_KEY_MISSING,
                        Severity.WARNING,
                        table + "." + key.name(),
                        "expected " + key.columns() + " to reference " + key.target() + " " + key.targetColumns()
                                + " on delete " + key.onDelete() + ", got no such foreign key"));
        declared.checks().stream()
                .filter(check -> found.checks().stream()
                        .noneMatch(other -> other.condition().equals(check.condition())))
                .forEach(check -> add(
                        Rule.CHECK_MISSING,
                        Severity.WARNING,
                        table + "." + check.name(),
                        "expected check " + check.condition() + ", got none; other programs can break it"));
        declared.indexes().stream()
                .filter(index -> found.indexes().stream()
                        .noneMatch(other -> other.withName(index.name()).equals(index)))
                .forEach(index -> add(
                        Rule.INDEX_MISSING,
                        index.unique() ? Severity.ERROR : Severity.WARNING,
                        table + "." + index.name(),
                        "expected an index of "
                                + index.keys().stream().map(key -> key.text()).toList()
                                + ", got none; queries may be slow"));
    }

    private static boolean isLike(ForeignKeyDefinition one, ForeignKeyDefinition other) {
        return one.columns().equals(other.columns())
                && one.target().equals(other.target())
                && one.targetColumns().equals(other.targetColumns())
                && one.onDelete() == other.onDelete();
    }

    private static List<String> columns(@org.jspecify.annotations.Nullable PrimaryKeyDefinition key) {
        return key == null ? List.of() : key.columns();
    }
}
