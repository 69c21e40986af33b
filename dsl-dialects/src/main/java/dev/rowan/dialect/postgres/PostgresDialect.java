package dev.rowan.dialect.postgres;

import dev.rowan.error.QueryException;
import dev.rowan.expression.Expression;
import dev.rowan.expression.RawSql;
import dev.rowan.expression.SortKey;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DeclaredConstraints;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.Spellings;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.render.Streaming;
import dev.rowan.render.Support;
import dev.rowan.render.UpsertOutcomes;
import dev.rowan.render.Violation;
import dev.rowan.type.Codecs;
import dev.rowan.type.SqlType;
import dev.rowan.type.SqlType.Kind;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, and what answers as it does ({@link PostgresEngine}), through PostgreSQL's own JDBC driver. */
public final class PostgresDialect extends Dialect {
    private static final int ATTEMPTS = 10;
    private static final Codecs CODECS = Codecs.standard()
            .with(Kind.VARCHAR, new PostgresTextCodec())
            .with(Kind.TEXT, new PostgresTextCodec())
            .with(Kind.JSON, new PostgresJsonCodec())
            .withArrays(new PostgresArrayCodec());

    private final PostgresEngine engine;

    /** Creates the dialect of a version. */
    public PostgresDialect(int majorVersion, int minorVersion) {
        this(PostgresEngine.POSTGRESQL, majorVersion, minorVersion);
    }

    /** Creates the dialect of a version of an engine, as that counts its versions. */
    public PostgresDialect(PostgresEngine engine, int majorVersion, int minorVersion) {
        super(engine.words(), majorVersion, minorVersion);
        this.engine = engine;
    }

    @Override
    public Codecs codecs() {
        return CODECS;
    }

    @Override
    public int maximumBinds() {
        return 65_535; // the wire protocol counts them in 16 bits
    }

    /** A copy tells what it has replayed; the primary what it has inserted, for a commit need not wait until that is written. */
    @Override
    public @Nullable String replicationPosition() {
        if (engine.isDistributed()) {
            return null;
        }
        return "select (case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_insert_lsn() end"
                + " - '0/0'::pg_lsn)::bigint";
    }

    @Override
    public int longestIdentifier() {
        return 63; // bytes; the server would silently cut the rest
    }

    @Override
    public Support support(Feature feature) {
        if (engine.lacks(feature)) {
            return Support.REFUSED;
        }
        return switch (feature) {
            case IGNORE_NULLS -> engine.isDistributed() || majorVersion() < 19 ? Support.REFUSED : Support.NATIVE;
            case READ_OF_THE_PAST -> engine == PostgresEngine.COCKROACHDB ? Support.NATIVE : Support.REFUSED;
            case DISTINCT_OVER_WINDOW, UPDATE_ON_ANY_CONFLICT -> Support.REFUSED;
            default -> super.support(feature);
        };
    }

    @Override
    protected Spellings spellings() {
        return PostgresFunctions.ALL;
    }

    @Override
    protected SqlRenderer renderer(SqlWriter writer) {
        return new PostgresRenderer(this, writer);
    }

    @Override
    public DdlDialect ddl() {
        return new PostgresDdl(this, engine);
    }

    /** In auto-commit mode the driver reads all rows into memory, whatever the fetch size. */
    @Override
    public Streaming streaming() {
        return new Streaming(1_000, true, false);
    }

    @Override
    public UpsertOutcomes upsertOutcomes() {
        return engine.isDistributed() ? UpsertOutcomes.UNKNOWN : UpsertOutcomes.RETURNED;
    }

    /** A row that was found has been locked by the transaction that updates it, and says so. */
    @Override
    public @Nullable Expression<Boolean> insertedMark() {
        return engine.isDistributed() ? null : RawSql.of("(xmax = 0)").as(SqlType.BOOLEAN);
    }

    @Override
    public Violation violation(SQLException exception, QueryException.Kind kind, DeclaredConstraints written) {
        return PostgresErrors.violation(exception, kind, written);
    }

    @Override
    public boolean abortsTransactions() {
        return true;
    }

    @Override
    public int usualAttempts() {
        return engine.isDistributed() ? ATTEMPTS : super.usualAttempts();
    }

    @Override
    public String readOfThePast(Duration age) {
        return engine == PostgresEngine.COCKROACHDB
                ? "set transaction as of system time '-" + age.toMillis() + "ms'"
                : super.readOfThePast(age);
    }

    /** NULL is the largest value, and CockroachDB's smallest. */
    @Override
    public SortKey.Nulls nullsOf(boolean descending) {
        boolean largest = engine != PostgresEngine.COCKROACHDB;
        return descending == largest ? SortKey.Nulls.FIRST : SortKey.Nulls.LAST;
    }
}
