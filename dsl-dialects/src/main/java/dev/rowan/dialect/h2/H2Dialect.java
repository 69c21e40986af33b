package dev.rowan.dialect.h2;

import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;

/** H2, embedded or as a server, in its regular mode; its compatibility modes are other databases. */
public final class H2Dialect extends Dialect {

    /** Creates the dialect of a version. */
    public H2Dialect(int majorVersion, int minorVersion) {
        super("H2", majorVersion, minorVersion);
    }

    @Override
    public Support support(Feature feature) {
        return feature == Feature.FULL_JOIN ? Support.REFUSED : Support.NATIVE;
    }

    @Override
    public int maximumBinds() {
        return 100_000; // Constants.MAX_PARAMETER_INDEX of H2
    }

    @Override
    public int longestIdentifier() {
        return 256; // Constants.MAX_IDENTIFIER_LENGTH of H2
    }
}
