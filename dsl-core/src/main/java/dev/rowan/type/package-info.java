/**
 * The types of single values: {@link dev.rowan.type.SqlType} says what a column or an expression holds, a
 * {@link dev.rowan.type.Codec} moves one value in and out of JDBC, and {@link dev.rowan.type.Codecs} is a dialect's set
 * of them; a {@link dev.rowan.type.JsonReader} takes one out of the JSON that a database makes of rows. Everything here but the
 * {@link dev.rowan.type.JsonCursor} is immutable and thread-safe. Imports {@code error}.
 */
@NullMarked
package dev.rowan.type;

import org.jspecify.annotations.NullMarked;
