package dev.rowan.blog;

import dev.rowan.row.Many;
import dev.rowan.row.One;
import org.jspecify.annotations.Nullable;

/** A row of {@link Authors}. */
public record Author(
        int id,
        String name,
        @Nullable Integer mentorId,
        One<Author> mentor,
        Many<Author> pupils,
        One<Profile> profile,
        Many<Post> posts,
        Many<Post> reviewed,
        Many<Comment> comments) {

    public Author(int id, String name, @Nullable Integer mentorId) {
        this(
                id,
                name,
                mentorId,
                One.unloaded(),
                Many.unloaded(),
                One.unloaded(),
                Many.unloaded(),
                Many.unloaded(),
                Many.unloaded());
    }
}
