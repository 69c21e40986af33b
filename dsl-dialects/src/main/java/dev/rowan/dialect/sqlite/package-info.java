/** How SQLite differs from the standard. Imports {@code render} and the rooms above it. */
@NullMarked
package dev.rowan.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
