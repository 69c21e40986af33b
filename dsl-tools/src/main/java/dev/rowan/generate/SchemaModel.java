package dev.rowan.generate;

import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.EnumDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.UniqueDefinition;
import dev.rowan.definition.ViewDefinition;
import dev.rowan.render.DdlDialect;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A schema as classes: who is called what, and which types the columns have. For one use. */
final class SchemaModel {
    /** Names that generated sources use of other packages, which a class of theirs would hide. */
    private static final List<String> USED = List.of(
            ("String Integer Long Short Float Double Boolean Override Object Record Enum Table TableName NumberColumn TextColumn"
                            + " BooleanColumn EnumColumn TemporalColumn JsonColumn ArrayColumn PlainColumn PrimaryKey UniqueKey Index"
                            + " ForeignKey TableCheck ToMany ToOne ReferenceRules ReferentialAction Many One SqlType Json Nullable"
                            + " NullMarked BigDecimal LocalDate LocalTime LocalDateTime Instant UUID List Sql Functions DecodeException")
                    .split(" "));

    private final SchemaDefinition schema;
    private final DdlDialect ddl;
    private final UniqueNames classes = UniqueNames.ofFiles();
    private final List<TableModel> tables = new ArrayList<>();
    private final Map<String, EnumModel> enums = new LinkedHashMap<>(); // by the type of the database
    private final Map<EnumModel, String> told = new LinkedHashMap<>();

    private SchemaModel(SchemaDefinition schema, DdlDialect ddl) {
        this.schema = schema;
        this.ddl = ddl;
        USED.forEach(classes::take);
        classes.take("package-info");
    }

    static SchemaModel of(SchemaDefinition schema, DdlDialect ddl, Predicate<String> isWanted) {
        SchemaModel model = new SchemaModel(schema, ddl);
        schema.tables().stream()
                .filter(table -> isWanted.test(table.name().name()))
                .forEach(table -> model.add(inKeyOrder(table), false));
        schema.views().stream()
                .filter(view -> isWanted.test(view.name().name()))
                .forEach(view -> model.add(asTable(view), true));
        model.tables.forEach(model::addParts);
        new AssociationFinder(model.tables).find();
        return model;
    }

    List<TableModel> tables() {
        return tables;
    }

    /** The enums, with what they are the values of. */
    Map<EnumModel, String> enums() {
        return told;
    }

    private static TableDefinition asTable(ViewDefinition view) {
        return TableDefinition.of(view.name(), view.columns());
    }

    /** A class tells the order of a primary key by the order of its columns. */
    private static TableDefinition inKeyOrder(TableDefinition table) {
        PrimaryKeyDefinition key = table.primaryKey();
        if (key == null) {
            return table;
        }
        List<String> inTable = table.columns().stream()
                .map(ColumnDefinition::name)
                .filter(key.columns()::contains)
                .toList();
        if (inTable.equals(key.columns())) {
            return table;
        }
        List<ColumnDefinition> columns = new ArrayList<>();
        key.columns().forEach(name -> table.column(name).ifPresent(columns::add));
        table.columns().stream()
                .filter(column -> !key.columns().contains(column.name()))
                .forEach(columns::add);
        return table.withColumns(columns);
    }

    private void add(TableDefinition definition, boolean isView) {
        String words = JavaNames.words(definition.name().name());
        String singular = JavaNames.type(English.singular(words));
        String plural = JavaNames.type(English.plural(words));
        String record = classes.of(singular, singular + "Row");
        String tableClass = classes.of(plural, plural + "Table");
        tables.add(new TableModel(definition, isView, words, tableClass, record));
    }

    private void addParts(TableModel table) {
        for (ColumnDefinition column : table.definition().columns()) {
            addColumn(table, column);
        }
        PrimaryKeyDefinition key = table.definition().primaryKey();
        if (key != null && table.columns(key.columns()).isPresent()) {
            table.setKeyField(table.fields().of("KEY", "PRIMARY_KEY"));
        }
        for (UniqueDefinition unique : table.definition().uniqueKeys()) {
            table.columns(unique.columns())
                    .ifPresentOrElse(
                            columns -> table.uniqueKeys()
                                    .put(unique, table.fields().of("BY_" + String.join("_AND_", fields(columns)))),
                            () -> table.remarks().add("unique key " + unique.name() + " of a column that is left out"));
        }
    }

    private static List<String> fields(List<ColumnModel> columns) {
        return columns.stream().map(ColumnModel::field).toList();
    }

    private void addColumn(TableModel table, ColumnDefinition column) {
        EnumModel enumeration = enumeration(table, column);
        Optional<ColumnType> type = enumeration != null
                ? Optional.of(ColumnType.of(enumeration))
                : ddl.sqlType(listedAsText(column)).map(ColumnType::of);
        if (type.isEmpty()) {
            table.remarks()
                    .add("column " + column.name() + " of type " + column.type() + ", for which Rowan has no type");
            return;
        }
        String words = JavaNames.words(column.name());
        String field = table.fields().of(JavaNames.constant(words), JavaNames.constant(words + "_COLUMN"));
        String component = JavaNames.component(words);
        boolean isComponent = JavaNames.compared(component).equals(JavaNames.compared(column.name()))
                && !words.isEmpty()
                && table.components().take(component);
        if (!isComponent) {
            table.remarks()
                    .add("component of column " + column.name()
                            + ", whose name is that of another or has no letters; it is hidden");
        }
        boolean isKey = table.primaryKey().contains(column.name());
        table.columns()
                .add(new ColumnModel(
                        column,
                        type.get(),
                        enumeration,
                        field,
                        isComponent ? component : null,
                        column.nullable() && !isKey && !column.identity()));
    }

    private List<String> values(ColumnDefinition column) {
        String type = column.type();
        String name = type.startsWith("\"") && type.endsWith("\"")
                ? type.substring(1, type.length() - 1).replace("\"\"", "\"")
                : type;
        return schema.enums().stream()
                .filter(other -> other.name().name().equals(name))
                .findFirst()
                .map(EnumDefinition::values)
                .orElseGet(() -> ddl.listedValues(type));
    }

    /** A column of listed values that are no constants is a text. */
    private ColumnDefinition listedAsText(ColumnDefinition column) {
        return values(column).stream().mapToInt(value -> value.codePointCount(0, value.length())).max().stream()
                .mapToObj(length -> column.withType(ddl.typeName(SqlType.varchar(Math.max(1, length)))))
                .findFirst()
                .orElse(column);
    }

    private @Nullable EnumModel enumeration(TableModel table, ColumnDefinition column) {
        List<String> values = values(column);
        if (values.isEmpty()) {
            return null;
        }
        boolean isShared = ddl.listedValues(column.type()).isEmpty();
        String place = table.definition().name().name() + "." + column.name();
        String key = isShared ? column.type() : place;
        EnumModel known = enums.get(key);
        if (known != null) {
            return known;
        }
        String words = isShared
                ? JavaNames.words(column.type())
                : English.singular(table.words()) + "_" + JavaNames.words(column.name());
        Optional<EnumModel> made = EnumModel.of(JavaNames.type(words), values)
                .map(model -> model.named(classes.of(model.name(), model.name() + "Value")));
        made.ifPresent(model -> {
            enums.put(key, model);
            String origin = isShared ? column.type() : place;
            told.put(model, (isShared ? "the type" : "column") + " {@code " + JavaText.comment(origin) + "}");
        });
        return made.orElse(null);
    }
}
