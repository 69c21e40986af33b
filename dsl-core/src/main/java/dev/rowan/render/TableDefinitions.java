package dev.rowan.render;

import dev.rowan.definition.CheckDefinition;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.IndexDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.UniqueDefinition;
import dev.rowan.expression.SortKey;
import dev.rowan.schema.Column;
import dev.rowan.schema.Index;
import dev.rowan.schema.Reference;
import dev.rowan.schema.Rule;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableCheck;
import dev.rowan.schema.TableName;
import dev.rowan.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What declared tables are defined as, in the words of one dialect. */
final class TableDefinitions {
    private final Table<?> table;
    private final DdlWords words;

    private TableDefinitions(Table<?> table, DdlWords words) {
        this.table = table;
        this.words = words;
    }

    static TableDefinition of(Table<?> table, DdlWords words) {
        return new TableDefinitions(table, words).definition();
    }

    private TableDefinition definition() {
        List<String> key = names(table.primaryKeyColumns());
        return new TableDefinition(
                new TableName(
                        table.tableName().catalog(),
                        table.tableName().schema(),
                        table.tableName().name(),
                        null),
                table.columns().stream().map(this::column).toList(),
                key.isEmpty()
                        ? null
                        : new PrimaryKeyDefinition(table.primaryKeyName().name(), key),
                table.uniqueKeys().stream().map(TableDefinitions::unique).toList(),
                table.references().stream().map(TableDefinitions::foreignKey).toList(),
                checks(),
                table.indexes().stream().map(this::index).toList(),
                table.comment());
    }

    private static List<String> names(List<? extends Column<?, ?>> columns) {
        return columns.stream().map(column -> column.name().name()).toList();
    }

    private ColumnDefinition column(Column<?, ?> column) {
        return new ColumnDefinition(
                column.name().name(),
                words.typeName(column.type()),
                column.isNullable(),
                defaultValue(column),
                column.isIdentity(),
                column.computed() == null ? null : words.text(column.computed()),
                column.comment());
    }

    private <T extends @Nullable Object> @Nullable String defaultValue(Column<?, T> column) {
        if (column.defaultExpression() != null) {
            return words.expression(words.text(column.defaultExpression()));
        }
        return column.defaultValue()
                .map(value -> words.literal(column.type(), column.type().toColumn(value)))
                .orElse(null);
    }

    private static UniqueDefinition unique(UniqueKey<?> key) {
        return new UniqueDefinition(key.name().name(), names(key.columns()));
    }

    private static ForeignKeyDefinition foreignKey(Reference reference) {
        TableName target = reference.targetColumns().get(0).table().tableName();
        return new ForeignKeyDefinition(
                reference.name().name(),
                names(reference.columns()),
                new TableName(target.schema(), target.name(), null),
                names(reference.targetColumns()),
                reference.rules().onDelete(),
                reference.rules().onUpdate(),
                reference.rules().deferrable());
    }

    private List<CheckDefinition> checks() {
        List<CheckDefinition> checks = new ArrayList<>();
        for (Column<?, ?> column : table.columns()) {
            for (Rule<?> rule : column.rules()) {
                if (rule.constraint() != null) {
                    checks.add(new CheckDefinition(
                            column.constraintName(rule).name(),
                            words.condition(column.name(), column.type(), rule.constraint())));
                }
            }
        }
        for (TableCheck check : table.checks()) {
            checks.add(new CheckDefinition(check.name().name(), words.conditionText(check.condition())));
        }
        return checks;
    }

    private IndexDefinition index(Index<?> index) {
        return new IndexDefinition(
                index.name().name(),
                index.isUnique(),
                index.keys().stream().map(this::key).toList(),
                index.condition() == null ? null : words.conditionText(index.condition()));
    }

    private IndexDefinition.Key key(SortKey key) {
        return key.expression() instanceof Column<?, ?> column
                ? new IndexDefinition.Key(column.name().name(), true, key.descending())
                : new IndexDefinition.Key(words.text(key.expression()), false, key.descending());
    }
}
