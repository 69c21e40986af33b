/**
 * The tables of a schema in plain Java: columns, keys and associations as typed values. A table's constructor reads no
 * other table, so tables that name each other start up in either order. Once used, a table is immutable and thread-safe.
 * Imports {@code type} and {@code expression}.
 */
@NullMarked
package dev.rowan.schema;

import org.jspecify.annotations.NullMarked;
