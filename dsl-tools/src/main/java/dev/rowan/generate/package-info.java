/**
 * Makes Java sources and diagrams out of what a database holds. {@link dev.rowan.generate.CodeGenerator} takes a definition, as {@code
 * LiveSchema} reads it, and yields {@link dev.rowan.generate.GeneratedSources}: a table and a record for each table, the same bytes for the
 * same definition. {@link dev.rowan.generate.ScriptedSchema} reads the definition that scripts make of an empty database. Knows no database;
 * what a type means the dialects tell.
 */
@NullMarked
package dev.rowan.generate;

import org.jspecify.annotations.NullMarked;
