package dev.rowan.guide.hsqldb;

import dev.rowan.error.QueryException;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DeclaredConstraints;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.Spellings;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.render.Support;
import dev.rowan.render.Violation;
import java.sql.SQLException;

/** HSQLDB, embedded: what differs from the standard. */
final class HsqldbDialect extends Dialect {
    private static final int VALUE_TOO_LONG = -3401;

    HsqldbDialect(int majorVersion, int minorVersion) {
        super("HSQLDB", majorVersion, minorVersion);
    }

    @Override
    public Support support(Feature feature) {
        return switch (feature) {
            case RETURNING_OF_INSERT, RETURNING_OF_UPDATE, RETURNING_OF_DELETE, RETURNING_OF_UPSERT -> Support.REFUSED;
            case CONFLICT_CLAUSE, CONFLICT_OF_ONE_KEY, UPDATE_ON_ANY_CONFLICT, CONDITIONAL_UPSERT -> Support.REFUSED;
            case DISTINCT_ON, WITH_TIES, RECURSIVE_UNION, MATERIALIZATION, IGNORE_NULLS -> Support.REFUSED;
            case COMMON_TABLE_IN_WRITE, COMMON_TABLE_IN_VALUES, WRITE_IN_COMMON_TABLE -> Support.REFUSED;
            case FOR_UPDATE, FOR_SHARE, LOCK_OF_TABLES, NO_WAIT, SKIP_LOCKED -> Support.REFUSED;
            case GROUPS_FRAME, FRAME_EXCLUSION, DISTINCT_OVER_WINDOW -> Support.REFUSED;
            case ARRAY, NESTED_ROWS, ROW_VALUES, ILIKE, DEFERRED_CONSTRAINTS -> Support.REFUSED;
            default -> super.support(feature);
        };
    }

    @Override
    protected Spellings spellings() {
        return Spellings.standard().with("position", "locate({0}, {1})");
    }

    @Override
    public DdlDialect ddl() {
        return new HsqldbDdl(this);
    }

    @Override
    protected SqlRenderer renderer(SqlWriter writer) {
        return new HsqldbRenderer(this, writer);
    }

    @Override
    protected String explained(String query) {
        return "explain plan for " + query;
    }

    @Override
    public boolean insertsRowByRow() {
        return true;
    }

    @Override
    public QueryException.Kind classify(SQLException exception) {
        return exception.getErrorCode() == VALUE_TOO_LONG
                ? QueryException.Kind.INVALID_VALUE
                : super.classify(exception);
    }

    /** The sentence is {@code integrity constraint violation: unique constraint or index violation ; "users_email_key" table: "users"}. */
    @Override
    public Violation violation(SQLException exception, QueryException.Kind kind, DeclaredConstraints written) {
        String sentence = String.valueOf(exception.getMessage()).replace("\"", "");
        int from = sentence.indexOf(" ; ") + 3;
        int to = sentence.indexOf(" table: ");
        return from < 3 || to < from ? Violation.UNKNOWN : written.named(sentence.substring(from, to));
    }
}
