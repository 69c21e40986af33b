package dev.rowan.render;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.BoundRows;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.Setting;
import dev.rowan.schema.Rows;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the text of a statement and its binds, in step. For one statement and one thread. */
public sealed class SqlWriter permits DefinitionWriter {
    private static final BoundValue<?>[] NO_BINDS = {};

    private StringBuilder text = TextBuffers.take();
    private final Dialect dialect;
    private final @Nullable Identifier schema; // of tables that name none
    private final Identifier.Quotes quotes;
    private @Nullable BoundRows rows; // whose values come before the binds
    private BoundValue<?>[] binds = NO_BINDS;
    private boolean needsPrimary;
    private int bindCount;
    private Set<Setting<?>> settings = Set.of(); // whose placeholders are among the binds

    SqlWriter(Dialect dialect, @Nullable Identifier schema) {
        this.dialect = dialect;
        this.schema = schema;
        this.quotes = dialect.quotes();
    }

    /** Appends SQL text, which must never come from a value. */
    public SqlWriter append(String sql) {
        text.append(sql);
        return this;
    }

    /**
     * Appends a name in quotes.
     *
     * @throws InvalidQueryException if the name is longer than the server allows
     */
    public SqlWriter append(Identifier identifier) {
        dialect.requireLength(identifier);
        identifier.appendTo(text, quotes);
        return this;
    }

    /** A writer for another part of the same statement. */
    SqlWriter fresh() {
        return new SqlWriter(dialect, schema);
    }

    /** The name of a table in the database, in the schema of the statement if the table names none. */
    public Identifier nameOf(Table<?> table) {
        boolean unqualified = table.tableName().schema() == null && table.rows() == Rows.STORED;
        return schema != null && unqualified ? table.identifier().in(schema) : table.identifier();
    }

    /** Appends a part of the text again. */
    SqlWriter repeat(int start, int end) {
        text.append(text, start, end);
        return this;
    }

    /** How long the text is, for {@link #insert}. */
    public int length() {
        return text.length();
    }

    /** Where the keyword ends that begins at a position, parentheses before it left out. */
    public int endOfWord(int position) {
        int end = position;
        while (end < text.length() && text.charAt(end) == '(') {
            end++;
        }
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Inserts SQL text without binds before what has been written since the text was that long. */
    public SqlWriter insert(int position, String sql) {
        text.insert(position, sql);
        return this;
    }

    /** How many values have been bound. */
    int bindCount() {
        return rows == null ? bindCount : rows.size() * rows.width() + bindCount;
    }

    /** Keeps values whose placeholders have been appended as text. */
    void keep(BoundRows values) {
        if (rows == null && bindCount == 0) {
            rows = values;
        } else {
            values.forEach(row -> row.forEach(value -> keep((BoundValue<?>) value)));
        }
    }

    /** Makes binds like all others of the values of rows. */
    private void unfoldRows() {
        BoundRows folded = rows;
        if (folded != null) {
            BoundValue<?>[] after = Arrays.copyOf(binds, bindCount);
            rows = null;
            bindCount = 0;
            folded.forEach(row -> row.forEach(value -> keep((BoundValue<?>) value)));
            for (BoundValue<?> value : after) {
                keep(value);
            }
        }
    }

    /** Inserts at a place what another writer has collected, and ends that one. */
    void insert(Position place, SqlWriter other) {
        text.insert(place.text, other.text);
        needsPrimary |= other.needsPrimary;
        read(other.settings);
        other.unfoldRows();
        if (other.bindCount > 0) {
            unfoldRows();
        }
        int after = bindCount - place.binds;
        for (int i = 0; i < other.bindCount; i++) {
            keep(other.binds[i]);
        }
        if (after > 0 && other.bindCount > 0) {
            System.arraycopy(binds, place.binds, binds, place.binds + other.bindCount, after);
            System.arraycopy(other.binds, 0, binds, place.binds, other.bindCount);
        }
        other.release();
    }

    /** Appends a placeholder and keeps the value for it. */
    public SqlWriter bind(BoundValue<?> value) {
        keep(value);
        text.append('?');
        return this;
    }

    /** Appends SQL text that holds one placeholder, for the value of a setting. */
    SqlWriter append(String sql, Setting<?> setting) {
        read(setting);
        return append(sql, setting.placeholder());
    }

    private void read(Set<Setting<?>> others) {
        if (!others.isEmpty()) {
            others.forEach(this::read);
        }
    }

    private void read(Setting<?> setting) {
        settings = settings.isEmpty() ? new LinkedHashSet<>() : settings;
        settings.add(setting);
    }

    /** Appends SQL text that holds one placeholder, and keeps the value for it. */
    public SqlWriter append(String sql, BoundValue<?> value) {
        keep(value);
        text.append(sql);
        return this;
    }

    /** Makes room for binds, of which there may turn out to be more or less. */
    void expectBinds(int more) {
        if (bindCount + more > binds.length) {
            binds = Arrays.copyOf(binds, bindCount + more);
        }
    }

    private void keep(BoundValue<?> value) {
        if (value.type().kind() == SqlType.Kind.ARRAY) {
            dialect.require(Feature.ARRAY);
        }
        if (bindCount == binds.length) {
            binds = bindCount == 0 ? new BoundValue<?>[4] : Arrays.copyOf(binds, bindCount * 2);
        }
        binds[bindCount++] = value;
    }

    /** Appends what another writer has collected, and ends that one. */
    SqlWriter append(SqlWriter other) {
        if (other.rows != null) {
            keep(other.rows);
        }
        for (int i = 0; i < other.bindCount; i++) {
            keep(other.binds[i]);
        }
        text.append(other.text);
        needsPrimary |= other.needsPrimary;
        read(other.settings);
        other.release();
        return this;
    }

    /** A place in what was written: after so much text and so many binds. */
    record Position(int text, int binds) {
        static final Position START = new Position(0, 0);
    }

    /** Where the writing has come to. */
    Position position() {
        return new Position(text.length(), bindCount());
    }

    Dialect dialect() {
        return dialect;
    }

    /** The schema of tables that name none; null for the connection's own. */
    @Nullable
    Identifier schema() {
        return schema;
    }

    /** Whether it writes an expression in a definition, where columns stand by their own names. */
    boolean isDefinition() {
        return false;
    }

    /** What has been written. */
    String text() {
        return text.toString();
    }

    /** Says that only the primary of several servers can run the statement. */
    void requirePrimary() {
        needsPrimary = true;
    }

    RenderedSql finish(boolean writesRows, boolean retried, @Nullable Table<?> written) {
        RenderedSql.Traits traits = writesRows || retried || needsPrimary || written != null || rows != null
                ? new RenderedSql.Traits(writesRows, retried, needsPrimary, written, rows)
                : null;
        RenderedSql finished = RenderedSql.of(
                text.toString(), binds, bindCount, traits, settings.isEmpty() ? List.of() : List.copyOf(settings));
        release();
        return finished;
    }

    /** Ends the writing, after which nothing of it can be read or written. */
    @SuppressWarnings("NullAway") // a use after the end shall fail, rather than show in another statement
    private void release() {
        TextBuffers.giveBack(text);
        text = null;
    }
}
