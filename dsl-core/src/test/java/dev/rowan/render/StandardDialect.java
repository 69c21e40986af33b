package dev.rowan.render;

/** A database that follows the standard to the letter; no such database exists, so statements are only rendered. */
public final class StandardDialect extends Dialect {

    /** Creates the dialect. */
    public StandardDialect() {
        super("Standard SQL", 1, 0);
    }
}
