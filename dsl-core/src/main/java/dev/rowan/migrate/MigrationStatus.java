package dev.rowan.migrate;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a database says of a migration.
 *
 * @param description what it does
 * @param appliedAt when it was begun, or null if it was not
 * @param duration how long it took, or null if it was not applied
 * @param statements how many of its statements were run, of one that is half-way; else 0
 */
public record MigrationStatus(
        Version version,
        String description,
        MigrationState state,
        @Nullable Instant appliedAt,
        @Nullable Duration duration,
        int statements) {}
