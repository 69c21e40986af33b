package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Notes.insertTexts;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.execute.StatementEvent;
import dev.rowan.row.Row2;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Names of tables, columns and aliases are taken as they are, whatever is in them. */
interface NameContract extends OpenDatabase {
    /**
     * Without what no server allows in a name: the empty name, blanks at the end, characters beyond U+FFFF. A backslash at
     * the end is left out too: Connector/J takes it for an escape of the quote, and the statement fails.
     */
    List<String> NAMES = Stream.concat(
                    HostileTexts.ALL.stream(), Stream.of("select", "order", "Group", "a.b", "a b", "x".repeat(40)))
            .filter(text -> !text.isBlank() && text.equals(text.strip()) && !text.endsWith("\\"))
            .filter(text -> text.codePoints().allMatch(c -> c > 0x1f && c < 0x10000))
            .toList();

    /** A table whose names are made up by the test. */
    final class Named extends Table<Named.Row> {
        final NumberColumn<Row, Long> id = bigint("id").primaryKey();
        final TextColumn<Row, @Nullable String> text;

        Named(TableName name, String column) {
            super(name, Row.class, aliased -> new Named(aliased, column));
            this.text = varchar(column, 200);
        }

        record Row(long id, @Nullable String text) {}
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    default void tablesAndColumnsMayHaveAnyName(String name) {
        Named table = new Named(TableName.of("t " + name), name);
        create(table);

        db().execute(insertInto(table).set(table.id, 1).set(table.text, name));
        long updated = db().execute(update(table).set(table.text, "new").where(table.text.eq(name)));

        assertThat(updated).isEqualTo(1);
        assertThat(db().fetch(select(table.id, table.text).from(table).orderBy(table.text.asc())))
                .containsExactly(new Row2<>(1L, "new"));
        assertThat(db().execute(deleteFrom(table).where(table.text.eq("new")))).isEqualTo(1);
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    default void aliasesMayHaveAnyName(String name) {
        insertTexts(db(), "a", "b");
        Notes aliased = alias(NOTE, name);

        var rows = db().fetch(select(NOTE.TEXT, aliased.TEXT.as(name))
                .from(NOTE)
                .join(aliased)
                .on(NOTE.ID.eq(aliased.ID))
                .orderBy(aliased.TEXT.desc()));

        assertThat(rows).containsExactly(new Row2<>("b", "b"), new Row2<>("a", "a"));
    }

    @Test
    default void namesAtTheLimitWork() {
        String longest = "n".repeat(db().dialect().longestIdentifier());
        Named table = new Named(TableName.of(longest), longest.replace('n', 'c'));
        Named aliased = alias(table, longest.replace('n', 'a'));
        create(table);
        db().execute(insertInto(table).set(table.id, 1).set(table.text, "x"));

        assertThat(db().fetch(select(aliased.text).from(aliased).where(aliased.text.eq("x"))))
                .containsExactly("x");
    }

    @Test
    default void namesOverTheLimitAreRefusedBeforeAnythingIsSent() {
        int limit = db().dialect().longestIdentifier();
        List<StatementEvent> sent = new ArrayList<>();
        Named table = new Named(TableName.of("n".repeat(limit + 1)), "text");
        Notes aliased = alias(NOTE, "n".repeat(limit + 1));

        assertThatThrownBy(() -> recording(sent).execute(createTable(table)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("" + limit);
        assertThatThrownBy(() -> recording(sent).fetch(select().from(aliased)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("" + limit);
        assertThat(sent).isEmpty();
    }

    @Test
    default void namesThatDifferOnlyPastTheLimitDoNotMeet() {
        String longest = "m".repeat(db().dialect().longestIdentifier() - 1);
        Named one = new Named(TableName.of(longest + "1"), "text");
        Named two = new Named(TableName.of(longest + "2"), "text");

        create(one);
        create(two);
        db().execute(insertInto(one).set(one.id, 1));

        assertThat(db().fetch(select(two.id).from(two))).isEmpty();
    }
}
