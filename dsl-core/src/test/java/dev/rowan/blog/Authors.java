package dev.rowan.blog;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.ToOne;
import org.jspecify.annotations.Nullable;

/** Who writes; each may have a mentor, who is an author too. */
public final class Authors extends Table<Author> {
    public static final Authors AUTHOR = new Authors(TableName.of("authors"));

    public final NumberColumn<Author, Integer> ID = integer("id").primaryKey();
    public final TextColumn<Author, String> NAME = varchar("name", 50).notNull();
    public final NumberColumn<Author, @Nullable Integer> MENTOR_ID = integer("mentor_id");

    public final ToOne<Author, Author, Authors> MENTOR = belongsTo("mentor", MENTOR_ID, () -> AUTHOR);
    public final ToMany<Author, Author, Authors> PUPILS = hasMany("pupils", () -> AUTHOR, a -> a.MENTOR);
    public final ToOne<Author, Profile, Profiles> PROFILE = hasOne("profile", () -> Profiles.PROFILE, p -> p.AUTHOR_ID);
    public final ToMany<Author, Post, Posts> POSTS = hasMany("posts", () -> Posts.POST, p -> p.AUTHOR);
    public final ToMany<Author, Post, Posts> REVIEWED = hasMany("reviewed", () -> Posts.POST, p -> p.REVIEWER);
    public final ToMany<Author, Comment, Comments> COMMENTS =
            hasMany("comments", () -> Comments.COMMENT, c -> c.ON_AUTHOR);

    private Authors(TableName name) {
        super(name, Author.class, Authors::new);
    }
}
