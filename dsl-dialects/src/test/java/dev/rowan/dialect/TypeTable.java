package dev.rowan.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.definition.Change;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.Dialect;
import dev.rowan.schema.TableName;
import dev.rowan.type.SqlType;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the types are called on each database, as {@code docs/types.md} shows it. */
final class TypeTable {
    enum Weekday {
        MONDAY,
        WEDNESDAY
    }

    private static final Pattern COLUMN =
            Pattern.compile("create table \\S+ \\(\\s*\\S?c\\S? (.*?)(?: null)?\\s*\\)[^()]*");
    private static final Map<String, SqlType<?>> COLUMNS = columns();

    private TypeTable() {}

    private static Map<String, SqlType<?>> columns() {
        Map<String, SqlType<?>> columns = new LinkedHashMap<>();
        columns.put("bool", SqlType.BOOLEAN);
        columns.put("smallint", SqlType.SMALLINT);
        columns.put("integer", SqlType.INTEGER);
        columns.put("bigint", SqlType.BIGINT);
        columns.put("real", SqlType.REAL);
        columns.put("doublePrecision", SqlType.DOUBLE);
        columns.put("decimal(…, 10, 2)", SqlType.decimal(10, 2));
        columns.put("varchar(…, 20)", SqlType.varchar(20));
        columns.put("text", SqlType.TEXT);
        columns.put("enumeration(…, Weekday.class)", SqlType.enumeration(Weekday.class));
        columns.put("date", SqlType.DATE);
        columns.put("time", SqlType.TIME);
        columns.put("timestamp", SqlType.TIMESTAMP);
        columns.put("instant", SqlType.INSTANT);
        columns.put("uuid", SqlType.UUID);
        columns.put("binary", SqlType.BINARY);
        columns.put("json", SqlType.JSON);
        columns.put("array(…, SqlType.INTEGER)", SqlType.array(SqlType.INTEGER));
        columns.put("array(…, SqlType.TEXT)", SqlType.array(SqlType.TEXT));
        return columns;
    }

    static List<SqlType<?>> types() {
        return List.copyOf(COLUMNS.values());
    }

    static String of(List<Dialect> dialects) {
        StringJoiner table = new StringJoiner("\n");
        StringJoiner head = new StringJoiner(" | ", "| ", " |")
                .add("Column")
                .add("`SqlType`")
                .add("Java");
        StringJoiner line =
                new StringJoiner("|", "|", "|").add("---").add("---").add("---");
        for (Dialect dialect : dialects) {
            head.add(dialect.name());
            line.add("---");
        }
        table.add(head.toString()).add(line.toString());
        COLUMNS.forEach((column, type) -> {
            StringJoiner row = new StringJoiner(" | ", "| ", " |")
                    .add("`" + column + "`")
                    .add("`" + java(type) + "`")
                    .add("`" + type.javaType().getSimpleName() + "`");
            dialects.forEach(dialect -> row.add(name(dialect, type)));
            table.add(row.toString());
        });
        return table.toString();
    }

    /** How a program names the type. */
    private static String java(SqlType<?> type) {
        for (Field constant : SqlType.class.getFields()) {
            if (type.equals(value(constant))) {
                return "SqlType." + constant.getName();
            }
        }
        if (type.kind() == SqlType.Kind.ARRAY) {
            return "SqlType.array(" + java(type.element()) + ")";
        }
        Class<?> java = type.javaType();
        return "SqlType." + (java.isEnum() ? "enumeration(" + java.getSimpleName() + ".class)" : type.toString());
    }

    private static Object value(Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** What a column is called in {@code create table}, with its check where the database holds it to its type by one, without its name. */
    private static String name(Dialect dialect, SqlType<?> type) {
        try {
            DdlDialect ddl = dialect.ddl();
            TableDefinition table =
                    TableDefinition.of(TableName.of("t"), List.of(ColumnDefinition.of("c", ddl.typeName(type))));
            String sql = ddl.statements(new Change.Create(table), null).get(0).text();
            Matcher column = COLUMN.matcher(sql);
            assertThat(column.matches()).as(sql).isTrue();
            return "`"
                    + column.group(1).replaceAll(" constraint \"[^\"]+\"", "").replace("\"c\"", "c") + "`";
        } catch (UnsupportedFeatureException e) {
            return "**refused**";
        }
    }
}
