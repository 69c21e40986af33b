package dev.rowan.dialect.trino;

import dev.rowan.error.QueryException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.SortKey;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.RenderedSql;
import dev.rowan.render.Spellings;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.render.Support;
import dev.rowan.type.Codecs;
import java.sql.SQLException;

/**
 * Trino, through its own JDBC driver: queries over catalogs of any kind, inserts, and tables made of queries. What changes rows is left
 * to the databases behind the catalogs. Names are the same in capital and in small letters there.
 */
public final class TrinoDialect extends Dialect {
    /** The version that the tests run. */
    static final int TESTED = 435;

    /** Creates the dialect of a version, which Trino counts by one number. */
    public TrinoDialect(int version) {
        super("Trino", version, 0);
    }

    @Override
    public Codecs codecs() {
        return TrinoCodecs.ALL;
    }

    @Override
    public Support support(Feature feature) {
        return switch (feature) {
            case UPDATE,
                    DELETE,
                    GENERATED_KEY,
                    COLUMN_DEFAULT,
                    READ_OF_WRITTEN_TABLE,
                    READ_OF_WRITTEN_TABLE_IN_SET,
                    READ_OF_WRITTEN_TABLE_IN_VALUES,
                    SIMULTANEOUS_ASSIGNMENT,
                    COMMON_TABLE_IN_WRITE,
                    COMMON_TABLE_IN_VALUES,
                    WRITE_IN_COMMON_TABLE,
                    RETURNING_OF_INSERT,
                    RETURNING_OF_UPDATE,
                    RETURNING_OF_DELETE,
                    CONFLICT_CLAUSE,
                    CONFLICT_OF_ONE_KEY,
                    UPDATE_ON_ANY_CONFLICT,
                    CONDITIONAL_UPSERT,
                    RETURNING_OF_UPSERT -> Support.REFUSED;
            case FOR_UPDATE, FOR_SHARE, LOCK_OF_TABLES, NO_WAIT, SKIP_LOCKED -> Support.REFUSED;
            case NESTED_TRANSACTION, WRITE_IN_TRANSACTION, DEFERRED_CONSTRAINTS -> Support.REFUSED;
            case SERIALIZABLE -> Support.REFUSED; // each catalog isolates as it can, and some take the word for nothing
            case DISTINCT_ON,
                    FRAME_EXCLUSION,
                    DISTINCT_OVER_WINDOW,
                    MATERIALIZATION,
                    RECURSIVE_UNION,
                    ARRAY,
                    EXACT_JSON_NUMBERS,
                    NESTED_ROWS -> Support.REFUSED;
            case DEPENDENT_COLUMN, ILIKE, ROW_VALUES -> Support.EMULATED;
            default -> super.support(feature);
        };
    }

    @Override
    protected Spellings spellings() {
        return TrinoFunctions.ALL;
    }

    @Override
    protected SqlRenderer renderer(SqlWriter writer) {
        return new TrinoRenderer(this, writer);
    }

    @Override
    public DdlDialect ddl() {
        return new TrinoDdl(this);
    }

    /** The server takes a million characters, values among them. */
    @Override
    public long maximumStatementBytes() {
        return 900_000;
    }

    /** The server counts no parameters within what it explains. */
    @Override
    public RenderedSql explained(RenderedSql query) {
        if (!query.binds().isEmpty()) {
            throw new UnsupportedFeatureException(
                    "plan of a statement with values", toString(), "explain it by hand, with the values in the text");
        }
        return super.explained(query);
    }

    @Override
    public SortKey.Nulls nullsOf(boolean descending) {
        return SortKey.Nulls.LAST;
    }

    @Override
    public QueryException.Kind classify(SQLException exception) {
        return TrinoErrors.kind(exception);
    }

    @Override
    public boolean abortsTransactions() {
        return true;
    }
}
