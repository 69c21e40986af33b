/** A dialect as a third party would make it, from the public parts of the core alone: DuckDB's. */
@NullMarked
package dev.rowan.thirdparty.duckdb;

import org.jspecify.annotations.NullMarked;
