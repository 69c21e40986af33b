package dev.rowan.dialect.mariadb;

import dev.rowan.dialect.mysql.MySqlFamilyDialect;
import dev.rowan.error.QueryException;
import dev.rowan.query.RowWrite;
import dev.rowan.query.Update;
import dev.rowan.render.Catalog;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.Feature;
import dev.rowan.render.Spellings;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.render.Streaming;
import dev.rowan.render.Support;
import java.sql.SQLException;

/**
 * MariaDB 10.11 and later, through its own driver. Instants are {@code datetime(6)} in UTC, so that neither the driver's nor
 * the session's time zone plays a part.
 */
public final class MariaDbDialect extends MySqlFamilyDialect {
    private static final int CHECK_VIOLATED = 4025;
    private static final int STATEMENT_TIME_EXCEEDED = 1969;
    private static final int ROW_CHANGED_SINCE_READ = 1020;

    private final Spellings spellings = super.spellings()
            .and(MariaDbJson.FUNCTIONS)
            .with("regexp_like", "({0} rlike concat('(?-i)', {1}))")
            .refused("tell subtotals by coalesce(…) of a key that is never NULL", "grouping");

    /** Creates the dialect of a version. */
    public MariaDbDialect(int majorVersion, int minorVersion) {
        super("MariaDB", majorVersion, minorVersion);
    }

    /** The other binary collation, {@code utf8mb4_bin}, ignores blanks at the end. */
    @Override
    protected boolean indexesExpressions() {
        return false;
    }

    @Override
    protected Catalog catalog(DdlDialect words) {
        return new MariaDbCatalog(words);
    }

    @Override
    protected String binaryCollation() {
        return "utf8mb4_nopad_bin";
    }

    @Override
    public Support support(Feature feature) {
        return switch (feature) {
            case DEFERRED_CONSTRAINTS,
                    DISTINCT_OVER_WINDOW,
                    FULL_JOIN,
                    READ_OF_WRITTEN_TABLE_IN_VALUES, // it would see the rows before
                    SIMULTANEOUS_ASSIGNMENT,
                    CONFLICT_OF_ONE_KEY,
                    RETURNING_OF_UPSERT,
                    LATERAL,
                    DISTINCT_ON,
                    CUBE,
                    GROUPING_SETS,
                    MIXED_GROUPING,
                    COMMON_TABLE_IN_WRITE,
                    WRITE_IN_COMMON_TABLE,
                    GROUPS_FRAME,
                    FRAME_EXCLUSION,
                    IGNORE_NULLS,
                    MATERIALIZATION,
                    ARRAY,
                    LOCK_OF_TABLES -> Support.REFUSED;
            case NULLS_ORDER,
                    RETURNING_OF_UPDATE,
                    CONFLICT_CLAUSE,
                    UPDATE_ON_ANY_CONFLICT,
                    CONDITIONAL_UPSERT,
                    LIMIT_IN_SUBQUERY,
                    NESTED_ROWS,
                    ROLLUP,
                    AGGREGATE_FILTER,
                    DISTINCT_COMPARISON,
                    ILIKE,
                    FOR_SHARE -> Support.EMULATED;
            case DIVISION_BY_ZERO_ERROR -> Support.APPROXIMATE;
            default -> super.support(feature);
        };
    }

    @Override
    protected Spellings spellings() {
        return spellings;
    }

    @Override
    protected SqlRenderer renderer(SqlWriter writer) {
        return new MariaDbRenderer(this, writer);
    }

    @Override
    public boolean returnsRows(RowWrite<?> write) {
        return !(write instanceof Update);
    }

    @Override
    public QueryException.Kind classify(SQLException exception) {
        return switch (exception.getErrorCode()) {
            case CHECK_VIOLATED -> QueryException.Kind.CHECK_VIOLATION;
            case STATEMENT_TIME_EXCEEDED -> QueryException.Kind.TIMEOUT;
            case ROW_CHANGED_SINCE_READ -> QueryException.Kind.CONFLICT;
            default -> super.classify(exception);
        };
    }

    /** After what raises limits for the statement. */
    @Override
    protected String explained(String query) {
        String raised = " for ";
        int end = query.startsWith("set statement ") ? query.indexOf(raised) + raised.length() : 0;
        return query.substring(0, end) + super.explained(query.substring(end));
    }

    /** Before another statement the driver reads the remaining rows into memory. */
    @Override
    public Streaming streaming() {
        return new Streaming(1_000, false, true);
    }
}
