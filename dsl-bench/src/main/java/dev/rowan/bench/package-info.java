/**
 * Rowan beside hand-written JDBC, in the same run: one class per workload, whose method {@code byHand} is what the others are
 * compared with. Workloads are named as in the goals: R renders, M maps rows. {@link dev.rowan.bench.Benchmarks} runs them all,
 * after {@link dev.rowan.bench.Agreement} has made sure that the contestants do the same, and holds Rowan to the budgets in
 * {@code budgets.properties}. Imports the public rooms of the core and the dialect of H2.
 */
@NullMarked
package dev.rowan.bench;

import org.jspecify.annotations.NullMarked;
