/**
 * From the tree to SQL. {@link dev.rowan.render.SqlRenderer} writes standard SQL in one walk, text and binds in step;
 * a {@link dev.rowan.render.Dialect} overrides the clauses that its database spells differently, and refuses what it
 * lacks, {@link dev.rowan.render.Feature} by feature. A renderer and its writer serve one statement in one thread;
 * dialects are immutable and thread-safe. Imports all rooms above it: {@code error}, {@code type}, {@code row}, {@code
 * expression}, {@code schema} and {@code query}.
 */
@NullMarked
package dev.rowan.render;

import org.jspecify.annotations.NullMarked;
