package dev.rowan.example.blog;

import static dev.rowan.example.blog.Users.USER;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PrimaryKey;
import dev.rowan.schema.ReferenceRules;
import dev.rowan.schema.ReferentialAction;
import dev.rowan.schema.Rule;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.ToOne;
import java.time.Instant;

/** What is written, each by one user. */
public final class Posts extends Table<Post> {
    public static final Posts POST = new Posts(TableName.of("posts"));

    public final NumberColumn<Post, Long> ID = bigint("id").identity().primaryKey();
    public final NumberColumn<Post, Long> AUTHOR_ID = bigint("author_id")
            .notNull()
            .references(() -> USER.ID, ReferenceRules.DEFAULT.onDelete(ReferentialAction.CASCADE));
    public final TextColumn<Post, String> TITLE =
            varchar("title", 200).notNull().trimmed().check(Rule.length(1, 200));
    public final TextColumn<Post, String> BODY = text("body").notNull().check(Rule.notBlank());
    public final NumberColumn<Post, Long> VIEWS = bigint("views").notNull().defaultValue(0L);
    public final TemporalColumn<Post, Instant> CREATED_AT =
            instant("created_at").notNull().createdAt();

    public final PrimaryKey<Post, Long> KEY = primaryKey(ID);
    public final ToOne<Post, User, Users> AUTHOR = belongsTo("author", AUTHOR_ID, () -> USER);
    public final ToMany<Post, Tag, Tags> TAGS =
            manyToMany("tags", () -> PostTags.POST_TAG, link -> link.POST, link -> link.TAG);

    private Posts(TableName name) {
        super(name, Post.class, Posts::new);
    }
}
