/**
 * The failures that Rowan reports. All are unchecked and share the root {@link dev.rowan.error.RowanException}; every
 * message says what was expected, what came, where, and what to do. Values that were bound to a statement never appear
 * in a message. This room imports no other room.
 */
@NullMarked
package dev.rowan.error;

import org.jspecify.annotations.NullMarked;
