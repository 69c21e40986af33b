package dev.rowan.contract;

import static dev.rowan.contract.Samples.SAMPLE;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.contract.RandomNumbers.Claim;
import dev.rowan.contract.RandomNumbers.Computation;
import dev.rowan.contract.RandomNumbers.Meaning;
import dev.rowan.contract.RandomNumbers.Operands;
import dev.rowan.contract.RandomNumbers.OutOfRangeException;
import dev.rowan.expression.Expression;
import dev.rowan.query.SqlQuery;
import dev.rowan.render.RenderedSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Expressions within expressions yield what they do in Java: parentheses stand wherever they are needed. */
interface PrecedenceContract extends OpenDatabase {
    List<Operands> ROWS = List.of(
            new Operands(1, 2, 3L),
            new Operands(-7, 3, 1_000_000L),
            new Operands(6, -4, -5L),
            new Operands(12, 5, null),
            new Operands(null, 9, 2L),
            new Operands(100, null, -1L));

    private void insertRows() {
        for (int i = 0; i < ROWS.size(); i++) {
            Operands row = ROWS.get(i);
            Integer other = row.other();
            db().execute(insertInto(SAMPLE)
                    .set(SAMPLE.ID, i + 1L)
                    .set(SAMPLE.INTEGER, row.integer())
                    .set(SAMPLE.SMALLINT, other == null ? null : Short.valueOf(other.shortValue()))
                    .set(SAMPLE.BIGINT, row.bigint()));
        }
    }

    /** The values for each row; empty if one is out of range. */
    private static <V extends @Nullable Object> Optional<List<V>> values(Meaning<V> meaning) {
        try {
            List<V> values = new ArrayList<>();
            ROWS.forEach(row -> values.add(meaning.of(row)));
            return Optional.of(values);
        } catch (OutOfRangeException leftOut) {
            return Optional.empty();
        }
    }

    @Test
    default void randomComputationsYieldWhatTheyDoInJava() {
        insertRows();

        RandomCases.run(random -> {
            Optional<List<@Nullable Long>> expected = Optional.empty();
            Computation<?> computation = computation(random);
            while (expected.isEmpty()) {
                computation = computation(random);
                expected = values(computation.meaning());
            }

            var query = inOrder(computation.sql());
            List<@Nullable Long> actual = new ArrayList<>();
            for (Number number : db().fetch(query)) {
                actual.add(number == null ? null : Long.valueOf(number.longValue()));
            }
            assertThat(actual).as(() -> text(query)).isEqualTo(expected.orElseThrow());
        });
    }

    private static Computation<?> computation(Random random) {
        RandomNumbers numbers = new RandomNumbers(random);
        int depth = 2 + random.nextInt(3);
        return random.nextBoolean() ? numbers.integer(depth) : numbers.bigint(depth);
    }

    @Test
    default void randomComparisonsOfComputationsYieldWhatTheyDoInJava() {
        insertRows();

        RandomCases.run(random -> {
            Optional<List<@Nullable Boolean>> expected = Optional.empty();
            Claim claim = new RandomNumbers(random).claim(3);
            while (expected.isEmpty()) {
                claim = new RandomNumbers(random).claim(1 + random.nextInt(3));
                expected = values(claim.meaning());
            }

            var query = inOrder(value(claim.sql()));
            assertThat(db().fetch(query)).as(() -> text(query)).isEqualTo(expected.orElseThrow());
        });
    }

    private static <T extends @Nullable Object> SqlQuery<T> inOrder(Expression<T> expression) {
        return select(expression).from(SAMPLE).orderBy(SAMPLE.ID.asc());
    }

    private String text(SqlQuery<?> query) {
        RenderedSql sql = db().dialect().render(query);
        return sql.text() + " with "
                + sql.binds().stream().map(bind -> "'" + bind.value() + "'").toList();
    }
}
