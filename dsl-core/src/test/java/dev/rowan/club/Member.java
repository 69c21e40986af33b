package dev.rowan.club;

import dev.rowan.row.Many;
import dev.rowan.row.One;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A member of a club, or of none. */
public record Member(
        long id,
        @Nullable Long tenantId,
        @Nullable Long clubId,
        String email,
        String name,
        @Nullable Integer age,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        long version,
        @Nullable Instant deletedAt,
        One<Club> club,
        Many<Badge> badges) {

    /** A member to be inserted. */
    public static Member of(String email, String name, @Nullable Integer age) {
        return in(null, email, name, age);
    }

    /** A member of a club to be inserted. */
    public static Member in(@Nullable Long clubId, String email, String name, @Nullable Integer age) {
        return new Member(0, null, clubId, email, name, age, null, null, 0, null, One.unloaded(), Many.unloaded());
    }

    /** The same member under another name. */
    public Member withName(String newName) {
        return new Member(
                id, tenantId, clubId, email, newName, age, createdAt, updatedAt, version, deletedAt, club, badges);
    }
}
