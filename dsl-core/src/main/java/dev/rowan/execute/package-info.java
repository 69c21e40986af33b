/**
 * Running statements: {@link dev.rowan.execute.Database} borrows a connection, prepares, binds, and reads rows into
 * records; {@link dev.rowan.execute.Transaction} does so on one connection. The only room that knows HikariCP, in {@link
 * dev.rowan.execute.Pool}. Imports all rooms above it.
 */
@NullMarked
package dev.rowan.execute;

import org.jspecify.annotations.NullMarked;
