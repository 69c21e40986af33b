package dev.rowan.contract;

import dev.rowan.expression.Identifier;
import dev.rowan.render.Dialect;
import dev.rowan.type.Codecs;

/** Standard SQL: what the base renderers yield without the differences of any database. */
public final class StandardDialect extends Dialect {
    private final Identifier.Quotes quotes;
    private final Codecs codecs;

    /** Standard SQL with the standard's quotes. */
    public StandardDialect() {
        super("Standard", 0, 0);
        this.quotes = super.quotes();
        this.codecs = super.codecs();
    }

    /** Standard SQL for a driver and a server of another dialect: with its quotes and codecs, and nothing else of it. */
    public StandardDialect(Dialect other) {
        super("Standard SQL on " + other.name(), other.majorVersion(), other.minorVersion());
        this.quotes = other.quotes();
        this.codecs = other.codecs();
    }

    @Override
    public Identifier.Quotes quotes() {
        return quotes;
    }

    @Override
    public Codecs codecs() {
        return codecs;
    }
}
