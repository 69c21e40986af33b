package dev.rowan.execute;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Setting;
import dev.rowan.query.BoundQuery;
import dev.rowan.query.Delete;
import dev.rowan.query.Insert;
import dev.rowan.query.Preparation;
import dev.rowan.query.RowWrite;
import dev.rowan.query.Update;
import dev.rowan.query.Violations;
import dev.rowan.query.WriteContext;
import dev.rowan.schema.Column;
import dev.rowan.schema.RecordCheck;
import dev.rowan.schema.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a database handle says of all that it runs: the clock, the values of settings, who listens to writes and checks records. Immutable. */
final class Writes {
    static final Writes NONE = new Writes(Clock.systemUTC(), Map.of(), List.of(), List.of(), null);

    private final Clock clock;
    private final Map<Setting<?>, BoundValue<?>> settings;
    private final List<Heard<?>> listeners;
    private final List<RecordCheck> checks;
    private final @Nullable BoundQuery<?> compiled; // whose values are those of settings too, while it is run

    private Writes(
            Clock clock,
            Map<Setting<?>, BoundValue<?>> settings,
            List<Heard<?>> listeners,
            List<RecordCheck> checks,
            @Nullable BoundQuery<?> compiled) {
        this.clock = clock;
        this.settings = settings;
        this.listeners = listeners;
        this.checks = checks;
        this.compiled = compiled;
    }

    Writes with(BoundQuery<?> query) {
        return new Writes(clock, settings, listeners, checks, query);
    }

    /** A listener and the table that it listens to. */
    private record Heard<R>(Table<R> table, TableListener<R> listener) {}

    Writes with(Clock newClock) {
        return new Writes(newClock, settings, listeners, checks, compiled);
    }

    <T> Writes with(Setting<T> setting, T value) {
        Map<Setting<?>, BoundValue<?>> more = new HashMap<>(settings);
        more.put(setting, BoundValue.of(setting.type(), value));
        return new Writes(clock, Map.copyOf(more), listeners, checks, compiled);
    }

    <R> Writes with(Table<R> table, TableListener<R> listener) {
        List<Heard<?>> more = new ArrayList<>(listeners);
        more.add(new Heard<>(table, listener));
        return new Writes(clock, settings, List.copyOf(more), checks, compiled);
    }

    Writes with(RecordCheck check) {
        List<RecordCheck> more = new ArrayList<>(checks);
        more.add(check);
        return new Writes(clock, settings, listeners, List.copyOf(more), compiled);
    }

    BoundValue<?> valueOf(Setting<?> setting) {
        BoundValue<?> value = compiled == null ? null : compiled.valueOf(setting);
        if (value == null) {
            value = settings.get(setting);
        }
        if (value == null) {
            throw new InvalidQueryException("expected a value of the setting " + setting
                    + ", which the statement reads, got none; nothing was sent; say db.with(" + setting + ", value)");
        }
        return value;
    }

    /** The write as it is sent: what the listeners make of it, filled in and checked. */
    <R> RowWrite<R> prepared(RowWrite<R> write) {
        if (write instanceof Insert<R, ?> insert && insert.isPrepared()) {
            return write;
        }
        RowWrite<R> changed = write;
        for (TableListener<R> listener : of(write.table())) {
            if (changed instanceof Insert<R, ?> insert) {
                changed = listener.beforeInsert(insert);
            } else if (changed instanceof Update<R> update) {
                changed = listener.beforeUpdate(update);
            } else if (changed instanceof Delete<R> delete) {
                changed = listener.beforeDelete(delete);
            }
        }
        return Preparation.of(changed, context());
    }

    /** Adds what is wrong with rows that are to be inserted later, unless somebody listens who may change them. */
    <R> void checkAhead(Insert<R, ?> insert, long firstRow, Set<? extends Column<?, ?>> later, Violations violations) {
        if (!areHeard(insert.table())) {
            Preparation.checkAhead(insert, context(), firstRow, later, violations);
        }
    }

    private WriteContext context() {
        Instant now = clock.instant();
        return new WriteContext() {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public BoundValue<?> valueOf(Setting<?> setting) {
                return Writes.this.valueOf(setting);
            }

            @Override
            public List<RecordCheck> recordChecks() {
                return checks;
            }
        };
    }

    /** Tells that a write was done. */
    <R> void after(RowWrite<R> write, long rows) {
        of(write.table()).forEach(listener -> listener.after(write, rows));
    }

    /** Tells that a write was committed. */
    <R> void afterCommit(RowWrite<R> write, long rows) {
        of(write.table()).forEach(listener -> listener.afterCommit(write, rows));
    }

    /** Whether anybody listens to any table. */
    boolean areHeard() {
        return !listeners.isEmpty();
    }

    boolean areHeard(Table<?> table) {
        return !of(table).isEmpty();
    }

    @SuppressWarnings("unchecked") // the listener of the table of R
    private <R> List<TableListener<R>> of(Table<R> table) {
        List<TableListener<R>> found = new ArrayList<>(0);
        for (Heard<?> heard : listeners) {
            if (heard.table == table) {
                found.add((TableListener<R>) heard.listener);
            }
        }
        return found;
    }
}
