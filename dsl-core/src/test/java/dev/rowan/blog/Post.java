package dev.rowan.blog;

import dev.rowan.row.Many;
import dev.rowan.row.One;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A row of {@link Posts}. */
public record Post(
        int id,
        int authorId,
        @Nullable Integer reviewerId,
        @Nullable String title,
        @Nullable Integer score,
        @Nullable BigDecimal price,
        One<Author> author,
        One<Author> reviewer,
        Many<Comment> comments,
        Many<PostTag> tagLinks,
        Many<Tag> tags,
        Many<Edition> editions,
        Many<Erratum> errata) {

    public Post(
            int id,
            int authorId,
            @Nullable Integer reviewerId,
            @Nullable String title,
            @Nullable Integer score,
            @Nullable BigDecimal price) {
        this(
                id,
                authorId,
                reviewerId,
                title,
                score,
                price,
                One.unloaded(),
                One.unloaded(),
                Many.unloaded(),
                Many.unloaded(),
                Many.unloaded(),
                Many.unloaded(),
                Many.unloaded());
    }
}
