/**
 * TPC-H, the benchmark of analytical queries, in Rowan: its tables, its data at scale 0.01, its queries, and the answers
 * that were published for them. The queries are written to be read; each test compares them on a real database.
 */
@NullMarked
package dev.rowan.tpch;

import org.jspecify.annotations.NullMarked;
