/**
 * A JDBC driver that costs next to nothing: plain classes that hand out canned rows, never allocate once they are made, and
 * support only what the benchmarks call. What is measured on it is a library's own cost. The stubs of all other methods are
 * generated in the build. Imports nothing of Rowan.
 */
@NullMarked
package dev.rowan.bench.driver;

import org.jspecify.annotations.NullMarked;
