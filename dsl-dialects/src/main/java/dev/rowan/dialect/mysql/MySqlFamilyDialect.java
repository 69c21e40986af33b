package dev.rowan.dialect.mysql;

import dev.rowan.error.QueryException;
import dev.rowan.expression.Identifier;
import dev.rowan.query.Insert;
import dev.rowan.query.RowWrite;
import dev.rowan.render.Catalog;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DeclaredConstraints;
import dev.rowan.render.Dialect;
import dev.rowan.render.Spellings;
import dev.rowan.render.UpsertOutcomes;
import dev.rowan.render.Violation;
import dev.rowan.type.Codecs;
import dev.rowan.type.SqlType.Kind;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Map;

/** What MySQL and MariaDB still have in common: quotes, limits, errors, and how values travel. */
public abstract class MySqlFamilyDialect extends Dialect {
    private static final int GROUP_CONCAT_CUT = 1260;
    private static final int PACKET_EXCEEDED = 1301;
    private static final int RECURSION_CUT = 1931;

    private static final Map<Integer, QueryException.Kind> ERRORS = Map.ofEntries(
            Map.entry(1062, QueryException.Kind.UNIQUE_VIOLATION),
            Map.entry(1216, QueryException.Kind.FOREIGN_KEY_VIOLATION),
            Map.entry(1217, QueryException.Kind.FOREIGN_KEY_VIOLATION),
            Map.entry(1451, QueryException.Kind.FOREIGN_KEY_VIOLATION),
            Map.entry(1452, QueryException.Kind.FOREIGN_KEY_VIOLATION),
            Map.entry(1048, QueryException.Kind.NOT_NULL_VIOLATION),
            Map.entry(1364, QueryException.Kind.NOT_NULL_VIOLATION),
            Map.entry(1264, QueryException.Kind.INVALID_VALUE),
            Map.entry(1366, QueryException.Kind.INVALID_VALUE),
            Map.entry(1406, QueryException.Kind.INVALID_VALUE),
            Map.entry(GROUP_CONCAT_CUT, QueryException.Kind.INCOMPLETE),
            Map.entry(PACKET_EXCEEDED, QueryException.Kind.INCOMPLETE),
            Map.entry(RECURSION_CUT, QueryException.Kind.INCOMPLETE),
            Map.entry(1213, QueryException.Kind.CONFLICT),
            Map.entry(1205, QueryException.Kind.LOCK_TIMEOUT),
            Map.entry(3572, QueryException.Kind.LOCK_TIMEOUT), // nowait
            Map.entry(1044, QueryException.Kind.AUTHENTICATION),
            Map.entry(1045, QueryException.Kind.AUTHENTICATION),
            Map.entry(1049, QueryException.Kind.UNKNOWN_DATABASE),
            Map.entry(1053, QueryException.Kind.CONNECTION),
            Map.entry(1317, QueryException.Kind.TIMEOUT));

    private static final Codecs CODECS = Codecs.standard()
            .with(Kind.UUID, new UuidCodec())
            .with(Kind.TIMESTAMP, new TimestampCodec())
            .with(Kind.INSTANT, new InstantCodec())
            .with(Kind.REAL, new RealCodec());

    /**
     * Creates a dialect.
     *
     * @param name the database's name, as errors show it
     */
    protected MySqlFamilyDialect(String name, int majorVersion, int minorVersion) {
        super(name, majorVersion, minorVersion);
    }

    /** The collation that compares and sorts texts of {@code utf8mb4} by their bytes, trailing blanks among them. */
    protected abstract String binaryCollation();

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

    /** The smallest default of {@code max_allowed_packet}, halved for what the drivers add. */
    @Override
    public long maximumStatementBytes() {
        return 8L << 20;
    }

    @Override
    public UpsertOutcomes upsertOutcomes() {
        return UpsertOutcomes.BY_COUNT;
    }

    @Override
    public String standInFor(RowWrite<?> write) {
        if (!(write instanceof Insert<?, ?> insert) || insert.conflict() == null) {
            return "";
        }
        return this + " has no on conflict: on duplicate key update"
                + (insert.conflict().updates()
                        ? insert.conflict().condition() == null
                                ? ""
                                : ", with the condition in what each column is set to"
                        : " of a column to its own value, for insert ignore would ignore other errors too");
    }

    @Override
    public int longestIdentifier() {
        return 64;
    }

    @Override
    protected Spellings spellings() {
        return MySqlFunctions.ALL;
    }

    /** Whether an index can sort by an expression. */
    protected abstract boolean indexesExpressions();

    /** What reads the database, in the words of a dialect. */
    protected abstract Catalog catalog(DdlDialect words);

    @Override
    public DdlDialect ddl() {
        return new MySqlDdl(this);
    }

    /** What these servers cut they only warn of. */
    @Override
    public void requireComplete(Statement statement) throws SQLException {
        for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            switch (warning.getErrorCode()) {
                case GROUP_CONCAT_CUT, PACKET_EXCEEDED, RECURSION_CUT -> throw warning;
                default -> {}
            }
        }
    }

    @Override
    public QueryException.Kind classify(SQLException exception) {
        QueryException.Kind kind = ERRORS.get(exception.getErrorCode());
        return kind != null ? kind : super.classify(exception);
    }

    @Override
    public Violation violation(SQLException exception, QueryException.Kind kind, DeclaredConstraints written) {
        return MySqlErrors.violation(String.valueOf(exception.getMessage()), kind, written);
    }
}
