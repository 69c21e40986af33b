/** The strategies of includes beside hand-written JDBC, on an embedded and on a real server, near and far. */
@NullMarked
package dev.rowan.bench.strategies;

import org.jspecify.annotations.NullMarked;
