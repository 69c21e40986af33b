package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Tagged.TAGGED;
import static dev.rowan.expression.Functions.array;
import static dev.rowan.expression.Functions.arrayAgg;
import static dev.rowan.expression.Functions.arrayAggDistinct;
import static dev.rowan.expression.Functions.scalar;
import static dev.rowan.expression.Functions.text;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.derived;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rowan.contract.Tagged.Item;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.QueryException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.execute.StatementEvent;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Window;
import dev.rowan.query.SqlCommand;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.row.Row2;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Arrays: how they travel, and what is asked of them in place; or that they are refused before anything is sent. */
interface ArrayContract extends ComputedValues {
    /** Texts that mean something within an array, somewhere, and those that mean something to SQL. */
    List<String> ELEMENTS = Stream.concat(
                    HostileTexts.ALL.stream(),
                    Stream.of(
                            "{",
                            "}",
                            "{}",
                            "{a,b}",
                            "a,b",
                            ",",
                            "{\"a\"}",
                            "\\\"",
                            "\\\\",
                            "[1:1]={x}",
                            "null",
                            "array['a']",
                            "]",
                            ";",
                            "\t",
                            "(1,2)"))
            .toList();

    private void assumeArrays() {
        assumeTrue(db().dialect().support(Feature.ARRAY) != Support.REFUSED);
    }

    /** Inserts items with these tags, numbered from 1; a null is SQL NULL. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private void insertTags(@Nullable List<@Nullable String>... tags) {
        for (int i = 0; i < tags.length; i++) {
            db().execute(insertInto(TAGGED).set(TAGGED.ID, i + 1L).set(TAGGED.TAGS, tags[i]));
        }
    }

    private List<Long> itemsWhere(Condition condition) {
        return db().fetch(select(TAGGED.ID).from(TAGGED).where(condition).orderBy(TAGGED.ID.asc()));
    }

    private <T extends @Nullable Object> List<T> ofItems(Expression<T> expression) {
        return db().fetch(select(expression).from(TAGGED).orderBy(TAGGED.ID.asc()));
    }

    private List<@Nullable Boolean> truthOf(Condition condition) {
        return ofItems(value(condition));
    }

    @Test
    default void arraysAreRefusedBeforeAnythingIsSentWhereTheyAreLacking() {
        assumeTrue(db().dialect().support(Feature.ARRAY) == Support.REFUSED);
        assertRefused(createTable(TAGGED));
        assertRefused(insertInto(TAGGED).set(TAGGED.ID, 1).set(TAGGED.TAGS, List.of("a")));
        assertRefused(insertInto(TAGGED).row(new Item(1, List.of("a"), null, List.of(), null)));
        assertRefused(update(TAGGED).set(TAGGED.TAGS, TAGGED.OLD_TAGS).everyRow());
        assertRefused(update(TAGGED).set(TAGGED.TAGS, TAGGED.TAGS.append("a")).everyRow());
        for (Condition condition : List.of(
                TAGGED.TAGS.contains("a"),
                TAGGED.TAGS.containsAll(List.of("a")),
                TAGGED.TAGS.overlaps(List.of("a")),
                TAGGED.TAGS.length().eq(1),
                TAGGED.TAGS.at(1).eq("a"),
                TAGGED.TAGS.eq(List.of("a")),
                TAGGED.TAGS.ne(List.of("a")),
                TAGGED.TAGS.isNull(),
                value("a").eqAny(TAGGED.TAGS))) {
            assertRefused(() -> db().fetch(select(TAGGED.ID).from(TAGGED).where(condition)));
        }
        for (Expression<?> expression : List.of(
                TAGGED.TAGS,
                TAGGED.TAGS.concat(List.of("a")),
                TAGGED.TAGS.concat(TAGGED.OLD_TAGS),
                value(SqlType.array(SqlType.TEXT), List.of("a")),
                arrayAgg(TAGGED.ID),
                arrayAgg(TAGGED.ID).over(),
                arrayAggDistinct(TAGGED.ID))) {
            assertRefused(() -> db().fetch(select(expression).from(TAGGED)));
        }
        assertRefused(() -> db().fetch(select().from(TAGGED)));
    }

    private void assertRefused(SqlCommand command) {
        assertRefused(() -> db().execute(command));
    }

    private void assertRefused(ThrowingCallable use) {
        List<StatementEvent> sent = new ArrayList<>();
        var listening = recording(sent);

        assertThatThrownBy(use)
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining(Feature.ARRAY.words())
                .hasMessageContaining(Feature.ARRAY.alternative())
                .hasMessageContaining(listening.dialect().toString());
        assertThat(sent).isEmpty();
    }

    @Test
    default void arraysComeBackAsTheyWereStored() {
        assumeArrays();
        List<@Nullable String> all = new ArrayList<>(ELEMENTS);
        all.add(null);
        insertTags(all, List.of(), null, asList((String) null), asList(null, "", "null", null), List.of("a"));

        assertThat(ofItems(TAGGED.TAGS))
                .isEqualTo(asList(
                        all, List.of(), null, asList((String) null), asList(null, "", "null", null), List.of("a")));
        for (int i = 0; i < ELEMENTS.size(); i++) {
            insertTags(new ArrayList<>(), i);
        }
    }

    private void insertTags(List<@Nullable String> none, int index) {
        String element = ELEMENTS.get(index);
        none.add(element);
        none.add(element + element);
        db().execute(insertInto(TAGGED).set(TAGGED.ID, 100L + index).set(TAGGED.TAGS, none));

        assertThat(db().fetch(select(TAGGED.TAGS).from(TAGGED).where(TAGGED.ID.eq(100L + index))))
                .as("element %s", element)
                .containsExactly(none);
    }

    @Test
    default void arraysAreReadIntoRecordsAsListsThatCannotBeChanged() {
        assumeArrays();
        Item item = new Item(1, asList("a", null), List.of(), List.of(7, 8), null);
        db().execute(insertInto(TAGGED).row(item));
        db().execute(insertInto(TAGGED)
                .rows(List.of(
                        new Item(2, null, null, List.of(), asList("x", null)),
                        new Item(3, List.of(), List.of("o"), asList(1, null), List.of()))));

        List<Item> items = db().fetch(select().from(TAGGED).orderBy(TAGGED.ID.asc()));

        assertThat(items)
                .containsExactly(
                        item,
                        new Item(2, null, null, List.of(), asList("x", null)),
                        new Item(3, List.of(), List.of("o"), asList(1, null), List.of()));
        assertThatThrownBy(() -> items.get(0).numbers().add(9)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    default void arrayOfOtherElementsDoesNotFitARecord() {
        record Wrong(List<@Nullable String> numbers) {}

        assertThatThrownBy(() -> db().fetch(
                                select(List.of(TAGGED.NUMBERS)).as(Wrong.class).from(TAGGED)))
                .isInstanceOfAny(InvalidQueryException.class, UnsupportedFeatureException.class);
    }

    @Test
    default void databaseFillsInTheDefaultOfAnArray() {
        assumeArrays();
        db().execute(insertInto(TAGGED).set(TAGGED.ID, 1));

        assertThat(ofItems(TAGGED.NUMBERS)).containsExactly(asList(1, null, -3));
        assertThat(ofItems(TAGGED.WORDS)).containsExactly(asList("a'b", "", null, "\"\\{},"));
    }

    @Test
    default void elementThatIsTooLongIsAnError() {
        assumeArrays();
        assertThatThrownBy(() ->
                        db().execute(insertInto(TAGGED).set(TAGGED.ID, 1).set(TAGGED.WORDS, List.of("12345678901"))))
                .isInstanceOf(QueryException.class);
        assertThat(ofItems(TAGGED.ID)).isEmpty();
    }

    @Test
    default void containsFindsAnElement() {
        assumeArrays();
        insertTags(
                List.of("a", "b"), asList("b", null), List.of(), null, asList((String) null), List.of("a", "a", "c"));

        assertThat(truthOf(TAGGED.TAGS.contains("a"))).isEqualTo(asList(true, false, false, null, false, true));
        assertThat(itemsWhere(TAGGED.TAGS.contains("a").not())).containsExactly(2L, 3L, 5L);
        assertThat(truthOf(TAGGED.TAGS.containsAll(List.of("a", "c"))))
                .isEqualTo(asList(false, false, false, null, false, true));
        assertThat(truthOf(TAGGED.TAGS.containsAll(List.of("a", "a"))))
                .isEqualTo(asList(true, false, false, null, false, true));
        assertThat(truthOf(TAGGED.TAGS.containsAll(List.of()))).isEqualTo(asList(true, true, true, null, true, true));
        assertThatThrownBy(() -> TAGGED.TAGS.containsAll(asList("a", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("isNull()");
    }

    @Test
    default void overlapsFindsOneOfSeveralElements() {
        assumeArrays();
        insertTags(
                List.of("a", "b"), asList("b", null), List.of(), null, asList((String) null), List.of("a", "a", "c"));

        assertThat(truthOf(TAGGED.TAGS.overlaps(List.of("c", "b"))))
                .isEqualTo(asList(true, true, false, null, false, true));
        assertThat(truthOf(TAGGED.TAGS.overlaps(List.of("x"))))
                .isEqualTo(asList(false, false, false, null, false, false));
        assertThat(truthOf(TAGGED.TAGS.overlaps(List.of()))).isEqualTo(asList(false, false, false, null, false, false));
    }

    @Test
    default void eqAnyIsUnknownWhereAnElementIsNull() {
        assumeArrays();
        insertTags(List.of("a", "b"), asList("b", null), List.of(), null, asList((String) null), asList(null, "a"));

        assertThat(truthOf(value("a").eqAny(TAGGED.TAGS))).isEqualTo(asList(true, null, false, null, null, true));
        assertThat(itemsWhere(value("a").eqAny(TAGGED.TAGS).not())).containsExactly(3L);
        assertThat(itemsWhere(TAGGED.TAGS.at(1).eqAny(TAGGED.TAGS))).containsExactly(1L, 2L);
        assertThat(itemsWhere(value(1).eqAny(TAGGED.NUMBERS))).hasSize(6);
    }

    @Test
    default void lengthCountsElementsAndNulls() {
        assumeArrays();
        insertTags(List.of("a", "b"), asList("b", null, null), List.of(), null);

        assertThat(ofItems(TAGGED.TAGS.length())).isEqualTo(asList(2, 3, 0, null));
        assertThat(itemsWhere(TAGGED.TAGS.length().ge(2))).containsExactly(1L, 2L);
    }

    @Test
    default void atIsAnElementOrNull() {
        assumeArrays();
        insertTags(List.of("a", "b"), asList(null, "c"), List.of(), null);

        assertThat(ofItems(TAGGED.TAGS.at(1))).isEqualTo(asList("a", null, null, null));
        assertThat(ofItems(TAGGED.TAGS.at(2))).isEqualTo(asList("b", "c", null, null));
        for (int outside : new int[] {0, -1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThat(ofItems(TAGGED.TAGS.at(outside)))
                    .as("at(%s)", outside)
                    .hasSize(4)
                    .containsOnlyNulls();
        }
        assertThat(itemsWhere(text(TAGGED.TAGS.at(2)).startsWith("b"))).containsExactly(1L);
    }

    @Test
    default void concatJoinsArraysUnlessOneIsNull() {
        assumeArrays();
        insertTags(List.of("a"), asList((String) null), List.of(), null);
        db().execute(update(TAGGED).set(TAGGED.OLD_TAGS, List.of("o")).where(TAGGED.ID.ne(2)));

        assertThat(ofItems(TAGGED.TAGS.append("x")))
                .isEqualTo(asList(List.of("a", "x"), asList(null, "x"), List.of("x"), null));
        assertThat(ofItems(TAGGED.TAGS.append(null)))
                .isEqualTo(asList(asList("a", null), asList(null, null), asList((String) null), null));
        assertThat(ofItems(TAGGED.TAGS.concat(List.of("x", "y")).append("z").length()))
                .isEqualTo(asList(4, 4, 3, null));
        assertThat(ofItems(TAGGED.TAGS.concat(List.of())))
                .isEqualTo(asList(List.of("a"), asList((String) null), List.of(), null));
        assertThat(ofItems(TAGGED.TAGS.concat(TAGGED.OLD_TAGS)))
                .isEqualTo(asList(List.of("a", "o"), null, List.of("o"), null));

        db().execute(update(TAGGED).set(TAGGED.TAGS, TAGGED.TAGS.append("new")).everyRow());
        assertThat(ofItems(TAGGED.TAGS))
                .isEqualTo(asList(List.of("a", "new"), asList(null, "new"), List.of("new"), null));
    }

    @Test
    default void arraysAreEqualByTheirElements() {
        assumeArrays();
        insertTags(List.of("a", "b"), List.of("b", "a"), asList("a", null), List.of(), null);

        assertThat(truthOf(TAGGED.TAGS.eq(List.of("a", "b")))).isEqualTo(asList(true, false, false, false, null));
        assertThat(truthOf(TAGGED.TAGS.eq(asList("a", null)))).isEqualTo(asList(false, false, true, false, null));
        assertThat(truthOf(TAGGED.TAGS.eq(List.of()))).isEqualTo(asList(false, false, false, true, null));
        assertThat(truthOf(TAGGED.TAGS.ne(asList("a", null)))).isEqualTo(asList(true, true, false, true, null));
        assertThat(truthOf(TAGGED.TAGS.eq(TAGGED.TAGS))).isEqualTo(asList(true, true, true, true, null));
        assertThat(truthOf(TAGGED.TAGS.ne(TAGGED.TAGS))).isEqualTo(asList(false, false, false, false, null));
        assertThat(itemsWhere(TAGGED.TAGS.isDistinctFrom(asList("a", null)))).containsExactly(1L, 2L, 4L, 5L);
        assertThat(itemsWhere(TAGGED.TAGS.isNotDistinctFrom(null))).containsExactly(5L);
        assertThat(itemsWhere(TAGGED.TAGS.isNull())).containsExactly(5L);
        assertThat(itemsWhere(TAGGED.TAGS.in(List.of(List.of(), asList("a", null)))))
                .containsExactly(3L, 4L);
        assertThat(itemsWhere(TAGGED.TAGS.notIn(List.of(List.of(), asList("a", null)))))
                .containsExactly(1L, 2L);
        assertThat(itemsWhere(TAGGED.TAGS.in(List.of()))).isEmpty();
        assertThatThrownBy(TAGGED.TAGS::asc).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(TAGGED.TAGS::desc).isInstanceOf(InvalidQueryException.class);
    }

    @Test
    default void hostileTextsAreElementsWhateverTheyHold() {
        assumeArrays();
        insertTags(List.copyOf(ELEMENTS), List.of("other"));

        for (int i = 0; i < ELEMENTS.size(); i++) {
            String element = ELEMENTS.get(i);
            RandomCases.named("element '" + element + "'", () -> {
                assertThat(itemsWhere(TAGGED.TAGS.contains(element))).containsExactly(1L);
                assertThat(itemsWhere(TAGGED.TAGS.containsAll(List.of(element, "{"))))
                        .containsExactly(1L);
                assertThat(itemsWhere(TAGGED.TAGS.overlaps(List.of("none", element))))
                        .containsExactly(1L);
                assertThat(itemsWhere(value(element).eqAny(TAGGED.TAGS))).containsExactly(1L);
                assertThat(itemsWhere(TAGGED.TAGS.append(element).eq(List.of("other", element))))
                        .containsExactly(2L);
            });
            assertThat(ofItems(TAGGED.TAGS.at(i + 1)).get(0)).isEqualTo(element);
        }
        assertThat(itemsWhere(TAGGED.TAGS.containsAll(ELEMENTS))).containsExactly(1L);
        assertThat(itemsWhere(TAGGED.TAGS.eq(List.copyOf(ELEMENTS)))).containsExactly(1L);
        assertThat(itemsWhere(TAGGED.TAGS.overlaps(
                        ELEMENTS.stream().map(text -> text + "x").toList())))
                .isEmpty();
    }

    @Test
    default void arrayAggCollectsValuesAndNulls() {
        assumeArrays();
        for (int i = 1; i <= 4; i++) {
            String text = i == 2 ? null : "t" + i % 2 + ",\"{}\\";
            db().execute(insertInto(NOTE).row(new Notes.Note(i, text, i == 3 ? null : i % 2)));
        }
        String one = "t1,\"{}\\";
        String zero = "t0,\"{}\\";

        assertThat(ofNote(arrayAgg(NOTE.TEXT, NOTE.ID.desc()))).isEqualTo(asList(zero, one, null, one));
        assertThat(ofNote(arrayAgg(NOTE.RANK, NOTE.ID.asc()))).isEqualTo(asList(1, 0, null, 0));
        assertThat(ofNote(arrayAgg(NOTE.ID, NOTE.ID.asc()).filter(NOTE.ID.gt(2))))
                .isEqualTo(asList(3L, 4L));
        assertThat(db().fetch(select(arrayAgg(NOTE.TEXT)).from(NOTE).where(NOTE.ID.eq(0))))
                .containsExactly((List<@Nullable String>) null);
        assertThat(db().fetch(select(NOTE.RANK, arrayAgg(NOTE.ID, NOTE.ID.desc()))
                        .from(NOTE)
                        .groupBy(NOTE.RANK)
                        .orderBy(NOTE.RANK.asc().nullsFirst())))
                .containsExactly(
                        new Row2<>(null, List.of(3L)), new Row2<>(0, List.of(4L, 2L)), new Row2<>(1, List.of(1L)));
        assertThat(db().fetch(select(arrayAgg(NOTE.ID).over(Window.by(NOTE.ID.asc())))
                        .from(NOTE)
                        .orderBy(NOTE.ID.asc())))
                .startsWith(List.of(1L), List.of(1L, 2L));
    }

    @Test
    default void arrayAggDistinctCollectsEachValueOnce() {
        assumeArrays();
        Notes.insertTexts(db(), "b", "a", "b", null, null);

        assertThat(ofNote(arrayAggDistinct(NOTE.TEXT, NOTE.TEXT.asc().nullsFirst())))
                .isEqualTo(asList(null, "a", "b"));
    }

    @Test
    default void arrayOfASubqueryOrATableIsAnArray() {
        assumeArrays();
        insertTags(List.of("a", "b"), List.of());
        var more = TAGGED.TAGS.append("c").as("more");
        var items = derived(select(TAGGED.ID, TAGGED.TAGS, more).from(TAGGED), "items");
        Tagged other = alias(TAGGED, "other");

        assertThat(db().fetch(select(items.get(more))
                        .from(items)
                        .where(items.get(TAGGED.TAGS).contains("a"))))
                .containsExactly(List.of("a", "b", "c"));
        assertThat(itemsWhere(array(scalar(select(other.TAGS).from(other).where(other.ID.eq(1))))
                        .length()
                        .eq(TAGGED.ID.plus(1))))
                .containsExactly(1L);
        assertThat(ofItems(value(SqlType.array(SqlType.TEXT), asList("x", null))))
                .containsExactly(asList("x", null), asList("x", null));
    }

    @Test
    default void arraysHoldSingleValuesOnly() {
        assertThatThrownBy(() -> SqlType.array(SqlType.array(SqlType.TEXT)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SqlType.array(SqlType.JSON)).isInstanceOf(IllegalArgumentException.class);
        assertThat(SqlType.array(SqlType.varchar(3))).isEqualTo(SqlType.array(SqlType.varchar(3)));
        assertThat(Objects.equals(SqlType.array(SqlType.varchar(3)), SqlType.array(SqlType.TEXT)))
                .isFalse();
        assertThat(SqlType.array(SqlType.varchar(3))).hasToString("varchar(3) array");
    }
}
