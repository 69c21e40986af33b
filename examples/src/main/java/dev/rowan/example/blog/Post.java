package dev.rowan.example.blog;

import dev.rowan.row.Many;
import dev.rowan.row.One;
import java.time.Instant;

/** What is written. */
public record Post(
        long id,
        long authorId,
        String title,
        String body,
        long views,
        Instant createdAt,
        One<User> author,
        Many<Tag> tags) {}
