package dev.rowan.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.execute.Database;
import dev.rowan.schema.ReferentialAction;
import dev.rowan.schema.TableName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamesTest {
    @TempDir
    private Path folder;

    private static TableDefinition table(String name, String... columns) {
        List<ColumnDefinition> all = new ArrayList<>();
        all.add(ColumnDefinition.of("id", "bigint").withNullable(false));
        for (String column : columns) {
            all.add(ColumnDefinition.of(column, "bigint"));
        }
        return TableDefinition.of(TableName.of(name), all)
                .with(new PrimaryKeyDefinition(name + "_pkey", List.of("id")));
    }

    private static ForeignKeyDefinition key(String name, String column, String target) {
        return new ForeignKeyDefinition(
                name,
                List.of(column),
                TableName.of(target),
                List.of("id"),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                false);
    }

    private GeneratedSources compiled(TableDefinition... tables) throws Exception {
        try (Database db = Database.connect("jdbc:h2:mem:names")) {
            GeneratedSources sources = CodeGenerator.of("names")
                    .generate(SchemaDefinition.of(List.of(tables)), db.dialect().ddl());
            sources.writeTo(folder.resolve("java"));
            Compilation.compiled(folder.resolve("java"), Files.createDirectories(folder.resolve("classes")));
            return sources;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "orders, order",
        "order_lines, order_line",
        "categories, category",
        "addresses, address",
        "boxes, box",
        "people, person",
        "status, status",
        "news, news",
        "buses, bus",
        "analysis, analysis",
        "movies, movie",
        "houses, house",
        "caches, cache",
        "staff, staff"
    })
    void aTableOfOrdersHoldsAnOrder(String plural, String singular) {
        assertThat(English.singular(plural)).isEqualTo(singular);
    }

    @Test
    void namesOfEveryKindCompile() throws Exception {
        GeneratedSources sources = compiled(
                table(
                        "ORDER LINES",
                        "class",
                        "CLASS ",
                        "toString",
                        "1st",
                        "naïve",
                        "ß",
                        "a b",
                        "A_B",
                        "\"",
                        "日本",
                        "record",
                        "ID_"),
                table("strings", "string"),
                table("Straße", "x\ny"),
                table("2nd", "key", "KEY"),
                table("tables"),
                table("order", "order"),
                table("orders", "orders"),
                table("*/", "\\u0022"));

        assertThat(sources.files())
                .containsKeys(
                        "names/OrderLine.java",
                        "names/StringRow.java",
                        "names/TableRow.java",
                        "names/Order.java",
                        "names/OrderRow.java");
        assertThat(sources.warnings()).anyMatch(warning -> warning.contains("it is hidden"));
    }

    @Test
    void twoKeysToOneTableAndKeysToItselfHaveNamesOfTheirOwn() throws Exception {
        GeneratedSources sources = compiled(
                table("users", "boss_id", "boss").with(key("f0", "boss_id", "users")),
                table("letters", "sender", "recipient_id")
                        .with(key("f1", "sender", "users"))
                        .with(key("f2", "recipient_id", "users")));

        assertThat(sources.files().get("names/User.java"))
                .contains("One<User> bossUser", "Many<User> usersByBossUser")
                .contains("Many<Letter> lettersBySenderUser", "Many<Letter> lettersByRecipient");
        assertThat(sources.files().get("names/Letter.java")).contains("One<User> senderUser", "One<User> recipient");
    }
}
