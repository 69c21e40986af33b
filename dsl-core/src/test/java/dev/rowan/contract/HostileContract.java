package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Notes.idsWhere;
import static dev.rowan.contract.RandomCases.named;
import static dev.rowan.expression.Functions.castToText;
import static dev.rowan.expression.Functions.coalesce;
import static dev.rowan.expression.Functions.concat;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.lpad;
import static dev.rowan.expression.Functions.notNull;
import static dev.rowan.expression.Functions.nullIf;
import static dev.rowan.expression.Functions.position;
import static dev.rowan.expression.Functions.replace;
import static dev.rowan.expression.Functions.rowNumber;
import static dev.rowan.expression.Functions.rpad;
import static dev.rowan.expression.Functions.scalar;
import static dev.rowan.expression.Functions.stringAgg;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.expression.Functions.when;
import static dev.rowan.query.Sql.cte;
import static dev.rowan.query.Sql.derived;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.row;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.query.Sql.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.contract.Notes.Note;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Window;
import dev.rowan.row.Row2;
import dev.rowan.shop.LineItems;
import dev.rowan.shop.Orders;
import dev.rowan.shop.Products;
import dev.rowan.shop.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A text that means something to SQL stands for itself wherever a value, a pattern or a name may stand. */
interface HostileContract extends ComputedValues {
    List<String> TEXTS = HostileTexts.ALL;

    /** What a hostile text is tried in. */
    interface Place {
        /** Uses the text, which is that of the note with this number. */
        void use(String text, long id);
    }

    /** Inserts a note for each text, numbered from 1, then uses each text, and asserts that no table has changed. */
    private void everyText(List<String> texts, Place place) {
        ShopData.fill(db());
        Notes.insertTexts(db(), texts.toArray(String[]::new));
        List<Long> sizes = sizes();

        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            long id = i + 1L;
            named("text '" + text + "'", () -> {
                place.use(text, id);
                assertThat(sizes()).isEqualTo(sizes);
            });
        }
    }

    private List<Long> sizes() {
        var sizes = db().fetchOne(select(
                        notNull(scalar(select(count()).from(Users.USER))),
                        notNull(scalar(select(count()).from(Products.PRODUCT))),
                        notNull(scalar(select(count()).from(Orders.ORDER))),
                        notNull(scalar(select(count()).from(LineItems.LINE_ITEM))),
                        notNull(scalar(select(count()).from(NOTE))))
                .from(NOTE)
                .where(NOTE.ID.eq(1)));
        return List.of(sizes.value1(), sizes.value2(), sizes.value3(), sizes.value4(), sizes.value5());
    }

    @Test
    default void hostileTextsAreFoundByComparisons() {
        everyText(TEXTS, (text, id) -> {
            assertThat(found(NOTE.TEXT.eq(text))).containsExactly(id);
            assertThat(found(NOTE.TEXT.eq(value(text)))).containsExactly(id);
            assertThat(found(NOTE.TEXT.in(text, text + "x"))).containsExactly(id);
            assertThat(found(NOTE.TEXT.between(text, text))).containsExactly(id);
            assertThat(found(NOTE.TEXT.isNotDistinctFrom(text))).containsExactly(id);
            assertThat(found(NOTE.TEXT.ne(text))).hasSize(TEXTS.size() - 1).doesNotContain(id);
            assertThat(found(row(NOTE.ID, NOTE.TEXT).eq(new Row2<>(id, text)))).containsExactly(id);
        });
        assertThat(found(NOTE.TEXT.in(TEXTS))).hasSize(TEXTS.size());
        assertThat(found(NOTE.TEXT.notIn(TEXTS))).isEmpty();
    }

    private List<Long> found(Condition condition) {
        return idsWhere(db(), condition);
    }

    @Test
    default void hostileTextsPassThroughFunctions() {
        everyText(TEXTS, (text, id) -> {
            var computed = db().fetchOne(select(
                            when(NOTE.TEXT.eq(text), text).otherwise("other"),
                            when(NOTE.TEXT.ne(text), "other").end(),
                            coalesce(nullIf(NOTE.TEXT, text), text),
                            concat(text, NOTE.TEXT),
                            concat(NOTE.TEXT, text),
                            concat(concat("<", NOTE.TEXT), text + ">"),
                            replace(NOTE.TEXT, "drop", text),
                            castToText(value(text)),
                            value(text))
                    .from(NOTE)
                    .where(NOTE.ID.eq(id)));

            assertThat(computed.value1()).isEqualTo(text);
            assertThat(computed.value2()).isNull();
            assertThat(computed.value3()).isEqualTo(text);
            assertThat(computed.value4()).isEqualTo(text + text);
            assertThat(computed.value5()).isEqualTo(text + text);
            assertThat(computed.value6()).isEqualTo("<" + text + text + ">");
            assertThat(computed.value7()).isEqualTo(text.replace("drop", text));
            assertThat(computed.value8()).isEqualTo(text);
            assertThat(computed.value9()).isEqualTo(text);
        });
    }

    @Test
    default void hostileTextsAreReplacedFoundAndFilledWith() {
        List<String> texts = TEXTS.stream()
                .filter(text ->
                        !text.isEmpty() && text.codePoints().allMatch(Character::isBmpCodePoint)) // H2 counts halves
                .toList();
        everyText(texts, (text, id) -> {
            var computed = db().fetchOne(select(
                            replace(NOTE.TEXT, text, "replaced"),
                            position(text, NOTE.TEXT),
                            position(text, concat("äß", NOTE.TEXT)),
                            lpad(value("x"), 10, text),
                            rpad(value("x"), 10, text))
                    .from(NOTE)
                    .where(NOTE.ID.eq(id)));

            assertThat(computed.value1()).isEqualTo("replaced");
            assertThat(computed.value2()).isEqualTo(1);
            assertThat(computed.value3()).isEqualTo(3);
            assertThat(computed.value4()).isEqualTo(filling(text) + "x");
            assertThat(computed.value5()).isEqualTo("x" + filling(text));
        });
    }

    private static String filling(String text) {
        return text.repeat(9).substring(0, 9);
    }

    @Test
    default void hostileTextsSeparateTexts() {
        everyText(TEXTS, (text, id) -> {
            List<@Nullable String> joined =
                    db().fetch(select(stringAgg(NOTE.TEXT, text, NOTE.ID.asc())).from(NOTE));

            assertThat(joined).containsExactly(String.join(text, TEXTS));
        });
    }

    @Test
    default void hostileTextsAreListedAndWritten() {
        everyText(TEXTS, (text, id) -> {
            Notes listed = values(NOTE, "v", List.of(new Note(1, text, null), new Note(2, "x" + text, 1)));
            assertThat(db().fetch(select(listed.TEXT).from(listed).orderBy(listed.ID.asc())))
                    .containsExactly(text, "x" + text);

            db().execute(update(NOTE).set(NOTE.TEXT, text + text).where(NOTE.TEXT.eq(text)));
            assertThat(db().fetch(select(NOTE.TEXT).from(NOTE).where(NOTE.ID.eq(id))))
                    .containsExactly(text + text);
            db().execute(update(NOTE).set(NOTE.TEXT, value(text)).where(NOTE.ID.eq(id)));
            assertThat(found(NOTE.TEXT.eq(text))).containsExactly(id);
        });
        List<Note> more = new ArrayList<>();
        TEXTS.forEach(text -> more.add(new Note(100 + more.size(), text, null)));
        db().execute(insertInto(NOTE).rows(more));
        assertThat(db().fetch(select(NOTE.TEXT)
                        .from(NOTE)
                        .where(NOTE.ID.ge(100))
                        .orderBy(NOTE.ID.asc())))
                .isEqualTo(TEXTS);
    }

    @Test
    default void hostileTextsArePatterns() {
        everyText(TEXTS, (text, id) -> {
            assertFinds(NOTE.TEXT.startsWith(text), text, String::startsWith);
            assertFinds(NOTE.TEXT.endsWith(text), text, String::endsWith);
            assertFinds(NOTE.TEXT.contains(text), text, String::contains);
            assertFinds(NOTE.TEXT.like(text), text, RandomConditions::matches);
            assertFinds(NOTE.TEXT.like("%" + text + "%"), "%" + text + "%", RandomConditions::matches);
            assertFinds(NOTE.TEXT.notLike(text + "%"), text + "%", (note, p) -> !RandomConditions.matches(note, p));
            for (char escape : new char[] {'\\', '\'', '"', '!', '$', '?', '`', '[', '*'}) {
                assertFinds(NOTE.TEXT.like(escaped(text, escape) + "%", escape), text, String::startsWith);
            }
        });
    }

    @Test
    default void hostileTextsArePatternsThatIgnoreCase() {
        everyText(
                TEXTS,
                (text, id) -> assertFinds(
                        NOTE.TEXT.ilike("%" + text),
                        "%" + text,
                        (note, pattern) -> RandomConditions.matches(lower(note), lower(pattern))));
    }

    /** A pattern that means the text itself. */
    private static String escaped(String text, char escape) {
        return text.replace("" + escape, "" + escape + escape)
                .replace("%", escape + "%")
                .replace("_", escape + "_");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private void assertFinds(Condition condition, String text, BiPredicate<String, String> expected) {
        assertThat(found(condition))
                .as("found by %s", condition)
                .isEqualTo(LongStream.rangeClosed(1, TEXTS.size())
                        .filter(id -> expected.test(TEXTS.get((int) id - 1), text))
                        .boxed()
                        .toList());
    }

    @Test
    default void hostileTextsAreRegularExpressionsThatMeanThemselves() {
        List<String> texts = TEXTS.stream().filter(text -> !text.isEmpty()).toList();
        everyText(
                texts,
                (text, id) -> whereKnown("regexp_like", () -> {
                    String literal = text.replaceAll("[\\\\\\[\\](){}.*+?^$|]", "\\\\$0");
                    assertThat(found(NOTE.TEXT.matches("^" + literal + "$"))).containsExactly(id);
                }));
    }

    @Test
    default void hostileNamesAreNamesOfComputedTables() {
        everyText(NameContract.NAMES, (name, id) -> {
            var text = concat(NOTE.TEXT, "!").as(name);
            var inside = derived(select(NOTE.ID, text).from(NOTE), name);
            var common = cte(select(NOTE.ID, text).from(NOTE), name);
            var number = rowNumber().over(Window.by(NOTE.ID.asc()).as(name)).as(name);
            Notes listed = values(NOTE, name, List.of(new Note(id, name, null)));

            assertThat(db().fetch(select(inside.get(text))
                            .from(inside)
                            .where(inside.get(NOTE.ID).eq(id))))
                    .containsExactly(name + "!");
            assertThat(db().fetch(select(common.get(text))
                            .from(common)
                            .where(common.get(text).eq(name + "!"))))
                    .containsExactly(name + "!");
            assertThat(db().fetch(select(number)
                            .from(NOTE)
                            .orderBy(number.desc())
                            .limit(1)))
                    .containsExactly((long) NameContract.NAMES.size());
            assertThat(db().fetch(select(listed.TEXT).from(listed).where(listed.ID.eq(id))))
                    .containsExactly(name);
        });
    }

    @Test
    default void hostileNamesAreNamesOfGroups() {
        everyText(NameContract.NAMES, (name, id) -> {
            var key = when(NOTE.ID.eq(id), name).otherwise("").as(name);
            var size = count().as(name + "2");

            assertThat(db().fetch(select(key, size).from(NOTE).groupBy(key).orderBy(key.desc())))
                    .containsExactly(new Row2<>(name, 1L), new Row2<>("", NameContract.NAMES.size() - 1L));
        });
    }
}
