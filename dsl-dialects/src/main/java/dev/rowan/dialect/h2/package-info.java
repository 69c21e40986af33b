/** How H2 differs from the standard. Imports {@code render} and the rooms above it. */
@NullMarked
package dev.rowan.dialect.h2;

import org.jspecify.annotations.NullMarked;
