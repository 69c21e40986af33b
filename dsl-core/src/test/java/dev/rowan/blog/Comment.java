package dev.rowan.blog;

import dev.rowan.row.One;
import org.jspecify.annotations.Nullable;

/** A row of {@link Comments}. */
public record Comment(
        int id, String subject, int subjectId, @Nullable Integer stars, One<Post> onPost, One<Author> onAuthor) {

    public Comment(int id, String subject, int subjectId, @Nullable Integer stars) {
        this(id, subject, subjectId, stars, One.unloaded(), One.unloaded());
    }
}
