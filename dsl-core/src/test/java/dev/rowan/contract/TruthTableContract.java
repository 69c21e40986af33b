package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Notes.idsWhere;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.row;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.contract.Notes.Note;
import dev.rowan.contract.RandomConditions.Claim;
import dev.rowan.expression.Condition;
import dev.rowan.render.RenderedSql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Conditions are true, false or unknown as a model in Java says, whatever they are made of. */
interface TruthTableContract extends OpenDatabase {
    /** Inserts a note for each pair of a rank and a text, NULL among them. */
    private List<Note> insertPairs(List<@Nullable Integer> ranks, List<@Nullable String> texts) {
        List<Note> notes = new ArrayList<>();
        for (Integer rank : ranks) {
            for (String text : texts) {
                notes.add(new Note(notes.size() + 1, text, rank));
            }
        }
        db().execute(insertInto(NOTE).rows(notes));
        return notes;
    }

    @Test
    default void randomConditionsAreTrueFalseOrUnknownAsTheyAreInJava() {
        List<@Nullable String> texts = new ArrayList<>(RandomConditions.TEXTS);
        texts.add(null);
        List<Note> notes = insertPairs(Arrays.asList(null, 0, 1, 2), texts);

        RandomCases.run(random -> {
            Claim claim =
                    new RandomConditions(random, notes, List.of(NOTE), db().dialect()).claim(1 + random.nextInt(4));
            List<@Nullable Boolean> expected = new ArrayList<>();
            List<Long> expectedIds = new ArrayList<>();
            for (Note note : notes) {
                Boolean truth = claim.meaning().of(List.of(note));
                expected.add(truth);
                if (Boolean.TRUE.equals(truth)) {
                    expectedIds.add(note.id());
                }
            }

            assertThat(differences(notes, expected, truths(claim.sql())))
                    .as(() -> text(claim.sql()))
                    .isEmpty();
            assertThat(idsWhere(db(), claim.sql())).as(() -> text(claim.sql())).isEqualTo(expectedIds);
        });
    }

    private static List<String> differences(
            List<Note> notes, List<@Nullable Boolean> expected, List<@Nullable Boolean> actual) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            if (!Objects.equals(expected.get(i), actual.get(i))) {
                differences.add(notes.get(i) + " is " + actual.get(i) + " instead of " + expected.get(i));
            }
        }
        return differences;
    }

    private List<@Nullable Boolean> truths(Condition condition) {
        return db().fetch(select(value(condition)).from(NOTE).orderBy(NOTE.ID.asc()));
    }

    private String text(Condition condition) {
        RenderedSql sql = db().dialect().render(select(NOTE.ID).from(NOTE).where(condition));
        return sql.text() + " with "
                + sql.binds().stream().map(bind -> "'" + bind.value() + "'").toList();
    }

    @Test
    default void comparisonsOfNumbersHaveTheirTruthTables() {
        List<Note> notes = insertPairs(Arrays.asList(null, -1, 0, 1), Arrays.asList((String) null));
        Notes other = alias(NOTE, "other");

        for (Comparing operator : Comparing.values()) {
            assertThat(truthsOfPairs(operator.of(NOTE.RANK, other.RANK), other))
                    .as("%s", operator)
                    .isEqualTo(ofPairs(notes, (left, right) -> operator.meaning(left.rank(), right.rank())));
        }
    }

    @Test
    default void comparisonsOfTextsHaveTheirTruthTables() {
        List<Note> notes =
                insertPairs(Arrays.asList((Integer) null), Arrays.asList(null, "", " ", "a", "a ", "B", "ä"));
        Notes other = alias(NOTE, "other");

        for (Comparing operator : Comparing.values()) {
            assertThat(truthsOfPairs(operator.of(NOTE.TEXT, other.TEXT), other))
                    .as("%s", operator)
                    .isEqualTo(ofPairs(notes, (left, right) -> operator.meaning(left.text(), right.text())));
        }
    }

    @Test
    default void comparisonsOfPairsHaveTheirTruthTables() {
        List<Note> notes = insertPairs(Arrays.asList(null, 0, 1), Arrays.asList(null, "a", "b"));
        Notes other = alias(NOTE, "other");

        for (Comparing operator :
                List.of(Comparing.EQ, Comparing.NE, Comparing.LT, Comparing.LE, Comparing.GT, Comparing.GE)) {
            Condition condition = operator.of(row(NOTE.RANK, NOTE.TEXT), row(other.RANK, other.TEXT));
            assertThat(truthsOfPairs(condition, other))
                    .as("%s", operator)
                    .isEqualTo(ofPairs(
                            notes,
                            (left, right) -> operator.meaning(left.rank(), left.text(), right.rank(), right.text())));
        }
    }

    @Test
    default void andOrAndNotHaveTheirTruthTables() {
        List<Note> notes = insertPairs(Arrays.asList(null, 0, 1), Arrays.asList((String) null));
        Notes other = alias(NOTE, "other");
        Condition left = NOTE.RANK.eq(1);
        Condition right = other.RANK.eq(1);

        assertThat(truthsOfPairs(left.and(right), other)).isEqualTo(ofTruths(notes, Kleene::and));
        assertThat(truthsOfPairs(left.or(right), other)).isEqualTo(ofTruths(notes, Kleene::or));
        assertThat(truthsOfPairs(left.not(), other)).isEqualTo(ofTruths(notes, (a, b) -> Kleene.not(a)));
        assertThat(truthsOfPairs(value(left).eq(value(right)), other))
                .isEqualTo(ofTruths(notes, Comparing.EQ::meaning));
        assertThat(truthsOfPairs(value(left).ne(value(right)), other))
                .isEqualTo(ofTruths(notes, Comparing.NE::meaning));
        assertThat(truthsOfPairs(value(left).isDistinctFrom(value(right)), other))
                .isEqualTo(ofTruths(notes, Comparing.DISTINCT::meaning));
        assertThat(truthsOfPairs(value(left).isNotDistinctFrom(value(right)), other))
                .isEqualTo(ofTruths(notes, Comparing.NOT_DISTINCT::meaning));
    }

    private List<@Nullable Boolean> truthsOfPairs(Condition condition, Notes other) {
        return db().fetch(select(value(condition)).from(NOTE).crossJoin(other).orderBy(NOTE.ID.asc(), other.ID.asc()));
    }

    /** What two values mean together. */
    interface OfTwo<T extends @Nullable Object> {
        /** Whether it is true; null if that is unknown. */
        @Nullable
        Boolean meaning(T left, T right);
    }

    private static List<@Nullable Boolean> ofPairs(List<Note> notes, OfTwo<Note> meaning) {
        List<@Nullable Boolean> truths = new ArrayList<>();
        notes.forEach(left -> notes.forEach(right -> truths.add(meaning.meaning(left, right))));
        return truths;
    }

    private static List<@Nullable Boolean> ofTruths(List<Note> notes, OfTwo<@Nullable Boolean> meaning) {
        return ofPairs(
                notes,
                (left, right) ->
                        meaning.meaning(Comparing.EQ.meaning(left.rank(), 1), Comparing.EQ.meaning(right.rank(), 1)));
    }
}
