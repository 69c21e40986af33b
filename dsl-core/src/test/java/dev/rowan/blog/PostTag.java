package dev.rowan.blog;

import dev.rowan.row.One;

/** A row of {@link PostTags}. */
public record PostTag(int postId, int tagId, int weight, One<Post> post, One<Tag> tag) {

    public PostTag(int postId, int tagId, int weight) {
        this(postId, tagId, weight, One.unloaded(), One.unloaded());
    }
}
