package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Notes.idsWhere;
import static dev.rowan.contract.Notes.insertTexts;
import static dev.rowan.expression.Functions.concat;
import static dev.rowan.expression.Functions.left;
import static dev.rowan.expression.Functions.length;
import static dev.rowan.expression.Functions.lower;
import static dev.rowan.expression.Functions.lpad;
import static dev.rowan.expression.Functions.ltrim;
import static dev.rowan.expression.Functions.position;
import static dev.rowan.expression.Functions.repeat;
import static dev.rowan.expression.Functions.replace;
import static dev.rowan.expression.Functions.right;
import static dev.rowan.expression.Functions.rpad;
import static dev.rowan.expression.Functions.rtrim;
import static dev.rowan.expression.Functions.substring;
import static dev.rowan.expression.Functions.trim;
import static dev.rowan.expression.Functions.upper;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Operators and functions of text; positions and lengths count characters. */
interface TextFunctionContract extends ComputedValues {
    private boolean hasCaseBeyondAscii() {
        return db().dialect().support(Feature.CASE_BEYOND_ASCII) != Support.APPROXIMATE;
    }

    @Test
    default void lowerKnowsMoreThanAscii() {
        insertNote("AbÄÉЖ 1", null);

        assertThat(ofNote(lower(NOTE.TEXT))).isEqualTo(hasCaseBeyondAscii() ? "abäéж 1" : "abÄÉЖ 1");
    }

    @Test
    default void upperKnowsMoreThanAscii() {
        insertNote("aBäéж 1", null);

        assertThat(ofNote(upper(NOTE.TEXT))).isEqualTo(hasCaseBeyondAscii() ? "ABÄÉЖ 1" : "ABäéж 1");
    }

    @Test
    default void functionsOfNullAreNull() {
        insertNote(null, null);

        assertThat(ofNote(lower(NOTE.TEXT))).isNull();
        assertThat(ofNote(upper(NOTE.TEXT))).isNull();
        assertThat(ofNote(trim(NOTE.TEXT))).isNull();
        assertThat(ofNote(substring(NOTE.TEXT, 1, 1))).isNull();
        assertThat(ofNote(length(NOTE.TEXT))).isNull();
        assertThat(ofNote(lpad(NOTE.TEXT, 3, "-"))).isNull();
        assertThat(ofNote(repeat(NOTE.TEXT, 2))).isNull();
        assertThat(ofNote(concat(NOTE.TEXT, NOTE.TEXT))).isNull();
        assertThat(ofNote(concat(NOTE.TEXT, "a"))).isNull();
    }

    @Test
    default void lengthCountsCharactersNotBytes() {
        insertNote("añ日 ", null);

        assertThat(ofNote(length(NOTE.TEXT))).isEqualTo(4);
    }

    @Test
    default void concatJoinsTexts() {
        insertNote("a'", null);

        assertThat(ofNote(concat(NOTE.TEXT, upper(NOTE.TEXT)))).isEqualTo("a'A'");
        assertThat(ofNote(concat(NOTE.TEXT, "\\?"))).isEqualTo("a'\\?");
        assertThat(ofNote(concat("--", NOTE.TEXT))).isEqualTo("--a'");
    }

    @Test
    default void concatKeepsItsPlaceInAComparison() {
        insertTexts(db(), "a", "b");

        assertThat(idsWhere(db(), concat(NOTE.TEXT, NOTE.TEXT).eq("bb").not())).containsExactly(1L);
    }

    @Test
    default void substringCutsCharacters() {
        insertNote("añ日xyz", null);

        assertThat(ofNote(substring(NOTE.TEXT, 2, 3))).isEqualTo("ñ日x");
        assertThat(ofNote(substring(NOTE.TEXT, 3))).isEqualTo("日xyz");
        assertThat(ofNote(substring(NOTE.TEXT, 6, 9))).isEqualTo("z");
        assertThat(ofNote(substring(NOTE.TEXT, 9))).isEmpty();
        assertThat(ofNote(substring(NOTE.TEXT, 2, 0))).isEmpty();
    }

    @Test
    default void leftAndRightTakeTheEnds() {
        insertNote("añ日x", null);

        assertThat(ofNote(left(NOTE.TEXT, 2))).isEqualTo("añ");
        assertThat(ofNote(left(NOTE.TEXT, 9))).isEqualTo("añ日x");
        assertThat(ofNote(left(NOTE.TEXT, 0))).isEmpty();
    }

    @Test
    default void rightTakesTheEnd() {
        insertNote("añ日x", null);

        assertThat(ofNote(right(NOTE.TEXT, 2))).isEqualTo("日x");
        assertThat(ofNote(right(NOTE.TEXT, 9))).isEqualTo("añ日x");
        assertThat(ofNote(right(NOTE.TEXT, 0))).isEmpty();
    }

    @Test
    default void positionCountsFromOne() {
        insertNote("añ日xñ", null);

        assertThat(ofNote(position("ñ", NOTE.TEXT))).isEqualTo(2);
        assertThat(ofNote(position("日x", NOTE.TEXT))).isEqualTo(3);
        assertThat(ofNote(position("q", NOTE.TEXT))).isZero();
        assertThat(ofNote(position("A", NOTE.TEXT))).as("case matters").isZero();
    }

    @Test
    default void replaceReplacesEachPlace() {
        insertNote("a-b-A", null);

        assertThat(ofNote(replace(NOTE.TEXT, "-", "''"))).isEqualTo("a''b''A");
        assertThat(ofNote(replace(NOTE.TEXT, "a", ""))).isEqualTo("-b-A");
    }

    @Test
    default void trimTakesSpacesFromBothEnds() {
        insertNote("  a b  ", null);

        assertThat(ofNote(trim(NOTE.TEXT))).isEqualTo("a b");
        assertThat(ofNote(ltrim(NOTE.TEXT))).isEqualTo("a b  ");
        assertThat(ofNote(rtrim(NOTE.TEXT))).isEqualTo("  a b");
    }

    @Test
    default void ltrimAndRtrimLeaveOtherBlanks() {
        insertNote("\ta\t", null);

        assertThat(ofNote(ltrim(NOTE.TEXT))).isEqualTo("\ta\t");
        assertThat(ofNote(rtrim(NOTE.TEXT))).isEqualTo("\ta\t");
    }

    @Test
    default void rtrimTakesOneEnd() {
        insertNote(" a ", null);

        assertThat(ofNote(rtrim(NOTE.TEXT))).isEqualTo(" a");
    }

    @Test
    default void lpadFillsOrCuts() {
        insertNote("日ab", null);

        assertThat(ofNote(lpad(NOTE.TEXT, 6, "xy"))).isEqualTo("xyx日ab");
        assertThat(ofNote(lpad(NOTE.TEXT, 2, "x"))).isEqualTo("日a");
    }

    @Test
    default void rpadFillsOrCuts() {
        insertNote("日ab", null);

        assertThat(ofNote(rpad(NOTE.TEXT, 6, "xy"))).isEqualTo("日abxyx");
        assertThat(ofNote(rpad(NOTE.TEXT, 2, "x"))).isEqualTo("日a");
    }

    @Test
    default void repeatRepeats() {
        insertNote("a日", null);

        assertThat(ofNote(repeat(NOTE.TEXT, 3))).isEqualTo("a日a日a日");
        assertThat(ofNote(repeat(NOTE.TEXT, 0))).isEmpty();
    }

    @Test
    default void functionsNestInEveryClause() {
        insertTexts(db(), "b", "A", "c");

        List<@Nullable String> texts = db().fetch(select(upper(NOTE.TEXT))
                .from(NOTE)
                .where(lower(upper(NOTE.TEXT)).ne("c"))
                .orderBy(lower(NOTE.TEXT).asc()));

        assertThat(texts).containsExactly("A", "B");
    }

    @Test
    default void likeKnowsNoEscapeUnlessOneIsNamed() {
        insertTexts(db(), "50%", "50x", "50\\x", "5!x");

        assertThat(idsWhere(db(), NOTE.TEXT.like("50_"))).containsExactly(1L, 2L);
        assertThat(idsWhere(db(), NOTE.TEXT.like("50\\%"))).containsExactly(3L);
        assertThat(idsWhere(db(), NOTE.TEXT.like("50\\_"))).containsExactly(3L);
        assertThat(idsWhere(db(), NOTE.TEXT.like("50#%", '#'))).containsExactly(1L);
        assertThat(idsWhere(db(), NOTE.TEXT.like("50\\%", '\\'))).containsExactly(1L);
        assertThat(idsWhere(db(), NOTE.TEXT.like("5!%"))).containsExactly(4L);
        assertThat(idsWhere(db(), NOTE.TEXT.like("5!%", '#'))).containsExactly(4L);
        assertThat(idsWhere(db(), NOTE.TEXT.notLike("50\\_"))).containsExactly(1L, 2L, 4L);
    }

    @Test
    default void likeTakesAnExpression() {
        insertTexts(db(), "abc", "a*c", "a_c");

        assertThat(idsWhere(db(), NOTE.TEXT.like(concat(left(NOTE.TEXT, 1), "%"))))
                .containsExactly(1L, 2L, 3L);
        assertThat(idsWhere(db(), NOTE.TEXT.like(replace(NOTE.TEXT, "b", "_")))).containsExactly(1L, 2L, 3L);
    }

    @Test
    default void ilikeIgnoresCase() {
        insertTexts(db(), "Tea", "tEA pot", "coffee", null, "T\\a", "T%A");

        assertThat(idsWhere(db(), NOTE.TEXT.ilike("tea"))).containsExactly(1L);
        assertThat(idsWhere(db(), NOTE.TEXT.ilike("TEA%"))).containsExactly(1L, 2L);
        assertThat(idsWhere(db(), NOTE.TEXT.notIlike("TEA%"))).containsExactly(3L, 5L, 6L);
        assertThat(idsWhere(db(), NOTE.TEXT.ilike("t\\A"))).containsExactly(5L);
        assertThat(idsWhere(db(), NOTE.TEXT.contains("%a").ignoringCase())).containsExactly(6L);
    }

    @Test
    default void matchesIsARegularExpression() {
        insertTexts(db(), "abc", "ABC", "xabcx", "a?c", null);

        whereKnown("regexp_like", () -> {
            assertThat(idsWhere(db(), NOTE.TEXT.matches("^a.c$"))).containsExactly(1L, 4L);
            assertThat(idsWhere(db(), NOTE.TEXT.matches("b"))).containsExactly(1L, 3L);
            assertThat(idsWhere(db(), NOTE.TEXT.matches("^(a|A)[bB]"))).containsExactly(1L, 2L);
            assertThat(idsWhere(db(), NOTE.TEXT.matches("b").not())).containsExactly(2L, 4L);
        });
    }
}
