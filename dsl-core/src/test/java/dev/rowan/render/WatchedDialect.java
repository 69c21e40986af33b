package dev.rowan.render;

import dev.rowan.error.QueryException;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.SortKey;
import dev.rowan.query.RowWrite;
import dev.rowan.query.SqlStatement;
import dev.rowan.type.Codecs;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Another dialect, which tells of each statement before it renders it. */
public final class WatchedDialect extends Dialect {
    private final Dialect dialect;
    private final BiConsumer<SqlStatement, @Nullable Identifier> watcher;

    /**
     * Watches a dialect.
     *
     * @param watcher gets the statement, and the schema of its tables that name none
     */
    public WatchedDialect(Dialect dialect, BiConsumer<SqlStatement, @Nullable Identifier> watcher) {
        super(dialect.name(), dialect.majorVersion(), dialect.minorVersion());
        this.dialect = dialect;
        this.watcher = watcher;
    }

    @Override
    void rendering(SqlStatement statement, @Nullable Identifier schema) {
        watcher.accept(statement, schema);
    }

    @Override
    protected SqlRenderer renderer(SqlWriter writer) {
        return dialect.renderer(writer);
    }

    @Override
    public Support support(Feature feature) {
        return dialect.support(feature);
    }

    @Override
    public Identifier.Quotes quotes() {
        return dialect.quotes();
    }

    @Override
    public Codecs codecs() {
        return dialect.codecs();
    }

    @Override
    public int maximumBinds() {
        return dialect.maximumBinds();
    }

    @Override
    public long maximumStatementBytes() {
        return dialect.maximumStatementBytes();
    }

    @Override
    public UpsertOutcomes upsertOutcomes() {
        return dialect.upsertOutcomes();
    }

    @Override
    public @Nullable Expression<Boolean> insertedMark() {
        return dialect.insertedMark();
    }

    @Override
    public boolean returnsRows(RowWrite<?> write) {
        return dialect.returnsRows(write);
    }

    @Override
    public String standInFor(RowWrite<?> write) {
        return dialect.standInFor(write);
    }

    @Override
    public int longestIdentifier() {
        return dialect.longestIdentifier();
    }

    @Override
    protected Spellings spellings() {
        return dialect.spellings();
    }

    @Override
    public DdlDialect ddl() {
        return dialect.ddl();
    }

    @Override
    protected String explained(String query) {
        return dialect.explained(query);
    }

    @Override
    public void requireComplete(Statement statement) throws SQLException {
        dialect.requireComplete(statement);
    }

    @Override
    public Streaming streaming() {
        return dialect.streaming();
    }

    @Override
    public SortKey.Nulls nullsOf(boolean descending) {
        return dialect.nullsOf(descending);
    }

    @Override
    public QueryException.Kind classify(SQLException exception) {
        return dialect.classify(exception);
    }

    @Override
    public Violation violation(SQLException exception, QueryException.Kind kind, DeclaredConstraints written) {
        return dialect.violation(exception, kind, written);
    }

    @Override
    public void setReadOnly(Connection connection, boolean readOnly) throws SQLException {
        dialect.setReadOnly(connection, readOnly);
    }

    @Override
    public boolean abortsTransactions() {
        return dialect.abortsTransactions();
    }
}
