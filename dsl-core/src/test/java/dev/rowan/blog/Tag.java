package dev.rowan.blog;

import dev.rowan.row.Many;
import dev.rowan.row.One;

/** A row of {@link Tags}; {@code link} can be included only where a tag has no more than one. */
public record Tag(int id, String label, Many<Post> posts, One<PostTag> link) {

    public Tag(int id, String label) {
        this(id, label, Many.unloaded(), One.unloaded());
    }
}
