package dev.rowan.migrate;

import dev.rowan.definition.Change;
import dev.rowan.definition.CheckDefinition;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.IndexDefinition;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.TablePart;
import dev.rowan.definition.UniqueDefinition;
import dev.rowan.migrate.Finding.Rule;
import dev.rowan.migrate.Finding.Severity;
import dev.rowan.render.DdlDialect;
import dev.rowan.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What may do harm in a plan. For one use. */
final class PlanLint {
    private final DdlDialect ddl;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<TableName> touched = new HashSet<>();
    private final Set<TableName> made = new HashSet<>();

    private PlanLint(DdlDialect ddl) {
        this.ddl = ddl;
    }

    /** @param after what the database holds when the plan is done */
    static Findings of(SchemaPlan plan, SchemaDefinition after, DdlDialect ddl) {
        PlanLint lint = new PlanLint(ddl);
        plan.steps().forEach(step -> lint.step(step.change()));
        after.tables().stream()
                .filter(table -> lint.touched.contains(table.name()))
                .forEach(lint::result);
        return Findings.of(lint.findings);
    }

    private void add(Rule rule, Severity severity, Object subject, String message) {
        findings.add(new Finding(rule, severity, subject.toString(), message));
    }

    private void step(Change change) {
        if (change instanceof Change.Create create && create.object() instanceof TableDefinition table) {
            made.add(table.name());
            touched.add(table.name());
        } else if (change instanceof Change.Remove remove && remove.object() instanceof TableDefinition table) {
            add(Rule.DROP_TABLE, Severity.ERROR, table.name(), "all rows go; keep a copy, or rename it first");
        } else if (change instanceof Change.Add add) {
            added(add);
        } else if (change instanceof Change.Drop drop) {
            dropped(drop);
        } else if (change instanceof Change.Alter alter) {
            touched.add(alter.table());
            altered(alter.table() + "." + alter.after().name(), alter.before(), alter.after());
        } else if (change instanceof Change.RenameTable rename) {
            add(
                    Rule.RENAME,
                    Severity.WARNING,
                    rename.table(),
                    "programs that run know the old name; add a view of it, or stop them first");
        } else if (change instanceof Change.RenameColumn rename) {
            add(
                    Rule.RENAME,
                    Severity.WARNING,
                    rename.table() + "." + rename.column(),
                    "programs that run know the old name; add a column and copy the values, or stop them first");
        } else if (change instanceof Change.AlterEnum alter
                && !alter.after().values().containsAll(kept(alter))) {
            add(
                    Rule.REMOVED_ENUM_VALUE,
                    Severity.ERROR,
                    alter.after().name(),
                    "rows may hold the value that goes, and the columns are rewritten; update the rows first");
        } else if (change instanceof Change.Rebuild rebuild) {
            rebuilt(rebuild);
        }
    }

    private static List<String> kept(Change.AlterEnum alter) {
        return alter.before().values().stream()
                .map(value -> alter.renamed().getOrDefault(value, value))
                .toList();
    }

    private void rebuilt(Change.Rebuild rebuild) {
        touched.add(rebuild.after().name());
        add(
                Rule.TABLE_REWRITE,
                Severity.WARNING,
                rebuild.after().name(),
                "all rows are copied to a new table; do it while nobody waits");
        for (ColumnDefinition column : rebuild.after().columns()) {
            String origin = rebuild.columns().get(column.name());
            if (origin != null) {
                rebuild.before()
                        .column(origin)
                        .ifPresent(old -> altered(rebuild.after().name() + "." + column.name(), old, column));
            } else if (isMissing(column)) {
                notNullWithoutDefault(rebuild.after().name(), column);
            }
        }
        rebuild.after().parts().stream()
                .filter(part -> !rebuild.before().parts().contains(part))
                .forEach(part -> constraint(rebuild.after().name(), part));
        for (ColumnDefinition column : rebuild.before().columns()) {
            if (column.computed() == null && !rebuild.columns().containsValue(column.name())) {
                dropColumn(rebuild.before().name(), column);
            }
        }
    }

    private void added(Change.Add add) {
        TableName table = add.table();
        touched.add(table);
        if (made.contains(table)) {
            return; // it has no rows yet
        }
        String subject = table + "." + add.part().name();
        if (add.part() instanceof ColumnDefinition column && isMissing(column)) {
            notNullWithoutDefault(table, column);
        } else if (add.part() instanceof ColumnDefinition column && column.computed() != null) {
            add(
                    Rule.TABLE_REWRITE,
                    Severity.WARNING,
                    subject,
                    "every row is written anew with the value of the column");
        } else if (add.part() instanceof IndexDefinition index && !ddl.createsIndexesOnline()) {
            add(
                    Rule.BLOCKING_INDEX,
                    Severity.WARNING,
                    table + "." + index.name(),
                    "nobody can write to the table meanwhile; of a large one, create it concurrently, outside of migrations");
        }
        constraint(table, add.part());
    }

    private void constraint(TableName table, TablePart part) {
        if (part instanceof CheckDefinition
                || part instanceof UniqueDefinition
                || part instanceof ForeignKeyDefinition
                || (part instanceof IndexDefinition unique && unique.unique())) {
            add(
                    Rule.CONSTRAINT_ON_ROWS,
                    Severity.WARNING,
                    table + "." + part.name(),
                    "rows that are there may break it, and are all looked at; query for them first");
        }
    }

    private static boolean isMissing(ColumnDefinition column) {
        return !column.nullable() && column.defaultValue() == null && !column.identity() && column.computed() == null;
    }

    private void notNullWithoutDefault(TableName table, ColumnDefinition column) {
        add(
                Rule.NOT_NULL_WITHOUT_DEFAULT,
                Severity.ERROR,
                table + "." + column.name(),
                "rows that are there have no value for it; give it a default, or add it nullable and fill it first");
    }

    private void dropped(Change.Drop drop) {
        touched.add(drop.table());
        if (drop.part() instanceof ColumnDefinition column && column.computed() == null) {
            dropColumn(drop.table(), column);
        } else if (drop.part() instanceof IndexDefinition index) {
            add(
                    Rule.DROP_INDEX,
                    Severity.INFO,
                    drop.table() + "." + index.name(),
                    "queries that use it become slow; see whether any does");
        }
    }

    private void dropColumn(TableName table, ColumnDefinition column) {
        add(
                Rule.DROP_COLUMN,
                Severity.ERROR,
                table + "." + column.name(),
                "all values go, and programs that run still name it; stop using it first, and drop it later");
    }

    private void altered(String subject, ColumnDefinition before, ColumnDefinition after) {
        if (!before.type().equals(after.type())) {
            boolean narrower =
                    Types.isNarrower(after.type(), before.type()) || Types.isCut(before.type(), after.type());
            add(
                    narrower ? Rule.NARROWING : Rule.TABLE_REWRITE,
                    narrower ? Severity.ERROR : Severity.WARNING,
                    subject,
                    narrower
                            ? "values may not fit " + after.type() + "; query for those that do not first"
                            : before.type() + " becomes " + after.type() + ", for which all rows may be written anew");
        }
        if (before.nullable() && !after.nullable()) {
            add(
                    Rule.SET_NOT_NULL,
                    Severity.WARNING,
                    subject,
                    "a row that holds NULL makes it fail, and all are looked at; fill them first");
        }
    }

    /** What a table is when all is done. */
    private void result(TableDefinition table) {
        if (table.primaryKey() == null && made.contains(table.name())) {
            add(
                    Rule.TABLE_WITHOUT_KEY,
                    Severity.WARNING,
                    table.name(),
                    "its rows cannot be told apart; give it a primary key");
        }
        for (ColumnDefinition column : table.columns()) {
            if (Types.isFloatForMoney(column.name(), column.type())) {
                add(
                        Rule.FLOAT_FOR_MONEY,
                        Severity.WARNING,
                        table.name() + "." + column.name(),
                        "binary fractions round money; use a bigint of cents, or a decimal");
            }
        }
        List<Led> led = led(table);
        for (ForeignKeyDefinition key : table.foreignKeys()) {
            if (!ddl.indexesForeignKeys() && led.stream().noneMatch(index -> index.begins(key.columns()))) {
                add(
                        Rule.FOREIGN_KEY_WITHOUT_INDEX,
                        Severity.WARNING,
                        table.name() + "." + key.name(),
                        "deletes of " + key.target() + " look through all rows; add an index of " + key.columns());
            }
        }
        for (IndexDefinition index : table.indexes()) {
            boolean isPlain = index.where() == null
                    && index.columns().size() == index.keys().size()
                    && !index.unique();
            if (isPlain
                    && led.stream()
                            .anyMatch(other -> !other.name().equals(index.name())
                                    && other.begins(index.columns())
                                    && (other.columns().size() > index.columns().size()
                                            || other.name().compareTo(index.name()) < 0))) {
                add(
                        Rule.DUPLICATE_INDEX,
                        Severity.WARNING,
                        table.name() + "." + index.name(),
                        "another index or key begins with " + index.columns() + "; one of them is enough");
            }
        }
    }

    /** What leads to rows by columns, in their order. */
    private record Led(String name, List<String> columns) {
        boolean begins(List<String> wanted) {
            return columns.size() >= wanted.size()
                    && columns.subList(0, wanted.size()).equals(wanted);
        }
    }

    private static List<Led> led(TableDefinition table) {
        List<Led> led = new ArrayList<>();
        if (table.primaryKey() != null) {
            led.add(new Led("", table.primaryKey().columns()));
        }
        table.uniqueKeys().forEach(key -> led.add(new Led("", key.columns())));
        table.indexes().stream()
                .filter(index -> index.where() == null)
                .forEach(index -> led.add(new Led(index.name(), index.columns())));
        return led;
    }
}
