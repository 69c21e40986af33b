/**
 * What the command line and the Maven plugin do, whoever asks: connect, migrate, generate, and tell of it in lines for people.
 * {@link dev.rowan.task.DatabaseAddress} says which database, {@link dev.rowan.task.MigrationTask} and
 * {@link dev.rowan.task.GenerationTask} do the work. Imports {@code generate} and the libraries; {@code cli} imports it.
 */
@NullMarked
package dev.rowan.task;

import org.jspecify.annotations.NullMarked;
