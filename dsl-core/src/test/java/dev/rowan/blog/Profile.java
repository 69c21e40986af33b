package dev.rowan.blog;

import dev.rowan.row.One;

/** A row of {@link Profiles}. */
public record Profile(int id, int authorId, String text, One<Author> author) {

    public Profile(int id, int authorId, String text) {
        this(id, authorId, text, One.unloaded());
    }
}
