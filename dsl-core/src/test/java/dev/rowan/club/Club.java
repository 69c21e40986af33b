package dev.rowan.club;

import dev.rowan.row.Many;
import org.jspecify.annotations.Nullable;

/** A club. */
public record Club(long id, @Nullable Long tenantId, String name, Many<Member> members) {
    /** A club to be inserted. */
    public static Club named(long id, String name) {
        return new Club(id, null, name, Many.unloaded());
    }
}
