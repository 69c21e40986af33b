package dev.rowan.dialect.mysql;

import dev.rowan.error.QueryException;
import dev.rowan.expression.Identifier;
import dev.rowan.render.DdlRenderer;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.Spelling;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.render.Support;
import dev.rowan.type.Codecs;
import dev.rowan.type.SqlType.Kind;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** MySQL 8.0 and later, through Connector/J. */
public final class MySqlDialect extends Dialect {
    private static final Map<String, Spelling> FUNCTIONS = Map.of(
            "avg", Spelling.of("avg(cast({0} as double))"),
            "concat", Spelling.of("concat({0}, {1})")); // || is a logical or

    private static final Map<Integer, QueryException.Kind> ERRORS = Map.ofEntries(
            Map.entry(1062, QueryException.Kind.UNIQUE_VIOLATION),
            Map.entry(1216, QueryException.Kind.FOREIGN_KEY_VIOLATION),
            Map.entry(1217, QueryException.Kind.FOREIGN_KEY_VIOLATION),
            Map.entry(1451, QueryException.Kind.FOREIGN_KEY_VIOLATION),
            Map.entry(1452, QueryException.Kind.FOREIGN_KEY_VIOLATION),
            Map.entry(1048, QueryException.Kind.NOT_NULL_VIOLATION),
            Map.entry(1364, QueryException.Kind.NOT_NULL_VIOLATION),
            Map.entry(3819, QueryException.Kind.CHECK_VIOLATION),
            Map.entry(1264, QueryException.Kind.INVALID_VALUE),
            Map.entry(1366, QueryException.Kind.INVALID_VALUE),
            Map.entry(1406, QueryException.Kind.INVALID_VALUE),
            Map.entry(1213, QueryException.Kind.CONFLICT),
            Map.entry(1205, QueryException.Kind.TIMEOUT),
            Map.entry(1317, QueryException.Kind.TIMEOUT),
            Map.entry(3024, QueryException.Kind.TIMEOUT));

    private static final Codecs CODECS = Codecs.standard()
            .with(Kind.UUID, new UuidCodec())
            .with(Kind.INSTANT, new InstantCodec())
            .with(Kind.REAL, new RealCodec());

    /** Creates the dialect of a version. */
    public MySqlDialect(int majorVersion, int minorVersion) {
        super("MySQL", majorVersion, minorVersion);
    }

    @Override
    public Identifier.Quotes quotes() {
        return Identifier.Quotes.BACKTICKS;
    }

    @Override
    public Codecs codecs() {
        return CODECS;
    }

    @Override
    public int maximumBinds() {
        return 65_535; // the wire protocol counts them in 16 bits
    }

    @Override
    public int longestIdentifier() {
        return 64;
    }

    @Override
    public Support support(Feature feature) {
        return switch (feature) {
            case FULL_JOIN, SIMULTANEOUS_ASSIGNMENT -> Support.REFUSED;
            case NULLS_ORDER, OFFSET_WITHOUT_LIMIT, LIMIT_IN_SUBQUERY, READ_OF_WRITTEN_TABLE -> Support.EMULATED;
        };
    }

    @Override
    protected @Nullable Spelling spelling(String function) {
        Spelling own = FUNCTIONS.get(function);
        return own != null ? own : super.spelling(function);
    }

    @Override
    protected SqlRenderer renderer(SqlWriter writer) {
        return new MySqlRenderer(this, writer);
    }

    @Override
    protected DdlRenderer ddlRenderer(SqlWriter writer) {
        return new MySqlDdlRenderer(this, writer);
    }

    @Override
    public QueryException.Kind classify(SQLException exception) {
        QueryException.Kind kind = ERRORS.get(exception.getErrorCode());
        return kind != null ? kind : super.classify(exception);
    }
}
