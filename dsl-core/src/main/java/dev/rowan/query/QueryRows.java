package dev.rowan.query;

import dev.rowan.schema.Rows;

/**
 * Rows that a query in the FROM clause yields.
 *
 * @param lateral whether the query may use columns of the tables before it
 */
public record QueryRows(RowQuery<?> query, boolean lateral) implements Rows {}
