package dev.rowan.club;

import static dev.rowan.club.Members.MEMBER;

import dev.rowan.expression.Setting;
import dev.rowan.schema.DefaultFilter;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PrimaryKey;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToMany;
import dev.rowan.type.SqlType;

/** The clubs of all tenants. */
public final class Clubs extends Table<Club> {
    /** Whose rows a statement sees. */
    public static final Setting<Long> TENANT = Setting.of("tenant", SqlType.BIGINT);

    public static final Clubs CLUB = new Clubs(TableName.of("clubs"));

    public final NumberColumn<Club, Long> ID = bigint("id").primaryKey();
    public final NumberColumn<Club, Long> TENANT_ID = bigint("tenant_id").notNull();
    public final TextColumn<Club, String> NAME = varchar("name", 100).notNull();

    public final PrimaryKey<Club, Long> KEY = primaryKey(ID);
    public final DefaultFilter TENANTS = partition(TENANT_ID, TENANT);
    public final ToMany<Club, Member, Members> MEMBERS = hasMany("members", () -> MEMBER, m -> m.CLUB_ID);

    private Clubs(TableName name) {
        super(name, Club.class, Clubs::new);
    }
}
