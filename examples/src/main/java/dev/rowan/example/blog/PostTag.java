package dev.rowan.example.blog;

/** That a post has a tag. */
public record PostTag(long postId, long tagId) {}
