/**
 * Loading of associated records, joined, by keys or as JSON, whatever the number of parents, and assembly in memory. Asks for rows through the {@link dev.rowan.include.Fetcher} that the executor lends it. Immutable and
 * thread-safe. Imports {@code error}, {@code type}, {@code row}, {@code expression}, {@code schema}, {@code query} and
 * {@code render}.
 */
@NullMarked
package dev.rowan.include;

import org.jspecify.annotations.NullMarked;
