package dev.rowan.blog;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.ToOne;

/** What posts are about. */
public final class Tags extends Table<Tag> {
    public static final Tags TAG = new Tags(TableName.of("tags"));

    public final NumberColumn<Tag, Integer> ID = integer("id").primaryKey();
    public final TextColumn<Tag, String> LABEL = varchar("label", 50).notNull();

    public final ToMany<Tag, Post, Posts> POSTS = manyToMany("posts", () -> PostTags.POST_TAG, l -> l.TAG, l -> l.POST);

    public final ToOne<Tag, PostTag, PostTags> LINK = hasOne("link", () -> PostTags.POST_TAG, l -> l.TAG);

    private Tags(TableName name) {
        super(name, Tag.class, Tags::new);
    }
}
