package dev.rowan.dsl.kotlin

import dev.rowan.expression.ArrayExpression
import dev.rowan.expression.BooleanExpression
import dev.rowan.expression.Condition
import dev.rowan.expression.Expression
import dev.rowan.expression.JsonExpression
import dev.rowan.expression.Like
import dev.rowan.expression.NumberExpression
import dev.rowan.expression.TemporalExpression
import dev.rowan.expression.TextExpression
import dev.rowan.type.Json
import java.time.temporal.Temporal

/** `-ITEM.TOTAL` is `(-total)`. */
public operator fun <T : Number?> NumberExpression<T>.unaryMinus(): NumberExpression<T> = negated()

/** `ITEM.TOTAL % 100` is the remainder of `ITEM.TOTAL / 100`, with the sign of the dividend. */
public operator fun <T : Number?> NumberExpression<T>.rem(divisor: Long): NumberExpression<T> = mod(divisor)

/** `ITEM.TOTAL % ITEM.QUANTITY` is the remainder of `ITEM.TOTAL / ITEM.QUANTITY`, with the sign of the dividend. */
public operator fun <T : Number?> NumberExpression<T>.rem(divisor: NumberExpression<out T>): NumberExpression<T> =
    mod(divisor)

/** `USER.NAME like "A%"` is `name like ?`; `%` and `_` are wildcards, and nothing escapes them. */
public infix fun TextExpression<*>.like(pattern: String): Like = this.like(pattern)

/** `USER.NAME like RULE.PATTERN` is `name like pattern`; what a backslash in it means, the database says. */
public infix fun TextExpression<*>.like(pattern: TextExpression<*>): Like = this.like(pattern)

/** `USER.NAME notLike "A%"` is `name not like ?`. */
public infix fun TextExpression<*>.notLike(pattern: String): Like = this.notLike(pattern)

/** `USER.NAME ilike "a%"` is `name ilike ?`: upper and lower case are the same. */
public infix fun TextExpression<*>.ilike(pattern: String): Like = this.ilike(pattern)

/** `USER.NAME notIlike "a%"` is `name not ilike ?`. */
public infix fun TextExpression<*>.notIlike(pattern: String): Like = this.notIlike(pattern)

/** `USER.NAME startsWith "50%"` is `name like ? escape '!'`, the wildcards in the text escaped. */
public infix fun TextExpression<*>.startsWith(text: String): Like = this.startsWith(text)

/** `USER.NAME endsWith "50%"` is `name like ? escape '!'`, the wildcards in the text escaped. */
public infix fun TextExpression<*>.endsWith(text: String): Like = this.endsWith(text)

/** `USER.NAME contains "50%"` is `name like ? escape '!'`, the wildcards in the text escaped. */
public infix fun TextExpression<*>.contains(text: String): Like = this.contains(text)

/** `USER.NAME matches "^A.*z$"` is `regexp_like(name, ?, 'c')`: whether a part of the text matches it. */
public infix fun TextExpression<*>.matches(regex: String): Condition = this.matches(regex)

/** `count() named "orders"` is `count(*) as "orders"`: Java's `as`, which is a keyword of Kotlin. */
public infix fun <T : Number?> NumberExpression<T>.named(name: String): NumberExpression<T> = this.`as`(name)

/** `upper(USER.NAME) named "loud"` is `upper(name) as "loud"`. */
public infix fun <T : String?> TextExpression<T>.named(name: String): TextExpression<T> = this.`as`(name)

/** `max(ORDER.PAID_AT) named "last"` is `max(paid_at) as "last"`. */
public infix fun <T : Temporal?> TemporalExpression<T>.named(name: String): TemporalExpression<T> = this.`as`(name)

/** `USER.ACTIVE named "on"` is `active as "on"`. */
public infix fun <T : Boolean?> BooleanExpression<T>.named(name: String): BooleanExpression<T> = this.`as`(name)

/** `DOC.BODY named "text"` is `body as "text"`. */
public infix fun <T : Json?> JsonExpression<T>.named(name: String): JsonExpression<T> = this.`as`(name)

/** `DOC.TAGS named "words"` is `tags as "words"`. */
public infix fun <E : Any> ArrayExpression<E>.named(name: String): ArrayExpression<E> = this.`as`(name)

/** `ORDER.STATUS named "state"` is `status as "state"`. */
public infix fun <T> Expression<T>.named(name: String): Expression<T> = this.`as`(name)
