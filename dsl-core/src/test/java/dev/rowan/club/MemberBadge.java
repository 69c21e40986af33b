package dev.rowan.club;

import dev.rowan.row.One;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a member has a badge. */
public record MemberBadge(
        long memberId,
        UUID badgeId,
        @Nullable Long tenantId,
        @Nullable Instant deletedAt,
        One<Member> member,
        One<Badge> badge) {
    /** A row to be inserted. */
    public static MemberBadge of(long memberId, UUID badgeId) {
        return new MemberBadge(memberId, badgeId, null, null, One.unloaded(), One.unloaded());
    }
}
