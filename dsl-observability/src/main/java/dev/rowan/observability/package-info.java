/**
 * Listeners that tell others of statements: {@link dev.rowan.observability.MicrometerListener} measures them, {@link
 * dev.rowan.observability.OpenTelemetryListener} traces them. Both use the names of OpenTelemetry's conventions for databases. Micrometer and
 * OpenTelemetry are optional: each is known to its listener only. Imports the public parts of the core, and knows no dialect but by its name.
 */
@NullMarked
package dev.rowan.observability;

import org.jspecify.annotations.NullMarked;
