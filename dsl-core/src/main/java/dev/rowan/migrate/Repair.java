package dev.rowan.migrate;

/** What becomes of a migration that is half-way, or whose file was changed. */
public enum Repair {
    /** Somebody has undone by hand what it did: it is pending again. */
    FORGET,
    /** Somebody has done the rest by hand: it is applied. */
    MARK_APPLIED,
    /** The reason of the failure is gone: what is left of its statements is run now. */
    RESUME,
    /** The changed file is right: its checksum takes the place of the old one. */
    ACCEPT_CHANGE
}
