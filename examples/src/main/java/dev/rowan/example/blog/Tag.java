package dev.rowan.example.blog;

/** A word that posts are found by. */
public record Tag(long id, String label) {}
