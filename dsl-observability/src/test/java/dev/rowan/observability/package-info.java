/** Listeners told of statements on H2. */
package dev.rowan.observability;
