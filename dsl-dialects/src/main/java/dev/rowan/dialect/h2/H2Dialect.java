package dev.rowan.dialect.h2;

import dev.rowan.error.QueryException;
import dev.rowan.query.Insert;
import dev.rowan.query.RowWrite;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DeclaredConstraints;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.Spellings;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.render.Support;
import dev.rowan.render.UpsertOutcomes;
import dev.rowan.render.Violation;
import dev.rowan.type.Codecs;
import java.sql.SQLException;

/** H2, embedded or as a server, in its regular mode; its compatibility modes are other databases. */
public final class H2Dialect extends Dialect {

    private final boolean embedded;

    /** Creates the dialect of a version that runs in this process. */
    public H2Dialect(int majorVersion, int minorVersion) {
        this(majorVersion, minorVersion, true);
    }

    /** Creates the dialect of a version, embedded or as a server. */
    public H2Dialect(int majorVersion, int minorVersion, boolean embedded) {
        super("H2", majorVersion, minorVersion);
        this.embedded = embedded;
    }

    @Override
    public boolean insertsRowByRow() {
        return embedded;
    }

    @Override
    public Support support(Feature feature) {
        return switch (feature) {
            case SERIALIZABLE, // means no more than a snapshot
                    READ_ONLY_TRANSACTION,
                    DEFERRED_CONSTRAINTS,
                    FULL_JOIN,
                    LATERAL,
                    ROLLUP,
                    CUBE,
                    GROUPING_SETS,
                    MIXED_GROUPING,
                    COMMON_TABLE_IN_WRITE,
                    WRITE_IN_COMMON_TABLE, // it would be done as often as the rows are read
                    INTERSECT_ALL,
                    EXCEPT_ALL,
                    MATERIALIZATION,
                    RECURSIVE_UNION, // it goes on for ever
                    UPDATE_ON_ANY_CONFLICT, // a merge takes no row twice
                    FOR_SHARE -> Support.REFUSED;
            case CONFLICT_CLAUSE, CONFLICT_OF_ONE_KEY, CONDITIONAL_UPSERT, RETURNING_OF_UPSERT -> Support.EMULATED;
            case RETURNING_OF_INSERT, RETURNING_OF_UPDATE, RETURNING_OF_DELETE -> Support.EMULATED;
            default -> super.support(feature);
        };
    }

    @Override
    protected Spellings spellings() {
        return H2Functions.ALL;
    }

    @Override
    public Codecs codecs() {
        return H2Codecs.ALL;
    }

    @Override
    public DdlDialect ddl() {
        return new H2Ddl(this);
    }

    @Override
    protected SqlRenderer renderer(SqlWriter writer) {
        return new H2Renderer(this, writer);
    }

    @Override
    public UpsertOutcomes upsertOutcomes() {
        return UpsertOutcomes.BY_FAILURE;
    }

    @Override
    public String standInFor(RowWrite<?> write) {
        return write instanceof Insert<?, ?> insert && insert.conflict() != null
                ? this
                        + " has no on conflict: a merge, tried again where another transaction inserts the same key meanwhile"
                : "";
    }

    @Override
    public Violation violation(SQLException exception, QueryException.Kind kind, DeclaredConstraints written) {
        return H2Errors.violation(String.valueOf(exception.getMessage()), kind, written);
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
