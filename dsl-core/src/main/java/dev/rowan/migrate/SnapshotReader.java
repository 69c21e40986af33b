package dev.rowan.migrate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.rowan.definition.CheckDefinition;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.EnumDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.IndexDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.SequenceDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.UniqueDefinition;
import dev.rowan.definition.ViewDefinition;
import dev.rowan.error.MigrationException;
import dev.rowan.schema.ReferentialAction;
import dev.rowan.schema.TableName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads schemas that {@link SchemaSnapshot} has written. */
final class SnapshotReader {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private SnapshotReader() {}

    static SchemaDefinition read(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() == null) {
                throw new MigrationException("expected a snapshot of a schema, got an empty text");
            }
            Node root = node(parser);
            if (parser.nextToken() != null) {
                throw wrong("the end of the snapshot", "more", place(parser.currentTokenLocation()));
            }
            return schema(root.object());
        } catch (JsonProcessingException e) {
            throw new MigrationException(
                    "expected a snapshot of a schema, got a text that is no JSON, " + place(e.getLocation()) + ": "
                            + e.getOriginalMessage(),
                    e);
        } catch (IOException e) {
            throw new MigrationException("expected a snapshot of a schema, got an error", e);
        }
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null
                ? "at an unknown place"
                : "at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static MigrationException wrong(String expected, String got, String place) {
        return new MigrationException("expected " + expected + ", got " + got + ", " + place);
    }

    /**
     * A value and where it stands.
     *
     * @param value a map of names to nodes, a list of nodes, a text, a truth value or a long
     */
    private record Node(Object value, String place) {
        Fields object() {
            if (value instanceof Map<?, ?> map) {
                Map<String, Node> fields = new LinkedHashMap<>();
                map.forEach((name, node) -> fields.put((String) name, (Node) node));
                return new Fields(fields, place);
            }
            throw wrong("an object", described(), place);
        }

        <E> List<E> list(Function<Node, E> element) {
            if (value instanceof List<?> nodes) {
                List<E> elements = new ArrayList<>();
                nodes.forEach(node -> elements.add(element.apply((Node) node)));
                return elements;
            }
            throw wrong("an array", described(), place);
        }

        <T> T as(Class<T> type, String words) {
            if (type.isInstance(value)) {
                return type.cast(value);
            }
            throw wrong(words, described(), place);
        }

        String text() {
            return as(String.class, "a text");
        }

        private String described() {
            return value instanceof Map ? "an object" : value instanceof List ? "an array" : String.valueOf(value);
        }
    }

    /** The fields of an object, which are taken out one by one, so that those that nobody knows are left. */
    private record Fields(Map<String, Node> fields, String place) {
        Node take(String name) {
            Node node = fields.remove(name);
            if (node == null) {
                throw wrong("a field '" + name + "'", "none", place);
            }
            return node;
        }

        @Nullable
        String textOrNull(String name) {
            return fields.containsKey(name) ? take(name).text() : null;
        }

        boolean isTrue(String name) {
            return fields.containsKey(name) && take(name).as(Boolean.class, "true or false");
        }

        <E> List<E> list(String name, Function<Fields, E> element) {
            return take(name).list(node -> {
                Fields object = node.object();
                E made = element.apply(object);
                object.requireNone();
                return made;
            });
        }

        List<String> texts(String name) {
            return take(name).list(Node::text);
        }

        void requireNone() {
            fields.forEach((name, node) -> {
                throw wrong("fields of this version of Rowan only", "'" + name + "'", node.place());
            });
        }
    }

    private static Node node(JsonParser parser) throws IOException {
        String place = place(parser.currentTokenLocation());
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Node> fields = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    fields.put(name, node(parser));
                }
                yield new Node(fields, place);
            }
            case START_ARRAY -> {
                List<Node> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(node(parser));
                }
                yield new Node(elements, place);
            }
            case VALUE_STRING -> new Node(parser.getText(), place);
            case VALUE_TRUE, VALUE_FALSE -> new Node(parser.getBooleanValue(), place);
            case VALUE_NUMBER_INT -> new Node(parser.getLongValue(), place);
            default -> throw wrong("a text, a whole number, true or false", parser.getText(), place);
        };
    }

    private static SchemaDefinition schema(Fields root) {
        Node version = root.take("rowanSchema");
        if (!version.value().equals(SchemaSnapshot.VERSION)) {
            throw wrong("version " + SchemaSnapshot.VERSION, version.described(), version.place());
        }
        SchemaDefinition schema = new SchemaDefinition(
                root.list("tables", SnapshotReader::table),
                root.list("views", SnapshotReader::view),
                root.list("sequences", SnapshotReader::sequence),
                root.list("enums", SnapshotReader::enumeration));
        root.requireNone();
        return schema;
    }

    private static TableName name(Fields object) {
        return new TableName(object.textOrNull("schema"), object.take("name").text(), null);
    }

    private static TableDefinition table(Fields object) {
        PrimaryKeyDefinition key = null;
        if (object.fields().containsKey("primaryKey")) {
            Fields fields = object.take("primaryKey").object();
            key = new PrimaryKeyDefinition(fields.take("name").text(), fields.texts("columns"));
            fields.requireNone();
        }
        return new TableDefinition(
                name(object),
                object.list("columns", SnapshotReader::column),
                key,
                object.list(
                        "uniqueKeys",
                        one -> new UniqueDefinition(one.take("name").text(), one.texts("columns"))),
                object.list("foreignKeys", SnapshotReader::foreignKey),
                object.list(
                        "checks",
                        one -> new CheckDefinition(
                                one.take("name").text(), one.take("condition").text())),
                object.list("indexes", SnapshotReader::index),
                object.textOrNull("comment"));
    }

    private static ColumnDefinition column(Fields object) {
        return new ColumnDefinition(
                object.take("name").text(),
                object.take("type").text(),
                object.take("nullable").as(Boolean.class, "true or false"),
                object.textOrNull("default"),
                object.isTrue("identity"),
                object.textOrNull("computed"),
                object.textOrNull("comment"));
    }

    private static ForeignKeyDefinition foreignKey(Fields object) {
        Fields target = object.take("target").object();
        TableName name = name(target);
        target.requireNone();
        return new ForeignKeyDefinition(
                object.take("name").text(),
                object.texts("columns"),
                name,
                object.texts("targetColumns"),
                action(object.take("onDelete")),
                action(object.take("onUpdate")),
                object.isTrue("deferrable"));
    }

    private static ReferentialAction action(Node node) {
        return Stream.of(ReferentialAction.values())
                .filter(action -> action.name().equals(node.value()))
                .findFirst()
                .orElseThrow(() -> wrong(
                        "one of "
                                + Stream.of(ReferentialAction.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")),
                        node.described(),
                        node.place()));
    }

    private static IndexDefinition index(Fields object) {
        return new IndexDefinition(
                object.take("name").text(),
                object.isTrue("unique"),
                object.list("keys", SnapshotReader::indexKey),
                object.textOrNull("where"));
    }

    private static IndexDefinition.Key indexKey(Fields object) {
        boolean isColumn = object.fields().containsKey("column");
        return new IndexDefinition.Key(
                object.take(isColumn ? "column" : "expression").text(), isColumn, object.isTrue("descending"));
    }

    private static ViewDefinition view(Fields object) {
        return new ViewDefinition(
                name(object), object.take("query").text(), object.list("columns", SnapshotReader::column));
    }

    private static SequenceDefinition sequence(Fields object) {
        return new SequenceDefinition(
                name(object),
                object.take("start").as(Long.class, "a whole number"),
                object.take("increment").as(Long.class, "a whole number"));
    }

    private static EnumDefinition enumeration(Fields object) {
        return new EnumDefinition(name(object), object.texts("values"));
    }
}
