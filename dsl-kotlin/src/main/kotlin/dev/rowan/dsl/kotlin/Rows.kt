package dev.rowan.dsl.kotlin

import dev.rowan.error.DecodeException
import dev.rowan.execute.SqlExecutor
import dev.rowan.expression.Selectable
import dev.rowan.query.ColumnList
import dev.rowan.query.Selection
import dev.rowan.query.SqlQuery
import dev.rowan.row.NamedRow
import dev.rowan.row.One
import dev.rowan.schema.PrimaryKey

/**
 * Makes each row a data class or a record, its parameters matched to the columns by name: `select(USER.ID,
 * USER.NAME).into<Contact>().from(USER)`. What does not fit is an error before anything is sent, a column that can be
 * NULL for a parameter that cannot among it. A parameter without a column takes its default value.
 */
public inline fun <reified T : Any> Selection<*>.into(): Selection<T> = `as`(T::class.java)

/** Makes each row a data class or a record, for any number of columns: `select(columns).into<Wide>()`. */
public inline fun <reified T : Any> ColumnList.into(): Selection<T> = `as`(T::class.java)

/**
 * The value of what was selected: `row[ORDER.NOTE]`, of a query that says `asRows()`. It is nullable if the column is.
 *
 * @throws IllegalArgumentException if it was not selected
 * @throws DecodeException if it is NULL although the column is not null, for its table was outer joined; select
 *   `nullable(…)` of it
 */
@Suppress("UNCHECKED_CAST") // the value is of the column
public operator fun <T> NamedRow.get(column: Selectable<T>): T {
    val value = valueOf(column)
    if (value == null && !column.isNullable { false }) {
        throw DecodeException(
            "expected a value of $column, which is never NULL, got NULL, for its table was outer joined; select" +
                " nullable($column), and ask for that"
        )
    }
    return value as T
}

/** Fetches the only row, or null if there is none. */
public fun <R> SqlExecutor.fetchOneOrNull(query: SqlQuery<R>): R? = fetchOptional(query).orElse(null)

/** Finds the row of a key, or null: `db.findOrNull(USER.KEY, id)`. */
public fun <R : Any, K : Any> SqlExecutor.findOrNull(key: PrimaryKey<R, K>, value: K): R? =
    find(key, value).orElse(null)

/**
 * The associated record, or null where there is none.
 *
 * @throws dev.rowan.error.NotIncludedException if the association was not included
 */
public fun <C : Any> One<C>.orNull(): C? = optional().orElse(null)
