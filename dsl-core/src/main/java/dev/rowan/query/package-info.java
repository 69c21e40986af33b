/**
 * The statements: {@link dev.rowan.query.Sql} is where each begins. All are immutable, thread-safe and compare by
 * structure; every method returns a new statement, so prefixes may be shared, branched and kept in constants. Imports
 * {@code error}, {@code type}, {@code row}, {@code expression} and {@code schema}; it knows nothing of rendering.
 */
@NullMarked
package dev.rowan.query;

import org.jspecify.annotations.NullMarked;
