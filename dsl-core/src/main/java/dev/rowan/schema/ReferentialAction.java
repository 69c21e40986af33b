package dev.rowan.schema;

/** What becomes of rows that point at one which is deleted, or whose key changes. */
public enum ReferentialAction {
    /** It is an error, at the end of the statement. */
    NO_ACTION,
    /** It is an error, at once. */
    RESTRICT,
    /** They are deleted, or follow. */
    CASCADE,
    /** Their columns become NULL. */
    SET_NULL,
    /** Their columns get their default. */
    SET_DEFAULT
}
