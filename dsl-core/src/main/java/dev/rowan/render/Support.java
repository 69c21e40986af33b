package dev.rowan.render;

/** How a dialect supports a feature. */
public enum Support {
    /** The database has it. */
    NATIVE,
    /** The dialect renders something else with exactly the same result. */
    EMULATED,
    /** The database has something like it, whose results are right within limits that the dialect states. */
    APPROXIMATE,
    /** The dialect refuses it before any I/O. */
    REFUSED
}
