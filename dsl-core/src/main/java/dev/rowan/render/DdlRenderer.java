package dev.rowan.render;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.schema.Column;
import dev.rowan.schema.Rule;
import dev.rowan.schema.Table;
import dev.rowan.schema.UniqueKey;
import dev.rowan.type.SqlType;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the definition of a table in standard SQL. Made for extension: a dialect overrides what its database spells
 * differently. For one statement and one thread.
 */
public class DdlRenderer {
    private final Dialect dialect;
    private final SqlWriter sql;

    /** Creates a renderer that writes to a writer. */
    public DdlRenderer(Dialect dialect, SqlWriter writer) {
        this.dialect = dialect;
        this.sql = writer;
    }

    /** The dialect. */
    protected final Dialect dialect() {
        return dialect;
    }

    /** The writer, for what a dialect spells differently. */
    protected final SqlWriter sql() {
        return sql;
    }

    /** Writes {@code create table}. */
    public void createTable(Table<?> table) {
        sql.append("create table ").append(sql.nameOf(table));
        String before = " (";
        for (Column<?, ?> column : table.columns()) {
            sql.append(before);
            column(column);
            before = ", ";
        }
        primaryKey(table.primaryKeyColumns());
        for (UniqueKey<?> key : table.uniqueKeys()) {
            sql.append(", constraint ").append(key.name()).append(" unique");
            names(" (", key.columns());
        }
        for (Column<?, ?> column : table.columns()) {
            foreignKey(column);
            checks(column);
        }
        sql.append(")");
    }

    /** Writes the definition of a column. */
    protected void column(Column<?, ?> column) {
        sql.append(column.name()).append(" ").append(typeName(column));
        if (column.isIdentity()) {
            sql.append(identity());
        }
        defaultValue(column);
        if (!column.isNullable()) {
            sql.append(" not null");
        }
    }

    private <T extends @Nullable Object> void defaultValue(Column<?, T> column) {
        column.defaultValue()
                .ifPresent(value -> sql.append(" default ")
                        .append(literal(column, column.type().toColumn(value))));
    }

    /** Writes the constraint of the primary key, if there is one. */
    protected void primaryKey(List<? extends Column<?, ?>> columns) {
        if (!columns.isEmpty()) {
            names(", primary key (", columns);
        }
    }

    private void names(String before, List<? extends Column<?, ?>> columns) {
        for (int i = 0; i < columns.size(); i++) {
            sql.append(i == 0 ? before : ", ").append(columns.get(i).name());
        }
        sql.append(")");
    }

    private void checks(Column<?, ?> column) {
        for (Rule<?> rule : column.rules()) {
            if (rule.constraint() != null) {
                sql.append(", constraint ").append(column.constraintName(rule)).append(" check (");
                check(column, rule.constraint());
                sql.append(")");
            }
        }
    }

    /** Writes what a rule says of a column. */
    private void check(Column<?, ?> column, Rule.Constraint constraint) {
        String name = column.name().quoted(dialect.quotes());
        if (constraint instanceof Rule.Constraint.Range range) {
            String number = number(column, name);
            String least =
                    range.least() == null ? "" : number + " >= " + range.least().toPlainString();
            String most =
                    range.most() == null ? "" : number + " <= " + range.most().toPlainString();
            sql.append(least + (least.isEmpty() || most.isEmpty() ? "" : " and ") + most);
        } else if (constraint instanceof Rule.Constraint.Length length) {
            sql.append(characters(name) + " between " + length.least() + " and " + length.most());
        } else if (constraint instanceof Rule.Constraint.OneOf one) {
            sql.append(name
                    + one.values().stream().map(this::textLiteral).collect(Collectors.joining(", ", " in (", ")")));
        } else {
            sql.append("trim(" + name + ") <> ''");
        }
    }

    /** A column as a number that is compared. */
    protected String number(Column<?, ?> column, String name) {
        return name;
    }

    /** How many characters a text has. */
    protected String characters(String text) {
        return "char_length(" + text + ")";
    }

    private void foreignKey(Column<?, ?> column) {
        column.references()
                .ifPresent(target -> sql.append(", constraint ")
                        .append(column.foreignKeyName())
                        .append(" foreign key (")
                        .append(column.name())
                        .append(") references ")
                        .append(sql.nameOf(target.table()))
                        .append(" (")
                        .append(target.name())
                        .append(")"));
    }

    /** What makes the database generate the values of a column. */
    protected String identity() {
        return " generated by default as identity";
    }

    /** The name of a column's type. */
    protected String typeName(Column<?, ?> column) {
        return typeName(column.type());
    }

    /** The name of a type. */
    protected String typeName(SqlType<?> type) {
        return switch (type.kind()) {
            case BOOLEAN -> "boolean";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case REAL -> "real";
            case DOUBLE -> "double precision";
            case DECIMAL -> "decimal(" + type.size() + ", " + type.scale() + ")";
            case VARCHAR -> "varchar(" + type.size() + ")";
            case TEXT -> "character large object";
            case DATE -> "date";
            case TIME -> "time(6)";
            case TIMESTAMP -> "timestamp(6)";
            case INSTANT -> "timestamp(6) with time zone";
            case UUID -> "uuid";
            case BINARY -> "binary large object";
            case JSON -> "json";
            case ARRAY -> arrayName(type);
        };
    }

    private String arrayName(SqlType<?> type) {
        dialect.require(Feature.ARRAY);
        return elementName(type.element()) + " array";
    }

    /** The name of the type of an array's elements. */
    protected String elementName(SqlType<?> element) {
        return typeName(element);
    }

    /** A value, as the column holds it, in the text of a default. */
    protected String literal(Column<?, ?> column, Object value) {
        if (value instanceof Boolean || value instanceof Number) {
            return value.toString();
        } else if (value instanceof String text) {
            return textLiteral(text);
        } else if (value instanceof List<?> array) {
            return "cast(array["
                    + array.stream()
                            .map(element -> element == null ? "null" : literal(column, element))
                            .collect(Collectors.joining(", "))
                    + "] as " + arrayName(column.type()) + ")";
        }
        throw new UnsupportedFeatureException(
                "default of type " + column.type() + " (" + column + ")",
                dialect.toString(),
                "use a number, a text, a truth value or an enum, or set the value in each insert");
    }

    /** A text between single quotes. */
    protected String textLiteral(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
