package dev.rowan.blog;

import dev.rowan.row.One;
import org.jspecify.annotations.Nullable;

/** A row of {@link Errata}. */
public record Erratum(
        int id, @Nullable Integer editionNumber, @Nullable Integer postId, String text, One<Edition> edition) {

    public Erratum(int id, @Nullable Integer editionNumber, @Nullable Integer postId, String text) {
        this(id, editionNumber, postId, text, One.unloaded());
    }
}
