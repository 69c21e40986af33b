/** How Trino differs from the standard. Imports {@code render} and the rooms above it. */
@NullMarked
package dev.rowan.dialect.trino;

import org.jspecify.annotations.NullMarked;
