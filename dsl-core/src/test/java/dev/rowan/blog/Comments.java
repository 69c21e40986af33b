package dev.rowan.blog;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToOne;
import org.jspecify.annotations.Nullable;

/** What is said of a post, or of an author. */
public final class Comments extends Table<Comment> {
    public static final Comments COMMENT = new Comments(TableName.of("comments"));

    public final NumberColumn<Comment, Integer> ID = integer("id").primaryKey();
    public final TextColumn<Comment, String> SUBJECT = varchar("subject", 10).notNull();
    public final NumberColumn<Comment, Integer> SUBJECT_ID =
            integer("subject_id").notNull();
    public final NumberColumn<Comment, @Nullable Integer> STARS = integer("stars");

    public final ToOne<Comment, Post, Posts> ON_POST =
            belongsTo("onPost", SUBJECT_ID, () -> Posts.POST).discriminator(SUBJECT, "post");
    public final ToOne<Comment, Author, Authors> ON_AUTHOR =
            belongsTo("onAuthor", SUBJECT_ID, () -> Authors.AUTHOR).discriminator(SUBJECT, "author");

    private Comments(TableName name) {
        super(name, Comment.class, Comments::new);
    }
}
