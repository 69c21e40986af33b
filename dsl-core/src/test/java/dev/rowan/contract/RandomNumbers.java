package dev.rowan.contract;

import static dev.rowan.contract.RandomCases.oneOf;
import static dev.rowan.contract.Samples.SAMPLE;
import static dev.rowan.expression.Functions.abs;
import static dev.rowan.expression.Functions.castToNumber;
import static dev.rowan.expression.Functions.castToText;
import static dev.rowan.expression.Functions.coalesce;
import static dev.rowan.expression.Functions.nullIf;
import static dev.rowan.expression.Functions.number;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.expression.Functions.when;

import dev.rowan.expression.Condition;
import dev.rowan.expression.NumberExpression;
import dev.rowan.type.SqlType;
import java.util.List;
import java.util.Random;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes computations of integers by chance, each with its exact value in Java. */
final class RandomNumbers {
    private static final long MOST_OF_INTEGER = Integer.MAX_VALUE;
    private static final long MOST_OF_BIGINT = 1L << 53;
    private static final int[] CONSTANTS = {0, 1, 2, 3, 5, 7, -1, -2, -3, 10, 64, 255, 1000};

    private final Random random;

    RandomNumbers(Random random) {
        this.random = random;
    }

    /** A row that is computed with. */
    record Operands(
            @Nullable Integer integer,
            @Nullable Integer other,
            @Nullable Long bigint) {}

    /** A value that the test leaves out: too large on the way, or divided by zero. */
    static final class OutOfRangeException extends RuntimeException {
        private static final long serialVersionUID = 1;

        OutOfRangeException() {
            super("out of range", null, false, false);
        }
    }

    /** What an expression means. */
    interface Meaning<V extends @Nullable Object> {
        /**
         * Its value for a row; null if it is NULL.
         *
         * @throws OutOfRangeException if a part of it has none, even one that does not count
         */
        V of(Operands row);
    }

    /** An expression and its value. */
    record Computation<T extends @Nullable Number>(NumberExpression<T> sql, Meaning<@Nullable Long> meaning) {}

    /** A condition and its truth. */
    record Claim(Condition sql, Meaning<@Nullable Boolean> meaning) {}

    /** What one type of number has of its own. */
    private interface Width<T extends @Nullable Number> {
        long most();

        Computation<T> leaf();

        /** An operation that only this type has: it converts the other one. */
        Computation<T> converted(int depth);
    }

    private final class Integers implements Width<@Nullable Integer> {
        @Override
        public long most() {
            return MOST_OF_INTEGER;
        }

        @Override
        public Computation<@Nullable Integer> leaf() {
            int constant = constant();
            return switch (random.nextInt(5)) {
                case 0, 1 -> new Computation<>(SAMPLE.INTEGER, row -> wide(row.integer()));
                case 2 ->
                    new Computation<>(SAMPLE.SMALLINT.cast(SqlType.INTEGER).plus(0), row -> wide(row.other()));
                default -> new Computation<>(number(value(SqlType.INTEGER, constant)), row -> (long) constant);
            };
        }

        @Override
        public Computation<@Nullable Integer> converted(int depth) {
            Computation<?> wide = random.nextBoolean() ? bigint(depth) : integer(depth);
            NumberExpression<Integer> sql = random.nextBoolean()
                    ? wide.sql.cast(SqlType.INTEGER)
                    : castToNumber(castToText(wide.sql), SqlType.INTEGER);
            return unlessOne(new Computation<>(sql, within(MOST_OF_INTEGER, wide.meaning)));
        }
    }

    private final class Bigints implements Width<@Nullable Long> {
        @Override
        public long most() {
            return MOST_OF_BIGINT;
        }

        @Override
        public Computation<@Nullable Long> leaf() {
            long constant = constant() * (random.nextInt(4) == 0 ? 1_000_001L : 1L);
            return random.nextBoolean()
                    ? new Computation<>(SAMPLE.BIGINT, Operands::bigint)
                    : new Computation<>(number(value(SqlType.BIGINT, constant)), row -> constant);
        }

        @Override
        public Computation<@Nullable Long> converted(int depth) {
            Computation<@Nullable Integer> narrow = integer(depth);
            return random.nextBoolean()
                    ? unlessOne(new Computation<>(narrow.sql.cast(SqlType.BIGINT), narrow.meaning))
                    : binary(this, bigint(depth), narrow);
        }
    }

    private static <T extends Number> Computation<@Nullable T> unlessOne(Computation<T> operand) {
        return new Computation<>(nullIf(operand.sql, 1), row -> {
            Long value = operand.meaning.of(row);
            return (value == null || value == 1) ? null : value;
        });
    }

    private static @Nullable Long wide(@Nullable Integer value) {
        return value == null ? null : Long.valueOf(value);
    }

    private int constant() {
        return CONSTANTS[random.nextInt(CONSTANTS.length)];
    }

    /** A computation whose parts are all within 31 bits. */
    Computation<@Nullable Integer> integer(int depth) {
        return computation(new Integers(), depth);
    }

    /** A computation whose parts are all within 53 bits. */
    Computation<@Nullable Long> bigint(int depth) {
        return computation(new Bigints(), depth);
    }

    private <T extends @Nullable Number> Computation<T> computation(Width<T> width, int depth) {
        if (depth == 0 || random.nextInt(10) == 0) {
            return width.leaf();
        }
        return switch (random.nextInt(16)) {
            case 0, 1 -> unary(width, computation(width, depth - 1));
            case 2, 3 -> withConstant(width, computation(width, depth - 1));
            case 4 -> width.converted(depth - 1);
            case 5 -> choice(width, depth - 1);
            case 6 -> coalesced(computation(width, depth - 1), computation(width, depth - 1));
            case 7, 8, 9 -> dividedOrMasked(width, computation(width, depth - 1), computation(width, depth - 1));
            default -> binary(width, computation(width, depth - 1), computation(width, depth - 1));
        };
    }

    private <T extends @Nullable Number> Computation<T> unary(Width<T> width, Computation<T> operand) {
        return random.nextBoolean()
                ? new Computation<>(operand.sql.negated(), map(width, operand.meaning, v -> -v))
                : new Computation<>(abs(operand.sql), map(width, operand.meaning, Math::abs));
    }

    private <T extends @Nullable Number> Computation<T> withConstant(Width<T> width, Computation<T> left) {
        int constant = constant();
        Meaning<@Nullable Long> right = row -> (long) constant;
        NumberExpression<T> sql = left.sql;
        return switch (random.nextInt(8)) {
            case 0 -> new Computation<>(sql.plus(constant), map(width, left.meaning, right, Long::sum));
            case 1 -> new Computation<>(sql.minus(constant), map(width, left.meaning, right, (a, b) -> a - b));
            case 2 -> new Computation<>(sql.times(constant), map(width, left.meaning, right, Math::multiplyExact));
            case 3 -> new Computation<>(sql.div(constant), map(width, left.meaning, right, RandomNumbers::div));
            case 4 -> new Computation<>(sql.mod(constant), map(width, left.meaning, right, RandomNumbers::mod));
            case 5 -> new Computation<>(sql.bitAnd(constant), map(width, left.meaning, right, (a, b) -> a & b));
            case 6 -> new Computation<>(sql.bitOr(constant), map(width, left.meaning, right, (a, b) -> a | b));
            default -> new Computation<>(sql.bitXor(constant), map(width, left.meaning, right, (a, b) -> a ^ b));
        };
    }

    private <T extends @Nullable Number> Computation<T> binary(
            Width<T> width, Computation<T> left, Computation<?> right) {
        return switch (random.nextInt(3)) {
            case 0 -> new Computation<>(left.sql.plus(right.sql), map(width, left.meaning, right.meaning, Long::sum));
            case 1 ->
                new Computation<>(left.sql.minus(right.sql), map(width, left.meaning, right.meaning, (a, b) -> a - b));
            default ->
                new Computation<>(
                        left.sql.times(right.sql), map(width, left.meaning, right.meaning, Math::multiplyExact));
        };
    }

    private <T extends @Nullable Number> Computation<T> dividedOrMasked(
            Width<T> width, Computation<T> left, Computation<T> right) {
        return switch (random.nextInt(4)) {
            case 0 ->
                new Computation<>(left.sql.div(right.sql), map(width, left.meaning, right.meaning, RandomNumbers::div));
            case 1 ->
                new Computation<>(left.sql.mod(right.sql), map(width, left.meaning, right.meaning, RandomNumbers::mod));
            case 2 ->
                new Computation<>(left.sql.bitAnd(right.sql), map(width, left.meaning, right.meaning, (a, b) -> a & b));
            default ->
                new Computation<>(left.sql.bitOr(right.sql), map(width, left.meaning, right.meaning, (a, b) -> a | b));
        };
    }

    private <T extends @Nullable Number> Computation<T> coalesced(Computation<T> first, Computation<T> second) {
        return new Computation<>(coalesce(first.sql, second.sql), row -> {
            Long value = first.meaning.of(row);
            Long otherwise = second.meaning.of(row);
            return value == null ? otherwise : value;
        });
    }

    private <T extends @Nullable Number> Computation<T> choice(Width<T> width, int depth) {
        Claim condition = claim(depth);
        Computation<T> then = computation(width, depth);
        Computation<T> otherwise = computation(width, depth);
        return new Computation<>(when(condition.sql, then.sql).otherwise(otherwise.sql), row -> {
            Boolean holds = condition.meaning.of(row);
            Long first = then.meaning.of(row);
            Long second = otherwise.meaning.of(row);
            return Boolean.TRUE.equals(holds) ? first : second;
        });
    }

    /** A condition on numbers. */
    Claim claim(int depth) {
        if (depth > 1 && random.nextInt(3) > 0) {
            Claim left = claim(depth - 1);
            Claim right = claim(depth - 1);
            return switch (random.nextInt(4)) {
                case 0 ->
                    new Claim(left.sql.and(right.sql), row -> Kleene.and(left.meaning.of(row), right.meaning.of(row)));
                case 1 ->
                    new Claim(left.sql.or(right.sql), row -> Kleene.or(left.meaning.of(row), right.meaning.of(row)));
                case 2 -> new Claim(left.sql.not(), row -> Kleene.not(left.meaning.of(row)));
                default ->
                    new Claim(
                            value(left.sql).eq(value(right.sql)),
                            row -> Comparing.EQ.meaning(left.meaning.of(row), right.meaning.of(row)));
            };
        }
        Computation<?> left = random.nextBoolean() ? integer(depth) : bigint(depth);
        Computation<?> right = random.nextBoolean() ? integer(depth) : bigint(depth);
        Comparing operator = oneOf(random, List.of(Comparing.values()));
        return new Claim(
                operator.of(left.sql, right.sql), row -> operator.meaning(left.meaning.of(row), right.meaning.of(row)));
    }

    private static long div(long dividend, long divisor) {
        return divisor == 0 ? outOfRange() : dividend / divisor;
    }

    private static long mod(long dividend, long divisor) {
        return divisor == 0 ? outOfRange() : dividend % divisor;
    }

    private static long outOfRange() {
        throw new OutOfRangeException();
    }

    private static Meaning<@Nullable Long> map(
            Width<?> width, Meaning<@Nullable Long> operand, LongUnaryOperator operation) {
        return within(width.most(), row -> {
            Long value = operand.of(row);
            return value == null ? null : Long.valueOf(operation.applyAsLong(value));
        });
    }

    private static Meaning<@Nullable Long> map(
            Width<?> width, Meaning<@Nullable Long> left, Meaning<@Nullable Long> right, LongBinaryOperator operation) {
        return within(width.most(), row -> {
            Long first = left.of(row);
            Long second = right.of(row);
            return (first == null || second == null) ? null : Long.valueOf(operation.applyAsLong(first, second));
        });
    }

    private static Meaning<@Nullable Long> within(long most, Meaning<@Nullable Long> meaning) {
        return row -> {
            try {
                Long value = meaning.of(row);
                return (value != null && Math.abs(value) > most) ? Long.valueOf(outOfRange()) : value;
            } catch (ArithmeticException overflow) {
                return outOfRange();
            }
        };
    }
}
