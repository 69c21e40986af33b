package dev.rowan.club;

import static dev.rowan.club.Clubs.TENANT;

import dev.rowan.schema.DefaultFilter;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PlainColumn;
import dev.rowan.schema.PrimaryKey;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.Uuids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The badges, whose keys Rowan makes. */
public final class Badges extends Table<Badge> {
    public static final Badges BADGE = new Badges(TableName.of("badges"));

    public final PlainColumn<Badge, UUID> ID = uuid("id").primaryKey().generated(Uuids::v7);
    public final NumberColumn<Badge, Long> TENANT_ID = bigint("tenant_id").notNull();
    public final TextColumn<Badge, String> NAME = varchar("name", 100).notNull();
    public final TemporalColumn<Badge, @Nullable Instant> DELETED_AT = instant("deleted_at");

    public final PrimaryKey<Badge, UUID> KEY = primaryKey(ID);
    public final DefaultFilter TENANTS = partition(TENANT_ID, TENANT);
    public final DefaultFilter LIVE = softDelete(DELETED_AT);

    private Badges(TableName name) {
        super(name, Badge.class, Badges::new);
    }
}
