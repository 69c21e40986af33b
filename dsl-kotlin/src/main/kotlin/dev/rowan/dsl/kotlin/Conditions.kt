package dev.rowan.dsl.kotlin

import dev.rowan.expression.ComparableExpression
import dev.rowan.expression.Condition
import dev.rowan.expression.EqualityOperators
import dev.rowan.expression.Expression
import dev.rowan.expression.ListParameter
import dev.rowan.expression.NumberExpression
import dev.rowan.expression.OrderOperators
import dev.rowan.expression.Quantified
import dev.rowan.expression.Subquery

/** `ORDER.STATUS eq PAID` is `status = ?`. */
public infix fun <T> Expression<T>.eq(value: T & Any): Condition = this.eq(value)

/** `ORDER.USER_ID eq 42` is `user_id = ?`. */
public infix fun NumberExpression<*>.eq(value: Int): Condition = this.eq(value.toLong())

/** `ORDER.USER_ID eq 42L` is `user_id = ?`. */
public infix fun NumberExpression<*>.eq(value: Long): Condition = this.eq(value)

/** `ORDER.USER_ID eq USER.ID` is `user_id = id`. */
public infix fun <C> EqualityOperators<C>.eq(other: Expression<out C>): Condition = this.eq(other)

/** `ITEM.PRICE eq any(select(PRODUCT.PRICE).from(PRODUCT))` is `price = any (select …)`. */
public infix fun <C> EqualityOperators<C>.eq(values: Quantified<out C>): Condition = this.eq(values)

/** `ORDER.STATUS ne PAID` is `status <> ?`. */
public infix fun <T> Expression<T>.ne(value: T & Any): Condition = this.ne(value)

/** `ORDER.USER_ID ne 42` is `user_id <> ?`. */
public infix fun NumberExpression<*>.ne(value: Int): Condition = this.ne(value.toLong())

/** `ORDER.USER_ID ne 42L` is `user_id <> ?`. */
public infix fun NumberExpression<*>.ne(value: Long): Condition = this.ne(value)

/** `ORDER.USER_ID ne USER.ID` is `user_id <> id`. */
public infix fun <C> EqualityOperators<C>.ne(other: Expression<out C>): Condition = this.ne(other)

/** `ITEM.PRICE ne all(select(PRODUCT.PRICE).from(PRODUCT))` is `price <> all (select …)`. */
public infix fun <C> EqualityOperators<C>.ne(values: Quantified<out C>): Condition = this.ne(values)

/** `USER.NAME lt "m"` is `name < ?`. */
public infix fun <T> ComparableExpression<T>.lt(value: T & Any): Condition = this.lt(value)

/** `ORDER.TOTAL lt 100` is `total < ?`. */
public infix fun NumberExpression<*>.lt(value: Int): Condition = this.lt(value.toLong())

/** `ORDER.TOTAL lt 100L` is `total < ?`. */
public infix fun NumberExpression<*>.lt(value: Long): Condition = this.lt(value)

/** `ORDER.PAID_AT lt ORDER.SENT_AT` is `paid_at < sent_at`. */
public infix fun <C> OrderOperators<C>.lt(other: Expression<out C>): Condition = this.lt(other)

/** `ITEM.PRICE lt all(select(PRODUCT.PRICE).from(PRODUCT))` is `price < all (select …)`. */
public infix fun <C> OrderOperators<C>.lt(values: Quantified<out C>): Condition = this.lt(values)

/** `USER.NAME le "m"` is `name <= ?`. */
public infix fun <T> ComparableExpression<T>.le(value: T & Any): Condition = this.le(value)

/** `ORDER.TOTAL le 100` is `total <= ?`. */
public infix fun NumberExpression<*>.le(value: Int): Condition = this.le(value.toLong())

/** `ORDER.TOTAL le 100L` is `total <= ?`. */
public infix fun NumberExpression<*>.le(value: Long): Condition = this.le(value)

/** `ORDER.PAID_AT le ORDER.SENT_AT` is `paid_at <= sent_at`. */
public infix fun <C> OrderOperators<C>.le(other: Expression<out C>): Condition = this.le(other)

/** `ITEM.PRICE le all(select(PRODUCT.PRICE).from(PRODUCT))` is `price <= all (select …)`. */
public infix fun <C> OrderOperators<C>.le(values: Quantified<out C>): Condition = this.le(values)

/** `USER.NAME gt "m"` is `name > ?`. */
public infix fun <T> ComparableExpression<T>.gt(value: T & Any): Condition = this.gt(value)

/** `ORDER.TOTAL gt 100` is `total > ?`. */
public infix fun NumberExpression<*>.gt(value: Int): Condition = this.gt(value.toLong())

/** `ORDER.TOTAL gt 100L` is `total > ?`. */
public infix fun NumberExpression<*>.gt(value: Long): Condition = this.gt(value)

/** `ORDER.PAID_AT gt ORDER.SENT_AT` is `paid_at > sent_at`. */
public infix fun <C> OrderOperators<C>.gt(other: Expression<out C>): Condition = this.gt(other)

/** `ITEM.PRICE gt all(select(PRODUCT.PRICE).from(PRODUCT))` is `price > all (select …)`. */
public infix fun <C> OrderOperators<C>.gt(values: Quantified<out C>): Condition = this.gt(values)

/** `USER.NAME ge "m"` is `name >= ?`. */
public infix fun <T> ComparableExpression<T>.ge(value: T & Any): Condition = this.ge(value)

/** `ORDER.TOTAL ge 100` is `total >= ?`. */
public infix fun NumberExpression<*>.ge(value: Int): Condition = this.ge(value.toLong())

/** `ORDER.TOTAL ge 100L` is `total >= ?`. */
public infix fun NumberExpression<*>.ge(value: Long): Condition = this.ge(value)

/** `ORDER.PAID_AT ge ORDER.SENT_AT` is `paid_at >= sent_at`. */
public infix fun <C> OrderOperators<C>.ge(other: Expression<out C>): Condition = this.ge(other)

/** `ITEM.PRICE ge all(select(PRODUCT.PRICE).from(PRODUCT))` is `price >= all (select …)`. */
public infix fun <C> OrderOperators<C>.ge(values: Quantified<out C>): Condition = this.ge(values)

/** `ORDER.CREATED_AT between from..to` is `created_at between ? and ?`, both ends included. */
public infix fun <T> ComparableExpression<out T?>.between(range: ClosedRange<T>): Condition
    where T : Any, T : Comparable<T> = between(this, range.start, range.endInclusive)

@Suppress("UNCHECKED_CAST") // only the nullness differs
private fun <T : Any> between(expression: ComparableExpression<out T?>, low: T, high: T): Condition =
    (expression as ComparableExpression<T>).between(low, high)

/** `ORDER.TOTAL between 1..100` is `total between ? and ?`, both ends included. */
public infix fun NumberExpression<*>.between(range: IntRange): Condition =
    this.between(range.first.toLong(), range.last.toLong())

/** `ORDER.ID between 1L..100L` is `id between ? and ?`, both ends included. */
public infix fun NumberExpression<*>.between(range: LongRange): Condition = this.between(range.first, range.last)

/** `ORDER.NOTE isDistinctFrom note` is `note is distinct from ?`: NULL is a value like others here. */
public infix fun <T> Expression<T>.isDistinctFrom(value: T?): Condition = this.isDistinctFrom(value)

/** `ORDER.NOTE isDistinctFrom USER.NAME` is `note is distinct from name`: two NULLs are the same. */
public infix fun <C> EqualityOperators<C>.isDistinctFrom(other: Expression<out C>): Condition =
    this.isDistinctFrom(other)

/** `ORDER.NOTE isNotDistinctFrom note` is `note is not distinct from ?`: null finds NULL. */
public infix fun <T> Expression<T>.isNotDistinctFrom(value: T?): Condition = this.isNotDistinctFrom(value)

/** `ORDER.NOTE isNotDistinctFrom USER.NAME` is `note is not distinct from name`: two NULLs are the same. */
public infix fun <C> EqualityOperators<C>.isNotDistinctFrom(other: Expression<out C>): Condition =
    this.isNotDistinctFrom(other)

/** `ORDER.STATUS inList statuses` is `status in (?, ?, …)`, and false if there is none. */
public infix fun <T> Expression<T>.inList(values: Collection<T & Any>): Condition = this.`in`(values)

/** `ORDER.USER_ID inList select(USER.ID).from(USER)` is `user_id in (select …)`. */
public infix fun <C> EqualityOperators<C>.inList(subquery: Subquery<out C>): Condition = this.`in`(subquery)

/** `ORDER.USER_ID inList users` is `user_id in (?, ?, …)`, within a compiled query; false of an empty list. */
public infix fun <C> EqualityOperators<C>.inList(values: ListParameter<out C & Any>): Condition = this.`in`(values)

/**
 * `ORDER.STATUS notInList statuses` is `status not in (?, ?, …)`, and true if there is none.
 *
 * @throws IllegalArgumentException if a value is null, for then no row would ever be found
 */
public infix fun <T> Expression<T>.notInList(values: Collection<T & Any>): Condition = this.notIn(values)

/**
 * `ORDER.USER_ID notInList select(USER.ID).from(USER)` is `user_id not in (select …)`.
 *
 * @throws IllegalArgumentException if the subquery can yield NULL, for then no row would be found once it does
 */
public infix fun <C> EqualityOperators<C>.notInList(subquery: Subquery<out C>): Condition = this.notIn(subquery)

/** `ORDER.USER_ID notInList users` is `user_id not in (?, ?, …)`, within a compiled query; true of an empty list. */
public infix fun <C> EqualityOperators<C>.notInList(values: ListParameter<out C & Any>): Condition = this.notIn(values)

/** `a and b` is `a and b`. */
public infix fun Condition.and(other: Condition): Condition = this.and(other)

/** `a or b` is `a or b`. */
public infix fun Condition.or(other: Condition): Condition = this.or(other)
