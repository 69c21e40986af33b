package dev.rowan.contract;

import static dev.rowan.contract.RandomCases.oneOf;
import static dev.rowan.expression.Functions.coalesce;
import static dev.rowan.expression.Functions.concat;
import static dev.rowan.expression.Functions.number;
import static dev.rowan.expression.Functions.text;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.expression.Functions.when;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.row;

import dev.rowan.contract.Notes.Note;
import dev.rowan.expression.BooleanExpression;
import dev.rowan.expression.Condition;
import dev.rowan.expression.NumberExpression;
import dev.rowan.expression.TextExpression;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.row.Row2;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes conditions on notes by chance, each with what it means in Java. */
final class RandomConditions {
    static final List<String> TEXTS = List.of("", "a", "A", "b", "a ", "a%", "a_b", "ab", "b!a");
    private static final List<String> PATTERNS =
            List.of("", "%", "_", "a%", "%b", "a_", "_%", "%a%", "A", "a !%", "%!%_");
    private static final Row2<@Nullable Integer, @Nullable String> A_PAIR = new Row2<>(1, "a");

    private final Random random;
    private final List<Note> rows;
    private final List<Notes> tables;
    private final Dialect dialect;
    private boolean comparesPairs = true;

    /**
     * Conditions on tables that all hold the same rows.
     *
     * @param tables those that a condition can see, the outermost first
     * @param dialect what it refuses is left out
     */
    RandomConditions(Random random, List<Note> rows, List<Notes> tables, Dialect dialect) {
        this.random = random;
        this.rows = rows;
        this.tables = tables;
        this.dialect = dialect;
    }

    /** A condition, and whether it is true, false or unknown of one note of each table. */
    record Claim(Condition sql, Meaning meaning) {}

    /** What a condition means. */
    interface Meaning {
        /** Whether it is true; null if that is unknown. */
        @Nullable
        Boolean of(List<Note> notes);
    }

    /** A number, and what it is of one note of each table. */
    record Int(NumberExpression<@Nullable Integer> sql, Function<List<Note>, @Nullable Integer> meaning) {}

    /** A text, and what it is of one note of each table. */
    record Text(TextExpression<@Nullable String> sql, Function<List<Note>, @Nullable String> meaning) {}

    /** A condition of at most so many levels. */
    Claim claim(int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return simple();
        }
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> {
                Claim left = claim(depth - 1);
                Claim right = claim(depth - 1);
                yield new Claim(left.sql.and(right.sql), n -> Kleene.and(left.meaning.of(n), right.meaning.of(n)));
            }
            case 3, 4, 5 -> {
                Claim left = claim(depth - 1);
                Claim right = claim(depth - 1);
                yield new Claim(left.sql.or(right.sql), n -> Kleene.or(left.meaning.of(n), right.meaning.of(n)));
            }
            case 6, 7 -> {
                Claim operand = claim(depth - 1);
                yield new Claim(operand.sql.not(), n -> Kleene.not(operand.meaning.of(n)));
            }
            case 8 -> asValue(claim(depth - 1), claim(depth - 1));
            default -> tables.size() < 3 ? subquery(depth - 1) : simple();
        };
    }

    private Claim simple() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> ofNumbers();
            case 2, 3 -> ofTexts();
            case 4 -> listed();
            case 5 -> like();
            case 6 -> comparesPairs ? pairs() : ofNumbers();
            default -> nullCheck();
        };
    }

    private int level() {
        return random.nextInt(tables.size());
    }

    Int integer() {
        int level = level();
        Notes table = tables.get(level);
        int constant = random.nextInt(4);
        return switch (random.nextInt(8)) {
            case 0 -> new Int(number(value(SqlType.INTEGER, constant)), n -> constant);
            case 1 -> new Int(number(value(SqlType.INTEGER, null)), n -> null);
            case 2 ->
                new Int(table.RANK.plus(constant), n -> {
                    Integer rank = n.get(level).rank();
                    return rank == null ? null : Integer.valueOf(rank + constant);
                });
            case 3 ->
                new Int(coalesce(table.RANK, value(constant)), n -> {
                    Integer rank = n.get(level).rank();
                    return rank == null ? Integer.valueOf(constant) : rank;
                });
            default -> new Int(table.RANK, n -> n.get(level).rank());
        };
    }

    /** A text that a column takes part in, for where none does, the collation of the session rules. */
    Text words() {
        int level = level();
        Notes table = tables.get(level);
        String constant = oneOf(random, TEXTS);
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Text(text(value(SqlType.TEXT, null)), n -> null);
            case 2 ->
                new Text(concat(table.TEXT, constant), n -> {
                    String text = n.get(level).text();
                    return text == null ? null : text + constant;
                });
            case 3 ->
                new Text(text(coalesce(table.TEXT, constant)), n -> {
                    String text = n.get(level).text();
                    return text == null ? constant : text;
                });
            default -> new Text(table.TEXT, n -> n.get(level).text());
        };
    }

    private Comparing operator() {
        return oneOf(random, List.of(Comparing.values()));
    }

    private Claim ofNumbers() {
        Int left = integer();
        if (random.nextInt(3) == 0) {
            int low = random.nextInt(4);
            int high = random.nextInt(4);
            return random.nextBoolean()
                    ? new Claim(left.sql.between(low, high), n -> between(left.meaning.apply(n), low, high))
                    : withBound(left, low);
        }
        Int right = integer();
        if (random.nextInt(4) == 0) {
            Int high = integer();
            return new Claim(
                    left.sql.between(right.sql, high.sql),
                    n -> between(left.meaning.apply(n), right.meaning.apply(n), high.meaning.apply(n)));
        }
        Comparing operator = operator();
        return new Claim(
                operator.of(left.sql, right.sql), n -> operator.meaning(left.meaning.apply(n), right.meaning.apply(n)));
    }

    private Claim withBound(Int left, int bound) {
        Comparing operator = operator();
        Condition condition = switch (operator) {
            case EQ -> left.sql.eq(bound);
            case NE -> left.sql.ne(bound);
            case LT -> left.sql.lt(bound);
            case LE -> left.sql.le(bound);
            case GT -> left.sql.gt(bound);
            case GE -> left.sql.ge(bound);
            case DISTINCT -> left.sql.isDistinctFrom(Integer.valueOf(bound));
            case NOT_DISTINCT -> left.sql.isNotDistinctFrom(Integer.valueOf(bound));
        };
        return new Claim(condition, n -> operator.meaning(left.meaning.apply(n), Integer.valueOf(bound)));
    }

    private static <T extends Comparable<T>> @Nullable Boolean between(
            @Nullable T value, @Nullable T low, @Nullable T high) {
        return Kleene.and(Comparing.GE.meaning(value, low), Comparing.LE.meaning(value, high));
    }

    private Claim ofTexts() {
        Text left = words();
        if (random.nextInt(5) == 0) {
            String low = oneOf(random, TEXTS);
            String high = oneOf(random, TEXTS);
            return new Claim(left.sql.between(low, high), n -> between(left.meaning.apply(n), low, high));
        }
        Text right = words();
        Comparing operator = operator();
        return new Claim(
                operator.of(left.sql, right.sql), n -> operator.meaning(left.meaning.apply(n), right.meaning.apply(n)));
    }

    private Claim listed() {
        boolean negated = random.nextBoolean();
        if (random.nextBoolean()) {
            Int operand = integer();
            List<Integer> list = someOf(List.of(0, 1, 2, 3));
            return new Claim(
                    negated ? operand.sql.notIn(list) : operand.sql.in(list),
                    n -> in(operand.meaning.apply(n), list, negated));
        }
        Text operand = words();
        List<String> list = someOf(TEXTS);
        return new Claim(
                negated ? operand.sql.notIn(list) : operand.sql.in(list),
                n -> in(operand.meaning.apply(n), list, negated));
    }

    private <T> List<T> someOf(List<T> all) {
        return all.stream().filter(one -> random.nextInt(3) == 0).toList();
    }

    /** Whether a value is one of some, or none of them. */
    static <T extends Comparable<T>> @Nullable Boolean in(
            @Nullable T value, List<? extends @Nullable T> list, boolean negated) {
        Boolean found = false;
        for (T one : list) {
            found = Kleene.or(found, Comparing.EQ.meaning(value, one));
        }
        return negated ? Kleene.not(found) : found;
    }

    private Claim like() {
        Text operand = words();
        String part = oneOf(random, TEXTS);
        String pattern = oneOf(random, PATTERNS);
        return switch (random.nextInt(8)) {
            case 0 -> matching(operand, operand.sql.startsWith(part), text -> text.startsWith(part));
            case 1 -> matching(operand, operand.sql.endsWith(part), text -> text.endsWith(part));
            case 2 -> matching(operand, operand.sql.contains(part), text -> text.contains(part));
            case 3 -> matching(operand, operand.sql.notLike(pattern), text -> !matches(text, pattern));
            case 4 -> matching(operand, operand.sql.like(pattern, '!'), text -> matchesEscaped(text, pattern));
            case 5 -> matching(operand, operand.sql.ilike(pattern), text -> matches(lower(text), lower(pattern)));
            default -> matching(operand, operand.sql.like(pattern), text -> matches(text, pattern));
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Claim matching(Text operand, Condition sql, Predicate<String> meaning) {
        return new Claim(sql, n -> {
            String text = operand.meaning.apply(n);
            return text == null ? null : Boolean.valueOf(meaning.test(text));
        });
    }

    /** Whether a text matches a pattern in which no character is an escape. */
    static boolean matches(String text, String pattern) {
        StringBuilder regex = new StringBuilder();
        pattern.codePoints()
                .forEach(c -> regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(Character.toString(c))));
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
    }

    /** Whether a text matches a pattern in which an exclamation mark takes the meaning from a wildcard. */
    private static boolean matchesEscaped(String text, String pattern) {
        String percent = "\uE000";
        String regex = Pattern.quote(pattern.replace("!%", percent))
                .replace("%", "\\E.*\\Q")
                .replace("_", "\\E.\\Q")
                .replace(percent, "%");
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
    }

    private Claim pairs() {
        Int a = integer();
        Text b = words();
        var left = row(a.sql, b.sql);
        Int c = integer();
        Text d = words();
        Comparing operator = oneOf(random, List.of(Comparing.EQ, Comparing.NE, Comparing.LT, Comparing.GE));
        return switch (random.nextInt(4)) {
            case 0 ->
                new Claim(
                        left.in(List.of(A_PAIR)),
                        n -> Comparing.EQ.meaning(a.meaning.apply(n), b.meaning.apply(n), A_PAIR.value1(), "a"));
            case 1 ->
                new Claim(
                        left.lt(A_PAIR),
                        n -> Comparing.LT.meaning(a.meaning.apply(n), b.meaning.apply(n), A_PAIR.value1(), "a"));
            default ->
                new Claim(
                        operator.of(left, row(c.sql, d.sql)),
                        n -> operator.meaning(
                                a.meaning.apply(n), b.meaning.apply(n), c.meaning.apply(n), d.meaning.apply(n)));
        };
    }

    private Claim nullCheck() {
        boolean negated = random.nextBoolean();
        if (random.nextInt(3) == 0) {
            comparesPairs = false; // MariaDB takes a comparison of pairs for one that is never NULL
            Claim operand = claim(1);
            comparesPairs = true;
            BooleanExpression<@Nullable Boolean> truth = value(operand.sql);
            return new Claim(
                    negated ? truth.isNotNull() : truth.isNull(), n -> (operand.meaning.of(n) == null) != negated);
        }
        Int operand = integer();
        return new Claim(
                negated ? operand.sql.isNotNull() : operand.sql.isNull(),
                n -> (operand.meaning.apply(n) == null) != negated);
    }

    /** Conditions whose truth is a value. */
    private Claim asValue(Claim left, Claim right) {
        BooleanExpression<@Nullable Boolean> truth = value(left.sql);
        return switch (random.nextInt(7)) {
            case 0 -> new Claim(truth, left.meaning);
            case 1 ->
                new Claim(
                        truth.eq(value(right.sql)), n -> Comparing.EQ.meaning(left.meaning.of(n), right.meaning.of(n)));
            case 2 ->
                new Claim(
                        truth.ne(value(right.sql)), n -> Comparing.NE.meaning(left.meaning.of(n), right.meaning.of(n)));
            case 3 -> new Claim(truth.isDistinctFrom(true), n -> !Boolean.TRUE.equals(left.meaning.of(n)));
            case 4 ->
                new Claim(
                        truth.isNotDistinctFrom(value(right.sql)),
                        n -> Objects.equals(left.meaning.of(n), right.meaning.of(n)));
            case 5 -> new Claim(truth.eq(false), n -> Kleene.not(left.meaning.of(n)));
            default ->
                new Claim(
                        when(left.sql, 1).when(right.sql, 2).end().eq(2),
                        n -> Boolean.TRUE.equals(left.meaning.of(n))
                                ? Boolean.FALSE
                                : Boolean.TRUE.equals(right.meaning.of(n)) ? Boolean.TRUE : null);
        };
    }

    private Claim subquery(int depth) {
        Notes inner = alias(tables.get(0), "inner" + tables.size());
        List<Notes> seen = new ArrayList<>(tables);
        seen.add(inner);
        Claim condition = new RandomConditions(random, rows, seen, dialect).claim(depth);
        RandomSubqueries subqueries = new RandomSubqueries(random, rows, inner, condition);
        return switch (random.nextInt(9)) {
            case 0 -> subqueries.exists();
            case 1 -> subqueries.notExists();
            case 2 -> subqueries.in(integer());
            case 3 -> subqueries.notIn(integer());
            case 4 -> subqueries.in(words());
            case 5 -> pairsAreInSubqueries() ? subqueries.in(integer(), words()) : subqueries.in(integer());
            default ->
                dialect.support(Feature.QUANTIFIED_COMPARISON) == Support.REFUSED
                        ? subqueries.in(integer())
                        : random.nextBoolean() ? subqueries.quantified(integer()) : subqueries.quantified(words());
        };
    }

    /** A database without row values of its own, such as DuckDB, need not find them in a subquery that reads outer columns. */
    private boolean pairsAreInSubqueries() {
        return comparesPairs && dialect.support(Feature.ROW_VALUES) == Support.NATIVE;
    }
}
