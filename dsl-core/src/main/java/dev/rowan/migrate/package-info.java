/**
 * Brings a live database to the state that is wanted: creation of declared tables, comparison of what is wanted with what is there, plans
 * of changes, and migrations with their history. Reads what is there by the dialect's catalog, changes it by the dialect's
 * statements, through a {@link dev.rowan.execute.Session} of the database. Imports every room above it.
 */
@NullMarked
package dev.rowan.migrate;

import org.jspecify.annotations.NullMarked;
