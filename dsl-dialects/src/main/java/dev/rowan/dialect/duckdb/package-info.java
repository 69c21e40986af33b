/** How DuckDB differs from the standard. Imports {@code render} and the rooms above it. */
@NullMarked
package dev.rowan.dialect.duckdb;

import org.jspecify.annotations.NullMarked;
