package dev.rowan.club;

import static dev.rowan.club.Clubs.CLUB;
import static dev.rowan.club.Clubs.TENANT;
import static dev.rowan.club.MemberBadges.MEMBER_BADGE;
import static dev.rowan.schema.Rule.between;
import static dev.rowan.schema.Rule.email;
import static dev.rowan.schema.Rule.length;
import static dev.rowan.schema.Rule.notBlank;

import dev.rowan.schema.DefaultFilter;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PrimaryKey;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.ToOne;
import dev.rowan.schema.UniqueKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The members. */
public final class Members extends Table<Member> {
    public static final Members MEMBER = new Members(TableName.of("members"));

    public final NumberColumn<Member, Long> ID = bigint("id").identity().primaryKey();
    public final NumberColumn<Member, Long> TENANT_ID = bigint("tenant_id").notNull();
    public final NumberColumn<Member, @Nullable Long> CLUB_ID =
            bigint("club_id").references(() -> CLUB.ID);
    public final TextColumn<Member, String> EMAIL =
            varchar("email", 200).notNull().trimmed().lowerCased().check(email());
    public final TextColumn<Member, String> NAME = varchar("name", 20)
            .notNull()
            .check(length(2, 20).asConstraint())
            .check(notBlank().message("must be a name"));
    public final NumberColumn<Member, @Nullable Integer> AGE =
            integer("age").check(between(0, 150).asConstraint());
    public final TextColumn<Member, @Nullable String> PASSWORD_HASH =
            varchar("password_hash", 60).check(length(4, 60)).hidden();
    public final TemporalColumn<Member, Instant> CREATED_AT =
            instant("created_at").notNull().createdAt();
    public final TemporalColumn<Member, Instant> UPDATED_AT =
            instant("updated_at").notNull().updatedAt();
    public final NumberColumn<Member, Long> VERSION =
            bigint("version").notNull().version();
    public final TemporalColumn<Member, @Nullable Instant> DELETED_AT = instant("deleted_at");

    public final PrimaryKey<Member, Long> KEY = primaryKey(ID);
    public final UniqueKey<Member> BY_EMAIL = uniqueKey(TENANT_ID, EMAIL);
    public final DefaultFilter TENANTS = partition(TENANT_ID, TENANT);
    public final DefaultFilter LIVE = softDelete(DELETED_AT);
    public final ToOne<Member, Club, Clubs> CLUB_OF = belongsTo("club", CLUB_ID, () -> CLUB);
    public final ToMany<Member, Badge, Badges> BADGES =
            manyToMany("badges", () -> MEMBER_BADGE, link -> link.MEMBER_OF, link -> link.BADGE_OF);

    private Members(TableName name) {
        super(name, Member.class, Members::new);
    }
}
