package dev.rowan.dialect.sqlite;

import dev.rowan.error.QueryException;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * SQLite 3.39 and later, through Xerial's driver.
 *
 * <p>SQLite knows five kinds of values, so Rowan's tables are {@code strict} and hold dates, times, instants (in UTC) and UUIDs
 * as ISO texts of fixed width, which sort as the values do. Decimals are texts with the digits of their scale: they are kept and
 * found by equality to the last digit, but computed, compared and sorted as doubles.
 *
 * <p>A URL without a file, such as {@code jdbc:sqlite::memory:}, is a database of its own for each connection: with a pool, use
 * a file, or {@code jdbc:sqlite:file:name?mode=memory&cache=shared}. Foreign keys are enforced only with
 * {@code foreign_keys=on}, which {@code Database.connect} sets; a data source of your own must.
 */
public final class SqliteDialect extends Dialect {

    private static final Codecs CODECS = SqliteCodecs.all();

    /** Creates the dialect of a version. */
    public SqliteDialect(int majorVersion, int minorVersion) {
        super("SQLite", majorVersion, minorVersion);
    }

    @Override
    public boolean insertsRowByRow() {
        return true;
    }

    @Override
    public Codecs codecs() {
        return CODECS;
    }

    @Override
    public int maximumBinds() {
        return 32_766; // of SQLite itself; the driver's own build takes more
    }

    @Override
    public int longestIdentifier() {
        return 1_024; // there is no limit but the length of a statement
    }

    @Override
    public Support support(Feature feature) {
        return switch (feature) {
            case DEFERRED_CONSTRAINTS,
                    DISTINCT_OVER_WINDOW,
                    READ_OF_WRITTEN_TABLE_IN_SET, // it would see the rows that are set already
                    WRITE_IN_COMMON_TABLE,
                    LATERAL,
                    DISTINCT_ON,
                    WITH_TIES,
                    ROLLUP,
                    CUBE,
                    GROUPING_SETS,
                    MIXED_GROUPING,
                    IGNORE_NULLS,
                    INTERSECT_ALL,
                    EXCEPT_ALL,
                    QUANTIFIED_COMPARISON,
                    FOR_UPDATE,
                    FOR_SHARE,
                    LOCK_OF_TABLES,
                    NO_WAIT,
                    ARRAY,
                    SKIP_LOCKED -> Support.REFUSED;
            case OFFSET_WITHOUT_LIMIT, LIMIT_IN_SUBQUERY, COMMON_TABLE_IN_VALUES, ILIKE, READ_ONLY_TRANSACTION ->
                Support.EMULATED;
            case NESTED_ROWS -> minorVersion() < 44 ? Support.REFUSED : Support.EMULATED; // order in an aggregate
            case EXACT_DECIMALS, CASE_BEYOND_ASCII, DIVISION_BY_ZERO_ERROR -> Support.APPROXIMATE;
            default -> super.support(feature);
        };
    }

    @Override
    protected Spellings spellings() {
        return SqliteFunctions.ALL;
    }

    @Override
    protected SqlRenderer renderer(SqlWriter writer) {
        return new SqliteRenderer(this, writer);
    }

    @Override
    public DdlDialect ddl() {
        return new SqliteDdl(this);
    }

    @Override
    public QueryException.Kind classify(SQLException exception) {
        return SqliteErrors.kind(exception);
    }

    /** The first write locks the database for others. */
    @Override
    public UpsertOutcomes upsertOutcomes() {
        return UpsertOutcomes.BY_FAILURE;
    }

    @Override
    public Violation violation(SQLException exception, QueryException.Kind kind, DeclaredConstraints written) {
        return SqliteErrors.violation(exception, kind, written);
    }

    /** The driver's own is for connections that are not open yet. */
    @Override
    public void setReadOnly(Connection connection, boolean readOnly) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma query_only = " + (readOnly ? "on" : "off"));
        }
    }

    @Override
    protected String explained(String query) {
        return "explain query plan " + query;
    }
}
