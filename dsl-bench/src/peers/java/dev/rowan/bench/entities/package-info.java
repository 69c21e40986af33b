/** The tables of the benchmarks as easy-query and Jimmer declare them: as classes with accessors, and as interfaces. */
@NullMarked
package dev.rowan.bench.entities;

import org.jspecify.annotations.NullMarked;
