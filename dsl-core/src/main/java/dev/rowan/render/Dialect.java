package dev.rowan.render;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.QueryException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.SortKey;
import dev.rowan.query.Returning;
import dev.rowan.query.RowWrite;
import dev.rowan.query.SqlStatement;
import dev.rowan.type.Codecs;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * One database at one version: how its SQL differs from the standard, what it lacks, how its driver moves values and
 * what its errors mean. Made for extension: a dialect overrides what differs. Immutable and thread-safe.
 */
public abstract class Dialect {
    private final String name;
    private final int majorVersion;
    private final int minorVersion;

    /**
     * Creates a dialect.
     *
     * @param name the database's name, as errors show it
     */
    protected Dialect(String name, int majorVersion, int minorVersion) {
        this.name = name;
        this.majorVersion = majorVersion;
        this.minorVersion = minorVersion;
    }

    /** The database's name. */
    public final String name() {
        return name;
    }

    /** The server's major version. */
    public final int majorVersion() {
        return majorVersion;
    }

    /** The server's minor version. */
    public final int minorVersion() {
        return minorVersion;
    }

    /** How a feature is supported; what the standard has words for is native unless the dialect says otherwise. */
    public Support support(Feature feature) {
        return feature == Feature.READ_OF_THE_PAST ? Support.REFUSED : Support.NATIVE;
    }

    /**
     * Refuses what the database lacks.
     *
     * @throws UnsupportedFeatureException if the feature is refused
     */
    public final void require(Feature feature) {
        if (support(feature) == Support.REFUSED) {
            throw new UnsupportedFeatureException(feature.words(), toString(), feature.alternative());
        }
    }

    /** The quotes around names. */
    public Identifier.Quotes quotes() {
        return Identifier.Quotes.DOUBLE;
    }

    /** How values travel. */
    public Codecs codecs() {
        return Codecs.standard();
    }

    /** How many values one statement can bind. */
    public int maximumBinds() {
        return 32_767;
    }

    /** How many bytes of text and values one statement can have, at least. */
    public long maximumStatementBytes() {
        return 64L << 20; // more would cost memory and win nothing
    }

    /**
     * Whether many rows are inserted sooner by a statement of one row that is run again and again than by one statement of all rows. So
     * it is where the database runs in this process: a statement is no message to a server, but its text must be parsed.
     */
    public boolean insertsRowByRow() {
        return false;
    }

    /** How the database tells whether an upsert has inserted a row or has found it. */
    public UpsertOutcomes upsertOutcomes() {
        return UpsertOutcomes.UNKNOWN;
    }

    /** What an upsert returns of a row to say that it was inserted; null unless outcomes are {@link UpsertOutcomes#RETURNED}. */
    public @Nullable Expression<Boolean> insertedMark() {
        return null;
    }

    /**
     * Whether the SQL of a write can yield the rows itself. Where it cannot, {@code returning} is several statements of an executor, and
     * is not rendered.
     */
    public boolean returnsRows(RowWrite<?> write) {
        return true;
    }

    /**
     * Checks what is to be returned of rows that are written, wherever it comes from. For executors.
     *
     * @throws InvalidQueryException if it is not of these rows alone
     * @throws UnsupportedFeatureException if it needs what the database lacks
     */
    public final void requireReturnable(Returning<?> returning) {
        renderer(new SqlWriter(this, null)).returnedColumns(returning);
    }

    /** What stands in for a write that the database cannot do as it is written, in words for people; empty if nothing does. */
    public String standInFor(RowWrite<?> write) {
        return "";
    }

    /**
     * A query of one number that grows with every commit, on the server that writes and, as far as it has followed, on its copies; null if the
     * server tells none.
     */
    public @Nullable String replicationPosition() {
        return null;
    }

    /** How many bytes of UTF-8 a name can have. */
    public int longestIdentifier() {
        return 128;
    }

    /** Whether a function, by the name that {@link dev.rowan.expression.Call} knows, is refused. */
    public final boolean refuses(String function) {
        Spelling spelling = spellings().get(function);
        return spelling != null && spelling.isRefused();
    }

    /** The sorted names of the functions that are refused. */
    public final SortedSet<String> refusedFunctions() {
        return spellings().refused();
    }

    /** The spellings of the functions; one that has none is {@code name(arguments)}. */
    protected Spellings spellings() {
        return Spellings.standard();
    }

    /** The words before common table expressions of which one reads its own rows, with a blank behind them. */
    protected String withRecursive() {
        return "with recursive ";
    }

    /** Called with each statement before it is rendered, for tests that render it by another dialect too. */
    void rendering(SqlStatement statement, @Nullable Identifier schema) {}

    /** A renderer for one statement. */
    protected SqlRenderer renderer(SqlWriter writer) {
        return new SqlRenderer(this, writer);
    }

    /** How it defines what a database holds. */
    public DdlDialect ddl() {
        return new DdlDialect(this);
    }

    /**
     * Refuses a name that is longer than the server allows.
     *
     * @throws InvalidQueryException with the number
     */
    final void requireLength(Identifier identifier) {
        if (identifier.longestPart() > longestIdentifier()) {
            throw new InvalidQueryException("expected names of at most " + longestIdentifier()
                    + " bytes, got one of " + identifier.longestPart() + ": " + identifier
                    + "; shorten it, for the server would cut it or fail");
        }
    }

    /**
     * Renders a statement.
     *
     * @throws UnsupportedFeatureException if it needs what the database lacks
     * @throws InvalidQueryException if it cannot be run as it is written
     */
    public final RenderedSql render(SqlStatement statement) {
        return render(statement, null);
    }

    /**
     * Renders a statement whose tables are those of a schema, unless they name another.
     *
     * @param schema null for the connection's own
     * @throws UnsupportedFeatureException if it needs what the database lacks
     * @throws InvalidQueryException if it cannot be run as it is written
     */
    public final RenderedSql render(SqlStatement statement, @Nullable Identifier schema) {
        rendering(statement, schema);
        SqlWriter writer = new SqlWriter(this, schema);
        SqlRenderer renderer = renderer(writer);
        statement.accept(renderer);
        RenderedSql rendered = renderer.finish();
        if (rendered.bindCount() > maximumBinds()) {
            throw new InvalidQueryException(this + " binds at most " + maximumBinds() + " values in one statement, got "
                    + rendered.bindCount() + "; split the rows or the list into several statements");
        }
        return rendered;
    }

    /** The statement that yields the plan of a query rather than its rows. */
    public RenderedSql explained(RenderedSql query) {
        return query.withText(explained(query.text()));
    }

    /** The SQL that yields the plan of a query rather than its rows. */
    protected String explained(String query) {
        return "explain " + query;
    }

    /**
     * Checks, when its rows have been read, that a statement yielded all that it should; this one trusts the server.
     *
     * @throws SQLException if the server warns that it cut something
     */
    public void requireComplete(Statement statement) throws SQLException {}

    /** How the driver yields rows a part at a time; this one by its fetch size. */
    public Streaming streaming() {
        return Streaming.BY_FETCH_SIZE;
    }

    /** Where the database puts NULL where an order does not say; this one takes it for the smallest value. */
    public SortKey.Nulls nullsOf(boolean descending) {
        return descending ? SortKey.Nulls.LAST : SortKey.Nulls.FIRST;
    }

    /** What a driver's exception means; this one goes by the SQLSTATEs of the standard. */
    public QueryException.Kind classify(SQLException exception) {
        String state = exception.getSQLState();
        return state == null ? QueryException.Kind.OTHER : SqlStates.kind(state);
    }

    /**
     * Which constraint a driver's exception is about; this one knows none. Where only a sentence of the server tells, its name must
     * stand where no value can, and be one that the table declares.
     *
     * @param written what the table that was written declares; nothing if that is not known
     */
    public Violation violation(SQLException exception, QueryException.Kind kind, DeclaredConstraints written) {
        return Violation.UNKNOWN;
    }

    /**
     * Has a connection refuse whatever writes, or no longer; called outside of a transaction, and only if {@link
     * Feature#READ_ONLY_TRANSACTION} is not refused. This one asks the driver.
     */
    public void setReadOnly(Connection connection, boolean readOnly) throws SQLException {
        connection.setReadOnly(readOnly);
    }

    /**
     * The statement that has a transaction read what was there so long ago, sent before all others; asked for only if {@link
     * Feature#READ_OF_THE_PAST} is not refused, as it is here.
     */
    public String readOfThePast(Duration age) {
        throw new UnsupportedFeatureException(
                Feature.READ_OF_THE_PAST.words(), toString(), Feature.READ_OF_THE_PAST.alternative());
    }

    /**
     * How often a transaction that falls to another is tried in all, where its options do not say; more than once only where that is not the
     * exception.
     */
    public int usualAttempts() {
        return 1;
    }

    /** Whether a transaction in which a statement failed can only be rolled back, to a savepoint or as a whole; here it can go on. */
    public boolean abortsTransactions() {
        return false;
    }

    /** Name and version. */
    @Override
    public String toString() {
        return name + " " + majorVersion + "." + minorVersion;
    }
}
