package dev.rowan.dialect.duckdb;

import dev.rowan.error.QueryException.Kind;
import dev.rowan.expression.SortKey;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DeclaredConstraints;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.Spellings;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.render.Support;
import dev.rowan.render.Violation;
import dev.rowan.type.Codecs;
import java.sql.SQLException;

/** DuckDB 2, through its own JDBC driver. */
public final class DuckDbDialect extends Dialect {

    /** Creates the dialect of a version. */
    public DuckDbDialect(int majorVersion, int minorVersion) {
        super("DuckDB", majorVersion, minorVersion);
    }

    @Override
    public Codecs codecs() {
        return DuckDbCodec.ALL;
    }

    @Override
    public Support support(Feature feature) {
        return switch (feature) {
            case NESTED_ROWS ->
                Support.REFUSED; // subqueries within each other fail with INTERNAL errors of its planner
            case FOR_UPDATE, FOR_SHARE, LOCK_OF_TABLES, NO_WAIT, SKIP_LOCKED, ARRAY -> Support.REFUSED;
            case WITH_TIES, NESTED_TRANSACTION, SERIALIZABLE, READ_ONLY_TRANSACTION, DEFERRED_CONSTRAINTS ->
                Support.REFUSED;
            case DEPENDENT_COLUMN, IGNORE_NULLS, ROW_VALUES -> Support.EMULATED;
            case DIVISION_BY_ZERO_ERROR -> Support.APPROXIMATE;
            default -> super.support(feature);
        };
    }

    @Override
    protected Spellings spellings() {
        return DuckDbFunctions.ALL;
    }

    @Override
    protected SqlRenderer renderer(SqlWriter writer) {
        return new DuckDbRenderer(this, writer);
    }

    @Override
    public DdlDialect ddl() {
        return new DuckDbDdl(this);
    }

    @Override
    public SortKey.Nulls nullsOf(boolean descending) {
        return SortKey.Nulls.LAST;
    }

    @Override
    public Kind classify(SQLException exception) {
        return DuckDbErrors.kind(String.valueOf(exception.getMessage()));
    }

    @Override
    public Violation violation(SQLException exception, Kind kind, DeclaredConstraints written) {
        return DuckDbErrors.violation(String.valueOf(exception.getMessage()), kind, written);
    }

    @Override
    public boolean abortsTransactions() {
        return true;
    }
}
