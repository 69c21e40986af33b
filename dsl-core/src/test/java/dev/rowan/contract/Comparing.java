package dev.rowan.contract;

import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.OrderOperators;
import dev.rowan.expression.Quantified;
import dev.rowan.expression.RowValue;
import dev.rowan.row.Row;
import org.jspecify.annotations.Nullable;

/** The comparison operators: what they are called in the DSL, and what they mean in Java. */
enum Comparing {
    EQ,
    NE,
    LT,
    LE,
    GT,
    GE,
    DISTINCT,
    NOT_DISTINCT;

    /** The condition of two expressions. */
    <C extends @Nullable Object> Condition of(OrderOperators<C> left, Expression<? extends C> right) {
        return switch (this) {
            case EQ -> left.eq(right);
            case NE -> left.ne(right);
            case LT -> left.lt(right);
            case LE -> left.le(right);
            case GT -> left.gt(right);
            case GE -> left.ge(right);
            case DISTINCT -> left.isDistinctFrom(right);
            case NOT_DISTINCT -> left.isNotDistinctFrom(right);
        };
    }

    /** The condition of an expression and any or all of a subquery's values, which have no operator for distinctness. */
    <C extends @Nullable Object> Condition of(OrderOperators<C> left, Quantified<? extends C> right) {
        return switch (this) {
            case EQ, NOT_DISTINCT -> left.eq(right);
            case NE, DISTINCT -> left.ne(right);
            case LT -> left.lt(right);
            case LE -> left.le(right);
            case GT -> left.gt(right);
            case GE -> left.ge(right);
        };
    }

    /** The condition of two row values, which have no operator for distinctness. */
    <R extends Row> Condition of(RowValue<R> left, RowValue<R> right) {
        return switch (this) {
            case EQ, NOT_DISTINCT -> left.eq(right);
            case NE, DISTINCT -> left.ne(right);
            case LT -> left.lt(right);
            case LE -> left.le(right);
            case GT -> left.gt(right);
            case GE -> left.ge(right);
        };
    }

    /** What it means of two values. */
    <T extends Comparable<T>> @Nullable Boolean meaning(@Nullable T left, @Nullable T right) {
        Integer order = Kleene.compare(left, right);
        if (order == null) {
            boolean same = left == null && right == null;
            return this == DISTINCT ? Boolean.valueOf(!same) : this == NOT_DISTINCT ? Boolean.valueOf(same) : null;
        }
        return switch (this) {
            case EQ, NOT_DISTINCT -> order == 0;
            case NE, DISTINCT -> order != 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
        };
    }

    /** What it means of two pairs, the first values deciding unless they are equal. */
    <A extends Comparable<A>, B extends Comparable<B>> @Nullable Boolean meaning(
            @Nullable A left1, @Nullable B left2, @Nullable A right1, @Nullable B right2) {
        return switch (this) {
            case EQ, NOT_DISTINCT -> Kleene.and(EQ.meaning(left1, right1), EQ.meaning(left2, right2));
            case NE, DISTINCT -> Kleene.or(NE.meaning(left1, right1), NE.meaning(left2, right2));
            case LT, LE, GT, GE -> {
                Comparing strict = this == LT || this == LE ? LT : GT;
                yield Kleene.or(
                        strict.meaning(left1, right1), Kleene.and(EQ.meaning(left1, right1), meaning(left2, right2)));
            }
        };
    }
}
