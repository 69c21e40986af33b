package dev.rowan.dialect.sqlserver;

import dev.rowan.error.QueryException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.Identifier;
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

/**
 * SQL Server 2022 and later, whose own number is 16, at its compatibility level 160, through Microsoft's driver. Its SQL is rendered and
 * parsed by the tests, but no test has run it on a server.
 *
 * <p>What is written is returned by {@code output … into} a table variable, which, unlike {@code output} alone, works with triggers.
 * Where a statement reads, it waits for writers unless the database has {@code read_committed_snapshot on}.
 */
public final class SqlServerDialect extends Dialect {
    /** SQL Server 2022, the first version with all that is rendered. */
    static final int LEAST = 16;

    /** Creates the dialect of a version. */
    public SqlServerDialect(int majorVersion, int minorVersion) {
        super("SQL Server", majorVersion, minorVersion);
    }

    @Override
    public Identifier.Quotes quotes() {
        return Identifier.Quotes.BRACKETS;
    }

    @Override
    public Codecs codecs() {
        return SqlServerCodecs.ALL;
    }

    /** A call takes 2,100 parameters, of which the driver's {@code sp_executesql} takes two. */
    @Override
    public int maximumBinds() {
        return 2_098;
    }

    @Override
    public Support support(Feature feature) {
        return switch (feature) {
            case DISTINCT_ON,
                    GROUPS_FRAME,
                    FRAME_EXCLUSION,
                    DISTINCT_OVER_WINDOW,
                    INTERSECT_ALL,
                    EXCEPT_ALL,
                    WRITE_IN_COMMON_TABLE,
                    UPDATE_ON_ANY_CONFLICT, // a merge takes no row twice
                    RECURSIVE_UNION,
                    MATERIALIZATION,
                    NESTED_TRANSACTION, // the driver cannot give a savepoint back
                    READ_ONLY_TRANSACTION,
                    DEFERRED_CONSTRAINTS,
                    ARRAY,
                    NESTED_ROWS -> Support.REFUSED;
            case NULLS_ORDER,
                    LATERAL,
                    DEPENDENT_COLUMN,
                    AGGREGATE_FILTER,
                    RETURNING_OF_INSERT,
                    RETURNING_OF_UPDATE,
                    RETURNING_OF_DELETE,
                    RETURNING_OF_UPSERT,
                    CONFLICT_CLAUSE,
                    CONFLICT_OF_ONE_KEY,
                    CONDITIONAL_UPSERT,
                    ROW_VALUES,
                    ILIKE,
                    FOR_UPDATE,
                    FOR_SHARE,
                    LOCK_OF_TABLES,
                    NO_WAIT,
                    SKIP_LOCKED -> Support.EMULATED;
            case EXACT_DECIMALS ->
                Support.APPROXIMATE; // products and quotients of many digits keep six after the point
            default -> super.support(feature);
        };
    }

    @Override
    public UpsertOutcomes upsertOutcomes() {
        return UpsertOutcomes.BY_FAILURE;
    }

    @Override
    public String standInFor(RowWrite<?> write) {
        return write instanceof Insert<?, ?> insert && insert.conflict() != null
                ? this
                        + " has no on conflict: a merge with (holdlock), which locks the place of a key that is not there"
                : "";
    }

    @Override
    protected Spellings spellings() {
        return SqlServerFunctions.ALL;
    }

    @Override
    protected SqlRenderer renderer(SqlWriter writer) {
        return new SqlServerRenderer(this, writer);
    }

    @Override
    protected String withRecursive() {
        return "with ";
    }

    @Override
    public DdlDialect ddl() {
        return new SqlServerDdl(this);
    }

    /** A plan is a setting of the session there, which must be a batch of its own. */
    @Override
    protected String explained(String query) {
        throw new UnsupportedFeatureException(
                "plan of a query by one statement", toString(), "set showplan_text on in a session of its own");
    }

    @Override
    public QueryException.Kind classify(SQLException exception) {
        QueryException.Kind kind = SqlServerErrors.kind(exception);
        return kind == QueryException.Kind.OTHER ? super.classify(exception) : kind;
    }

    @Override
    public Violation violation(SQLException exception, QueryException.Kind kind, DeclaredConstraints written) {
        return SqlServerErrors.violation(exception, written);
    }
}
