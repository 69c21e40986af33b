package dev.rowan.migrate;

/** How far a migration has come in one database. */
public enum MigrationState {
    /** It has not been applied. */
    PENDING,
    /** It has been applied. */
    APPLIED,
    /** It has failed, or its program has died, after some of its statements, which cannot be undone by themselves: it must be repaired. */
    HALF_WAY,
    /** It was applied, and its file has been changed since. */
    CHANGED,
    /** It was applied, and is not among the program's migrations. */
    UNKNOWN
}
