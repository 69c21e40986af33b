package dev.rowan.migrate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rowan.definition.CheckDefinition;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.EnumDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.IndexDefinition;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.SequenceDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.UniqueDefinition;
import dev.rowan.definition.ViewDefinition;
import dev.rowan.schema.TableName;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A schema as JSON, for a file under version control: the same schema is always the same text, a column a line.
 *
 * <pre>{@code
 * Files.writeString(path, SchemaSnapshot.write(schema.read()));
 * SchemaPlan plan = schema.diff(SchemaSnapshot.read(Files.readString(path)), Renames.NONE);
 * }</pre>
 */
public final class SchemaSnapshot {
    /** The version of the format that is written. */
    static final long VERSION = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    private SchemaSnapshot() {}

    /** Writes a schema as a text that ends with a line feed. */
    public static String write(SchemaDefinition schema) {
        return "{\n  \"rowanSchema\": " + VERSION + ",\n"
                + "  \"tables\": " + lines("  ", schema.tables(), SchemaSnapshot::table) + ",\n"
                + "  \"views\": " + lines("  ", schema.views(), SchemaSnapshot::view) + ",\n"
                + "  \"sequences\": " + lines("  ", schema.sequences(), one -> json(sequence(one))) + ",\n"
                + "  \"enums\": " + lines("  ", schema.enums(), one -> json(enumeration(one))) + "\n}\n";
    }

    /**
     * Reads what {@link #write} has written; it is equal to what was.
     *
     * @throws dev.rowan.error.MigrationException if it is no such text, with line and column of what is wrong
     */
    public static SchemaDefinition read(String json) {
        return SnapshotReader.read(json);
    }

    private static <E> String lines(String indent, List<E> elements, Function<E, String> line) {
        return elements.isEmpty()
                ? "[]"
                : elements.stream()
                        .map(line)
                        .collect(Collectors.joining(",\n" + indent + "  ", "[\n" + indent + "  ", "\n" + indent + "]"));
    }

    private static String table(TableDefinition table) {
        Map<String, Object> head = named(table.name());
        put(head, "comment", table.comment());
        if (table.primaryKey() != null) {
            head.put(
                    "primaryKey",
                    key(table.primaryKey().name(), table.primaryKey().columns()));
        }
        String text = json(head);
        return text.substring(0, text.length() - 1) + ",\n"
                + "      \"columns\": " + lines("      ", table.columns(), one -> json(column(one))) + ",\n"
                + "      \"uniqueKeys\": " + lines("      ", table.uniqueKeys(), one -> json(unique(one))) + ",\n"
                + "      \"foreignKeys\": " + lines("      ", table.foreignKeys(), one -> json(foreignKey(one))) + ",\n"
                + "      \"checks\": " + lines("      ", table.checks(), one -> json(check(one))) + ",\n"
                + "      \"indexes\": " + lines("      ", table.indexes(), one -> json(index(one))) + "\n    }";
    }

    private static String view(ViewDefinition view) {
        Map<String, Object> head = named(view.name());
        head.put("query", view.query());
        String text = json(head);
        return text.substring(0, text.length() - 1) + ",\n" + "      \"columns\": "
                + lines("      ", view.columns(), one -> json(column(one))) + "\n    }";
    }

    private static Map<String, Object> named(TableName name) {
        Map<String, Object> object = new LinkedHashMap<>();
        put(object, "schema", name.schema());
        object.put("name", name.name());
        return object;
    }

    private static void put(Map<String, Object> object, String name, @Nullable Object value) {
        if (value != null) {
            object.put(name, value);
        }
    }

    private static Map<String, Object> key(String name, List<String> columns) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", name);
        object.put("columns", columns);
        return object;
    }

    private static Map<String, Object> column(ColumnDefinition column) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", column.name());
        object.put("type", column.type());
        object.put("nullable", column.nullable());
        put(object, "default", column.defaultValue());
        put(object, "identity", column.identity() ? true : null);
        put(object, "computed", column.computed());
        put(object, "comment", column.comment());
        return object;
    }

    private static Map<String, Object> unique(UniqueDefinition key) {
        return key(key.name(), key.columns());
    }

    private static Map<String, Object> foreignKey(ForeignKeyDefinition key) {
        Map<String, Object> object = key(key.name(), key.columns());
        object.put("target", named(key.target()));
        object.put("targetColumns", key.targetColumns());
        object.put("onDelete", key.onDelete().name());
        object.put("onUpdate", key.onUpdate().name());
        put(object, "deferrable", key.deferrable() ? true : null);
        return object;
    }

    private static Map<String, Object> check(CheckDefinition check) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", check.name());
        object.put("condition", check.condition());
        return object;
    }

    private static Map<String, Object> index(IndexDefinition index) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", index.name());
        put(object, "unique", index.unique() ? true : null);
        object.put("keys", index.keys().stream().map(SchemaSnapshot::indexKey).toList());
        put(object, "where", index.where());
        return object;
    }

    private static Map<String, Object> indexKey(IndexDefinition.Key key) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(key.isColumn() ? "column" : "expression", key.text());
        put(object, "descending", key.descending() ? true : null);
        return object;
    }

    private static Map<String, Object> sequence(SequenceDefinition sequence) {
        Map<String, Object> object = named(sequence.name());
        object.put("start", sequence.start());
        object.put("increment", sequence.increment());
        return object;
    }

    private static Map<String, Object> enumeration(EnumDefinition enumeration) {
        Map<String, Object> object = named(enumeration.name());
        object.put("values", enumeration.values());
        return object;
    }

    private static String json(Map<String, Object> object) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            write(generator, object);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory has none
        }
        return text.toString();
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof Map<?, ?> object) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : object.entrySet()) {
                generator.writeFieldName(entry.getKey().toString());
                write(generator, entry.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (Object element : list) {
                write(generator, element);
            }
            generator.writeEndArray();
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else if (value instanceof Long number) {
            generator.writeNumber(number);
        } else {
            generator.writeString(value.toString());
        }
    }
}
