package dev.rowan.example.blog;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.ReferenceRules;
import dev.rowan.schema.ReferentialAction;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.ToOne;

/** Which post has which tag. */
public final class PostTags extends Table<PostTag> {
    public static final PostTags POST_TAG = new PostTags(TableName.of("post_tags"));

    public final NumberColumn<PostTag, Long> POST_ID =
            bigint("post_id").references(() -> Posts.POST.ID, together()).primaryKey();
    public final NumberColumn<PostTag, Long> TAG_ID =
            bigint("tag_id").references(() -> Tags.TAG.ID, together()).primaryKey();

    public final ToOne<PostTag, Post, Posts> POST = belongsTo("post", POST_ID, () -> Posts.POST);
    public final ToOne<PostTag, Tag, Tags> TAG = belongsTo("tag", TAG_ID, () -> Tags.TAG);

    /** A link goes with either end. */
    private static ReferenceRules together() {
        return ReferenceRules.DEFAULT.onDelete(ReferentialAction.CASCADE);
    }

    private PostTags(TableName name) {
        super(name, PostTag.class, PostTags::new);
    }
}
