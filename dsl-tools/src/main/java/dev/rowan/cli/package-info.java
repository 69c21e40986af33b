/**
 * The command line {@code rowan}: migrations, generated sources and diagrams of one database. {@link dev.rowan.cli.Rowan} holds the options that
 * all commands know; each command is a class. A command prints what it has done, and ends with 0 if it is done, 1 if it failed, 2 if it was
 * used wrongly.
 */
@NullMarked
package dev.rowan.cli;

import org.jspecify.annotations.NullMarked;
