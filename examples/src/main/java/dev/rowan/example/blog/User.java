package dev.rowan.example.blog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who writes. */
public record User(
        long id, String name, String email, @Nullable Integer age, Instant createdAt) {}
