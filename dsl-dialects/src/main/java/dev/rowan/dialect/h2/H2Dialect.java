package dev.rowan.dialect.h2;

import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.Spellings;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.render.Support;
import dev.rowan.type.Codecs;
import dev.rowan.type.SqlType.Kind;

/** H2, embedded or as a server, in its regular mode; its compatibility modes are other databases. */
public final class H2Dialect extends Dialect {
    private static final Codecs CODECS = Codecs.standard().with(Kind.JSON, new H2JsonCodec());

    /** Creates the dialect of a version. */
    public H2Dialect(int majorVersion, int minorVersion) {
        super("H2", majorVersion, minorVersion);
    }

    @Override
    public Support support(Feature feature) {
        return switch (feature) {
            case FULL_JOIN,
                    LATERAL,
                    ROLLUP,
                    CUBE,
                    GROUPING_SETS,
                    MIXED_GROUPING,
                    COMMON_TABLE_IN_WRITE,
                    INTERSECT_ALL,
                    EXCEPT_ALL,
                    MATERIALIZATION,
                    RECURSIVE_UNION, // it goes on for ever
                    FOR_SHARE -> Support.REFUSED;
            default -> Support.NATIVE;
        };
    }

    @Override
    protected Spellings spellings() {
        return H2Functions.ALL;
    }

    @Override
    public Codecs codecs() {
        return CODECS;
    }

    @Override
    protected SqlRenderer renderer(SqlWriter writer) {
        return new H2Renderer(this, writer);
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
