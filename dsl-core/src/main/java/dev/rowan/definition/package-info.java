/**
 * What a database holds, in its own words: tables, columns, keys, indexes, views, sequences and enums, and the changes between two
 * such states. A definition is made of a declared table by a dialect, read from a live database by its catalog, or written by a
 * migration; types, conditions and defaults are texts of one database. Everything here is immutable and compared by value.
 * Imports {@code schema} for the names of tables.
 */
@NullMarked
package dev.rowan.definition;

import org.jspecify.annotations.NullMarked;
