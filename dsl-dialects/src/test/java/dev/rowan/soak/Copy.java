package dev.rowan.soak;

/** A copy of a letter. */
record Copy(long id, long letterId, String body) {}
