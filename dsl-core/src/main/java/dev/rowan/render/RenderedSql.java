package dev.rowan.render;

import dev.rowan.expression.BoundRows;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Setting;
import dev.rowan.schema.Table;
import dev.rowan.type.Codecs;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A statement in the SQL of one dialect: its text, with a {@code ?} for each of its binds. Immutable. */
public sealed class RenderedSql permits RenderedSql.Rare {
    private final String text;
    private final BoundValue<?>[] binds; // may be longer than it is filled
    private final int bindCount;

    private RenderedSql(String text, BoundValue<?>[] binds, int bindCount) {
        this.text = text;
        this.binds = binds;
        this.bindCount = bindCount;
    }

    /** The text. */
    public final String text() {
        return text;
    }

    /** The values, in the order of their placeholders. */
    public final List<BoundValue<?>> binds() {
        List<BoundValue<?>> all = new ArrayList<>(bindCount());
        BoundRows rows = rows();
        if (rows != null) {
            rows.forEach(row -> row.forEach(value -> all.add((BoundValue<?>) value)));
        }
        all.addAll(Arrays.asList(binds).subList(0, bindCount));
        return Collections.unmodifiableList(all);
    }

    /** The rows whose values come before all others; null of most statements. */
    @Nullable
    BoundRows rows() {
        return null;
    }

    RenderedSql withText(String newText) {
        Traits kept = new Traits(false, false, needsPrimary(), writtenTable(), rows());
        return of(newText, binds, bindCount, kept, settings());
    }

    /** The same with a comment at its end. */
    public final RenderedSql with(SqlComment comment) {
        return of(comment.after(text), binds, bindCount, traits(), settings());
    }

    /** Whether it is a query that, when its rows are fetched, writes rows too. */
    public boolean writesRows() {
        return false;
    }

    /** A definition, which binds nothing. */
    static RenderedSql of(String text) {
        return new RenderedSql(text, new BoundValue<?>[0], 0);
    }

    static RenderedSql of(
            String text, BoundValue<?>[] binds, int bindCount, @Nullable Traits traits, List<Setting<?>> settings) {
        return traits == null && settings.isEmpty()
                ? new RenderedSql(text, binds, bindCount)
                : new Rare(text, binds, bindCount, traits == null ? Traits.NONE : traits, settings);
    }

    /** What most statements are not. */
    record Traits(
            boolean writesRows,
            boolean retried,
            boolean needsPrimary,
            @Nullable Table<?> written,
            @Nullable BoundRows rows) {
        static final Traits NONE = new Traits(false, false, false, null, null);
    }

    /**
     * The same with the values of the settings that it reads.
     *
     * @param values yields the value of a setting, or throws
     */
    public RenderedSql with(Function<Setting<?>, BoundValue<?>> values) {
        return this;
    }

    final RenderedSql filled(int[] settingOf, BoundValue<?>[] given, @Nullable Traits traits) {
        BoundValue<?>[] filled = Arrays.copyOf(binds, bindCount);
        for (int i = 0; i < bindCount; i++) {
            if (settingOf[i] >= 0) {
                filled[i] = given[settingOf[i]];
            }
        }
        return of(text, filled, bindCount, traits, List.of());
    }

    @Nullable
    Traits traits() {
        return null;
    }

    /**
     * Whether a copy of the database, which is read only and may be behind, cannot run it: it writes or locks rows, or is written by hand,
     * so that nobody knows what it does.
     */
    public boolean needsPrimary() {
        return false;
    }

    /** The settings that it reads, whose places among the binds are empty. */
    public List<Setting<?>> settings() {
        return List.of();
    }

    /**
     * Whether it is tried again if it violates a unique key: the database has looked for the key before it inserted, and another
     * transaction has inserted it meanwhile.
     */
    public boolean isRetried() {
        return false;
    }

    /** The table that it inserts into, updates or deletes from; null of a query, a definition and SQL by hand. */
    public @Nullable Table<?> writtenTable() {
        return null;
    }

    final int bindCount() {
        BoundRows rows = rows();
        return rows == null ? bindCount : rows.size() * rows.width() + bindCount;
    }

    /** What it does to which table: {@code select orders}; only the first word of what has no table. Never a value. */
    public final String summary() {
        return SqlSummary.of(text);
    }

    /** The text with each clause on a line of its own, for logs and people. */
    public final String pretty() {
        return ReadableSql.pretty(text);
    }

    /** The text with the values in it, for people: it shows what may be secret, and must never be sent to a database. */
    public final String inlined() {
        return ReadableSql.inlined(text, binds());
    }

    /** How many bytes text and values have at most on their way to the server, roughly. */
    public final long mostBytes() {
        long bytes = text.length();
        BoundRows rows = rows();
        for (int row = 0; rows != null && row < rows.size(); row++) {
            for (int i = 0; i < rows.width(); i++) {
                bytes += mostBytes(rows.value(row, i));
            }
        }
        for (int i = 0; i < bindCount; i++) {
            bytes += mostBytes(binds[i].value());
        }
        return bytes;
    }

    private static long mostBytes(@Nullable Object value) {
        if (value instanceof String text) {
            return 3L * text.length();
        } else if (value instanceof byte[] raw) {
            return 2L * raw.length; // escaped, at worst
        }
        // Asked of each value of many rows, whether it is of an interface would take most of the time.
        return value == null || value instanceof Number || !(value instanceof CharSequence text)
                ? 16
                : 3L * text.length();
    }

    /** Binds all values to a statement that was prepared with the text. */
    public final void bind(PreparedStatement statement, Codecs codecs) throws SQLException {
        BoundRows rows = rows();
        int before = 0;
        for (int row = 0; rows != null && row < rows.size(); row++) {
            bind(rows, row, statement, before, codecs);
            before += rows.width();
        }
        for (int i = 0; i < bindCount; i++) {
            bind(binds[i], statement, before + i + 1, codecs);
        }
    }

    /** Whether it binds one row and nothing else, so that other rows of the same types can be bound in its place. */
    public final boolean bindsOneRow() {
        BoundRows rows = rows();
        return rows != null && rows.size() == 1 && bindCount == 0;
    }

    private static void bind(BoundRows rows, int row, PreparedStatement statement, int before, Codecs codecs)
            throws SQLException {
        for (int i = 0; i < rows.width(); i++) {
            rows.type(i).bind(codecs, statement, before + i + 1, rows.value(row, i));
        }
    }

    private static <T extends @Nullable Object> void bind(
            BoundValue<T> bound, PreparedStatement statement, int index, Codecs codecs) throws SQLException {
        bound.type().bind(codecs, statement, index, bound.value());
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof RenderedSql that && text.equals(that.text) && binds().equals(that.binds());
    }

    @Override
    public final int hashCode() {
        return text.hashCode();
    }

    /** The text without the values, which may be secret. */
    @Override
    public final String toString() {
        return text;
    }

    /** One that knows more than most need to know. */
    static final class Rare extends RenderedSql {
        private static final int[] NO_PLACES = {};

        private final Traits traits;
        private final List<Setting<?>> settings;
        private final int[] settingOf; // each bind is the place of; -1 for a value

        private Rare(String text, BoundValue<?>[] binds, int bindCount, Traits traits, List<Setting<?>> settings) {
            super(text, binds, bindCount);
            this.traits = traits;
            this.settings = List.copyOf(settings);
            this.settingOf = settingOf(binds, bindCount, settings);
        }

        /** By their identity, for another bind may be NULL of the same type. */
        private static int[] settingOf(BoundValue<?>[] binds, int bindCount, List<Setting<?>> settings) {
            if (settings.isEmpty()) {
                return NO_PLACES; // of most writes
            }
            IdentityHashMap<BoundValue<?>, Integer> places = new IdentityHashMap<>();
            settings.forEach(setting -> places.put(setting.placeholder(), places.size()));
            int[] found = new int[bindCount];
            for (int i = 0; i < found.length; i++) {
                found[i] = places.getOrDefault(binds[i], -1);
            }
            return found;
        }

        @Override
        public RenderedSql with(Function<Setting<?>, BoundValue<?>> values) {
            if (settings.isEmpty()) {
                return this;
            }
            BoundValue<?>[] given = new BoundValue<?>[settings.size()];
            for (int i = 0; i < given.length; i++) {
                given[i] = values.apply(settings.get(i));
            }
            return filled(settingOf, given, traits());
        }

        @Override
        public boolean writesRows() {
            return traits.writesRows();
        }

        @Override
        Traits traits() {
            return traits;
        }

        @Override
        @Nullable
        BoundRows rows() {
            return traits.rows();
        }

        @Override
        public boolean needsPrimary() {
            return traits.needsPrimary() || traits.writesRows() || traits.written() != null;
        }

        @Override
        public List<Setting<?>> settings() {
            return settings;
        }

        @Override
        public boolean isRetried() {
            return traits.retried();
        }

        @Override
        public @Nullable Table<?> writtenTable() {
            return traits.written();
        }
    }
}
