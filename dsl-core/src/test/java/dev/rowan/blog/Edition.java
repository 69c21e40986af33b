package dev.rowan.blog;

import dev.rowan.row.Many;
import dev.rowan.row.One;

/** A row of {@link Editions}. */
public record Edition(int postId, int number, One<Post> post, Many<Erratum> errata) {

    public Edition(int postId, int number) {
        this(postId, number, One.unloaded(), Many.unloaded());
    }
}
