package dev.rowan.contract;

import static dev.rowan.contract.RandomCases.oneOf;
import static dev.rowan.expression.Functions.all;
import static dev.rowan.expression.Functions.any;
import static dev.rowan.expression.Functions.notNull;
import static dev.rowan.query.Sql.row;
import static dev.rowan.query.Sql.select;

import dev.rowan.contract.Notes.Note;
import dev.rowan.contract.RandomConditions.Claim;
import dev.rowan.contract.RandomConditions.Int;
import dev.rowan.contract.RandomConditions.Text;
import dev.rowan.expression.Expression;
import dev.rowan.expression.OrderOperators;
import dev.rowan.query.Select;
import dev.rowan.query.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes conditions on what one subquery yields, each with what it means in Java. */
final class RandomSubqueries {
    private static final List<Comparing> OPERATORS =
            List.of(Comparing.EQ, Comparing.NE, Comparing.LT, Comparing.LE, Comparing.GT, Comparing.GE);

    private final Random random;
    private final List<Note> rows;
    private final Notes table;
    private final Claim condition;

    /**
     * Conditions on one subquery.
     *
     * @param rows what every table holds
     * @param table the subquery's own, the innermost that the condition sees
     * @param condition which rows the subquery yields
     */
    RandomSubqueries(Random random, List<Note> rows, Notes table, Claim condition) {
        this.random = random;
        this.rows = rows;
        this.table = table;
        this.condition = condition;
    }

    Claim exists() {
        return new Claim(Sql.exists(select().from(table).where(condition.sql())), n -> !found(n).isEmpty());
    }

    Claim notExists() {
        return new Claim(Sql.notExists(select().from(table).where(condition.sql())), n -> found(n).isEmpty());
    }

    Claim in(Int operand) {
        return new Claim(
                operand.sql().in(of(table.RANK)),
                n -> RandomConditions.in(operand.meaning().apply(n), values(n, Note::rank), false));
    }

    Claim notIn(Int operand) {
        return new Claim(
                operand.sql()
                        .notIn(select(notNull(table.RANK))
                                .from(table)
                                .where(condition.sql().and(table.RANK.isNotNull()))),
                n -> RandomConditions.in(
                        operand.meaning().apply(n),
                        values(n, Note::rank).stream().filter(Objects::nonNull).toList(),
                        true));
    }

    Claim in(Text operand) {
        return new Claim(
                operand.sql().in(of(table.TEXT)),
                n -> RandomConditions.in(operand.meaning().apply(n), values(n, Note::text), false));
    }

    Claim in(Int first, Text second) {
        return new Claim(
                row(first.sql(), second.sql())
                        .in(select(table.RANK, table.TEXT).from(table).where(condition.sql())),
                n -> {
                    Boolean found = false;
                    for (Note note : found(n)) {
                        found = Kleene.or(
                                found,
                                Comparing.EQ.meaning(
                                        first.meaning().apply(n),
                                        second.meaning().apply(n),
                                        note.rank(),
                                        note.text()));
                    }
                    return found;
                });
    }

    Claim quantified(Int operand) {
        return quantified(operand.sql(), operand.meaning(), table.RANK, Note::rank);
    }

    Claim quantified(Text operand) {
        return quantified(operand.sql(), operand.meaning(), table.TEXT, Note::text);
    }

    private <C extends @Nullable Object, T extends Comparable<T>> Claim quantified(
            OrderOperators<C> operand,
            Function<List<Note>, @Nullable T> meaning,
            Expression<? extends C> column,
            Function<Note, @Nullable T> value) {
        Comparing operator = oneOf(random, OPERATORS);
        boolean ofAll = random.nextBoolean();
        return new Claim(operator.of(operand, ofAll ? all(of(column)) : any(of(column))), n -> {
            Boolean truth = ofAll;
            for (T one : values(n, value)) {
                Boolean compared = operator.meaning(meaning.apply(n), one);
                truth = ofAll ? Kleene.and(truth, compared) : Kleene.or(truth, compared);
            }
            return truth;
        });
    }

    private <T extends @Nullable Object> Select<T, Notes> of(Expression<T> column) {
        return select(column).from(table).where(condition.sql());
    }

    private <T> List<@Nullable T> values(List<Note> outer, Function<Note, @Nullable T> value) {
        List<@Nullable T> values = new ArrayList<>();
        found(outer).forEach(note -> values.add(value.apply(note)));
        return values;
    }

    private List<Note> found(List<Note> outer) {
        List<Note> found = new ArrayList<>();
        for (Note row : rows) {
            List<Note> notes = new ArrayList<>(outer);
            notes.add(row);
            if (Boolean.TRUE.equals(condition.meaning().of(notes))) {
                found.add(row);
            }
        }
        return found;
    }
}
