package dev.rowan.club;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What members can earn. */
public record Badge(
        @Nullable UUID id,
        @Nullable Long tenantId,
        String name,
        @Nullable Instant deletedAt) {
    /** A badge to be inserted. */
    public static Badge named(String name) {
        return new Badge(null, null, name, null);
    }
}
