/**
 * The types of single values: {@link dev.rowan.type.SqlType} says what a column or an expression holds, a
 * {@link dev.rowan.type.Codec} moves one value in and out of JDBC, and {@link dev.rowan.type.Codecs} is a dialect's set
 * of them. Everything here is immutable and thread-safe. Imports {@code error}.
 */
@NullMarked
package dev.rowan.type;

import org.jspecify.annotations.NullMarked;
