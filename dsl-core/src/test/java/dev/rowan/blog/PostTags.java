package dev.rowan.blog;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.ToOne;

/** Which post is about what, and how much. */
public final class PostTags extends Table<PostTag> {
    public static final PostTags POST_TAG = new PostTags(TableName.of("post_tags"));

    public final NumberColumn<PostTag, Integer> POST_ID = integer("post_id").primaryKey();
    public final NumberColumn<PostTag, Integer> TAG_ID = integer("tag_id").primaryKey();
    public final NumberColumn<PostTag, Integer> WEIGHT = integer("weight").notNull();

    public final ToOne<PostTag, Post, Posts> POST = belongsTo("post", POST_ID, () -> Posts.POST);
    public final ToOne<PostTag, Tag, Tags> TAG = belongsTo("tag", TAG_ID, () -> Tags.TAG);

    private PostTags(TableName name) {
        super(name, PostTag.class, PostTags::new);
    }
}
