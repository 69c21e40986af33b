/** What a program pays before its first query. */
@org.jspecify.annotations.NullMarked
package dev.rowan.bench.start;
