package dev.rowan.example.blog;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PrimaryKey;
import dev.rowan.schema.Rule;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.UniqueKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Those who write. */
public final class Users extends Table<User> {
    public static final Users USER = new Users(TableName.of("users"));

    public final NumberColumn<User, Long> ID = bigint("id").identity().primaryKey();
    public final TextColumn<User, String> NAME =
            varchar("name", 100).notNull().trimmed().check(Rule.length(2, 100));
    public final TextColumn<User, String> EMAIL =
            varchar("email", 200).notNull().trimmed().lowerCased().check(Rule.email());
    public final NumberColumn<User, @Nullable Integer> AGE = integer("age").check(Rule.between(0, 150));
    public final TemporalColumn<User, Instant> CREATED_AT =
            instant("created_at").notNull().createdAt();

    public final PrimaryKey<User, Long> KEY = primaryKey(ID);
    public final UniqueKey<User> BY_EMAIL = uniqueKey(EMAIL);

    private Users(TableName name) {
        super(name, User.class, Users::new);
    }
}
