package dev.rowan.blog;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.ToOne;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is written: by one author, read by another before. */
public final class Posts extends Table<Post> {
    public static final Posts POST = new Posts(TableName.of("posts"));

    public final NumberColumn<Post, Integer> ID = integer("id").primaryKey();
    public final NumberColumn<Post, Integer> AUTHOR_ID = integer("author_id").notNull();
    public final NumberColumn<Post, @Nullable Integer> REVIEWER_ID = integer("reviewer_id");
    public final TextColumn<Post, @Nullable String> TITLE = varchar("title", 100);
    public final NumberColumn<Post, @Nullable Integer> SCORE = integer("score");
    public final NumberColumn<Post, @Nullable BigDecimal> PRICE = decimal("price", 18, 4);

    public final ToOne<Post, Author, Authors> AUTHOR = belongsTo("author", AUTHOR_ID, () -> Authors.AUTHOR);
    public final ToOne<Post, Author, Authors> REVIEWER = belongsTo("reviewer", REVIEWER_ID, () -> Authors.AUTHOR);
    public final ToMany<Post, Comment, Comments> COMMENTS = hasMany("comments", () -> Comments.COMMENT, c -> c.ON_POST);
    public final ToMany<Post, PostTag, PostTags> TAG_LINKS = hasMany("tagLinks", () -> PostTags.POST_TAG, l -> l.POST);
    public final ToMany<Post, Tag, Tags> TAGS = manyToMany("tags", () -> PostTags.POST_TAG, l -> l.POST, l -> l.TAG);
    public final ToMany<Post, Edition, Editions> EDITIONS = hasMany("editions", () -> Editions.EDITION, e -> e.POST);

    public final ToMany<Post, Erratum, Errata> ERRATA = hasMany("errata", () -> Errata.ERRATUM, e -> e.POST_ID);

    private Posts(TableName name) {
        super(name, Post.class, Posts::new);
    }
}
