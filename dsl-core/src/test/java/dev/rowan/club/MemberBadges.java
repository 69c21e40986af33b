package dev.rowan.club;

import static dev.rowan.club.Badges.BADGE;
import static dev.rowan.club.Clubs.TENANT;
import static dev.rowan.club.Members.MEMBER;

import dev.rowan.schema.DefaultFilter;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PlainColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.ToOne;
import dev.rowan.schema.UniqueKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which member has which badge. */
public final class MemberBadges extends Table<MemberBadge> {
    public static final MemberBadges MEMBER_BADGE = new MemberBadges(TableName.of("member_badges"));

    public final NumberColumn<MemberBadge, Long> MEMBER_ID =
            bigint("member_id").primaryKey().references(() -> MEMBER.ID);
    public final PlainColumn<MemberBadge, UUID> BADGE_ID =
            uuid("badge_id").primaryKey().references(() -> BADGE.ID);
    public final NumberColumn<MemberBadge, Long> TENANT_ID = bigint("tenant_id").notNull();
    public final TemporalColumn<MemberBadge, @Nullable Instant> DELETED_AT = instant("deleted_at");

    public final UniqueKey<MemberBadge> KEY = primaryKey(MEMBER_ID, BADGE_ID);
    public final DefaultFilter TENANTS = partition(TENANT_ID, TENANT);
    public final DefaultFilter LIVE = softDelete(DELETED_AT);
    public final ToOne<MemberBadge, Member, Members> MEMBER_OF = belongsTo("member", MEMBER_ID, () -> MEMBER);
    public final ToOne<MemberBadge, Badge, Badges> BADGE_OF = belongsTo("badge", BADGE_ID, () -> BADGE);

    private MemberBadges(TableName name) {
        super(name, MemberBadge.class, MemberBadges::new);
    }
}
