package dev.rowan.query;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.ValidationException;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Functions;
import dev.rowan.expression.Selectable;
import dev.rowan.schema.Automatic;
import dev.rowan.schema.Column;
import dev.rowan.schema.DefaultFilter;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.type.SqlType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is done to every write before it is rendered, so that it is the same for single rows, many, and upserts: automatic columns are
 * filled, the rules of the columns are checked, and a delete of a table whose rows are deleted softly becomes an update.
 */
public final class Preparation {
    private final WriteContext context;
    private final @Nullable Set<? extends Column<?, ?>> later; // not null if it is only checked, and prepared again

    private Preparation(WriteContext context, @Nullable Set<? extends Column<?, ?>> later) {
        this.context = context;
        this.later = later;
    }

    /**
     * The write as it is sent.
     *
     * @throws ValidationException if values break rules of their columns
     * @throws InvalidQueryException if it writes another part of a table than that of the setting, or the setting has no value
     */
    public static <R> RowWrite<R> of(RowWrite<R> write, WriteContext context) {
        Preparation preparation = new Preparation(context, null);
        if (write instanceof Insert<R, ?> insert) {
            return insert.isPrepared() ? insert : preparation.insert(insert);
        } else if (write instanceof InsertSelect<R> insert) {
            return preparation.insertSelect(insert);
        } else if (write instanceof Update<R> update) {
            return preparation.update(update);
        } else if (write instanceof Delete<R> delete && !delete.isHard()) {
            return preparation.softDelete(delete);
        }
        return write;
    }

    /**
     * Adds what is wrong with rows that are going to be inserted later, without making them: no key of Rowan's is drawn for them.
     *
     * @param firstRow the index of the first of them
     * @param later columns of which the values will be known later, and are checked then
     * @throws InvalidQueryException if it writes another part of a table than that of the setting, or the setting has no value
     */
    public static <R> void checkAhead(
            Insert<R, ?> insert,
            WriteContext context,
            long firstRow,
            Set<? extends Column<?, ?>> later,
            Violations violations) {
        Filled<R> filled = new Preparation(context, later).filled(insert);
        new Validation(insert.table(), violations, context.recordChecks(), firstRow, later)
                .insert(insert, filled.columns, filled.rows);
    }

    /** The columns and values of an insert, automatic ones among them. */
    private record Filled<R>(List<Column<R, ?>> columns, List<List<Expression<?>>> rows) {}

    private <R, S extends Table<R>> Insert<R, S> insert(Insert<R, S> insert) {
        Filled<R> filled = filled(insert);
        Conflict<R> conflict = insert.conflict();
        if (insert.isChecked()) {
            Violations violations = new Violations();
            Validation validation = new Validation(insert.table(), violations, context.recordChecks());
            validation.insert(insert, filled.columns, filled.rows);
            if (conflict != null) {
                validation.update(conflict.assignments());
            }
            violations.requireNone();
        }
        return insert.prepared(filled.columns, filled.rows, conflict == null ? null : conflict(insert, conflict));
    }

    private <R> Filled<R> filled(Insert<R, ?> insert) {
        Table<R> table = insert.table();
        if (!hasAutomatic(table)) {
            return new Filled<>(insert.columns(), insert.values());
        }
        List<Column<R, ?>> columns = new ArrayList<>(insert.columns());
        List<List<Expression<?>>> rows = insert.newValues();
        for (Column<R, ?> column : table.columns()) {
            Automatic<?> automatic = column.automatic();
            if (automatic == null) {
                continue;
            }
            int index = columns.indexOf(column);
            if (index < 0) {
                columns.add(column);
                rows.forEach(row -> row.add(first(column, automatic)));
            } else if (automatic instanceof Automatic.Generated) {
                rows.forEach(row -> {
                    if (isNull(row.get(index))) {
                        row.set(index, first(column, automatic));
                    }
                });
            } else if (automatic instanceof Automatic.Partition<?> partition
                    && (later == null || !later.contains(column))) {
                rows.forEach(row -> row.set(index, ofPart(column, row.get(index), partition)));
            }
        }
        return new Filled<>(columns, rows);
    }

    private static boolean hasAutomatic(Table<?> table) {
        for (Column<?, ?> column : table.columns()) {
            if (column.automatic() != null) {
                return true;
            }
        }
        return false;
    }

    /** An update of the row that is there touches what any update does, and no row that the statement does not see. */
    private <R> Conflict<R> conflict(Insert<R, ?> insert, Conflict<R> conflict) {
        Table<R> table = insert.table();
        if (!conflict.updates()) {
            return conflict;
        }
        List<Assignment> assignments = new ArrayList<>(conflict.assignments());
        requireSamePart(assignments);
        touch(table, assignments);
        Condition condition = conflict.condition();
        for (DefaultFilter filter : table.filters()) {
            boolean implied = conflict.key() != null
                    && conflict.key().columns().stream()
                            .anyMatch(column -> column.automatic() instanceof Automatic.Partition)
                    && !filter.hidesReferred();
            if (!implied) {
                condition = condition == null ? filter.condition() : condition.and(filter.condition());
            }
        }
        return new Conflict<>(conflict.key(), true, assignments, condition);
    }

    /** What a new row gets. */
    private Expression<?> first(Column<?, ?> column, Automatic<?> automatic) {
        if (automatic instanceof Automatic.Generated<?> generated) {
            if (later != null) {
                return column; // no value, for the one that is drawn later would be another
            }
            return Insert.bound(column, generated.source().get());
        } else if (automatic instanceof Automatic.Partition<?> partition) {
            return part(column, partition);
        } else if (automatic instanceof Automatic.Version) {
            return BoundValue.ofNumber(column.type(), 0);
        }
        return now(column);
    }

    private static boolean isNull(Expression<?> value) {
        return value instanceof BoundValue<?> bound && bound.value() == null;
    }

    private Expression<?> part(Column<?, ?> column, Automatic.Partition<?> partition) {
        Object value = context.valueOf(partition.setting()).value();
        return Insert.bound(column, value);
    }

    private Expression<?> ofPart(Column<?, ?> column, Expression<?> given, Automatic.Partition<?> partition) {
        Expression<?> part = part(column, partition);
        if (!isNull(given) && !given.equals(part)) {
            throw new InvalidQueryException("expected rows of the part of " + column.table() + " that the setting "
                    + partition.setting() + " says, got another value for " + column
                    + "; leave the column to Rowan, or take a database handle with the other value");
        }
        return part;
    }

    private BoundValue<?> now(Column<?, ?> column) {
        return time(column.type(), context.now());
    }

    private static <T> BoundValue<T> time(SqlType<T> type, Instant now) {
        Object value = switch (type.kind()) {
            case INSTANT -> now;
            case TIMESTAMP -> LocalDateTime.ofInstant(now, ZoneOffset.UTC);
            case DATE -> LocalDate.ofInstant(now, ZoneOffset.UTC);
            default ->
                throw new IllegalStateException(
                        "expected a column of a date, or of a date and a time, for when something was done, got one of "
                                + type);
        };
        return new BoundValue<>(type, type.fromColumn(value));
    }

    private <R> InsertSelect<R> insertSelect(InsertSelect<R> insert) {
        List<Column<R, ?>> columns = new ArrayList<>(insert.columns());
        List<Selectable<?>> values = new ArrayList<>();
        for (Column<R, ?> column : insert.table().columns()) {
            Automatic<?> automatic = column.automatic();
            boolean given = columns.contains(column);
            if (given && automatic instanceof Automatic.Partition<?> partition) {
                throw new InvalidQueryException("expected " + column + " to be left to Rowan, which sets it to "
                        + partition.setting() + ", got it among the columns of an insert; leave it out");
            } else if (!given && automatic != null && !(automatic instanceof Automatic.Generated)) {
                columns.add(column);
                values.add(literal((BoundValue<?>) first(column, automatic)).as("rowan_" + values.size()));
            }
        }
        if (values.isEmpty()) {
            return insert;
        }
        if (!(insert.query() instanceof Select<?, ?> select) || select.isDistinct()) {
            throw new InvalidQueryException("expected a plain select for an insert into " + insert.table()
                    + ", whose automatic columns Rowan adds to it, got "
                    + insert.query().getClass().getSimpleName()
                    + "; select from derived(query, \"d\")");
        }
        return new InsertSelect<>(insert.table(), columns, select.withTrailing(values));
    }

    private static <T> Expression<?> literal(BoundValue<T> value) {
        return Functions.value(value.type(), value.value());
    }

    private <R> Update<R> update(Update<R> update) {
        List<Assignment> all = new ArrayList<>(update.assignments());
        requireSamePart(all);
        touch(update.table(), all);
        if (update.isChecked()) {
            Violations violations = new Violations();
            Validation validation = new Validation(update.table(), violations, context.recordChecks());
            validation.update(update.assignments());
            Update.Taken<R> taken = update.taken();
            if (taken != null) {
                validation.record(taken.record(), taken.columns(), 0);
            }
            violations.requireNone();
        }
        return update.with(all);
    }

    private static void requireSamePart(List<Assignment> assignments) {
        for (Assignment assignment : assignments) {
            if (assignment.column().automatic() instanceof Automatic.Partition<?> partition) {
                throw new InvalidQueryException("expected rows to stay in their part, which is that of the setting "
                        + partition.setting() + ", got an update that sets " + assignment.column()
                        + "; insert them there, and delete them here");
            }
        }
    }

    /** Adds what an update writes by itself. */
    private void touch(Table<?> table, List<Assignment> assignments) {
        Set<Column<?, ?>> set = new HashSet<>();
        assignments.forEach(assignment -> set.add(assignment.column()));
        for (Column<?, ?> column : table.columns()) {
            if (set.contains(column)) {
                continue;
            }
            if (column.automatic() instanceof Automatic.UpdatedAt) {
                assignments.add(new Assignment(column, now(column)));
            } else if (column.automatic() instanceof Automatic.Version) {
                assignments.add(new Assignment(column, ((NumberColumn<?, ?>) column).plus(1)));
            }
        }
    }

    private <R> Update<R> softDelete(Delete<R> delete) {
        TemporalColumn<R, ?> deletedAt = Objects.requireNonNull(delete.table().deletedAt());
        if (delete.unfiltered().contains(DefaultFilter.SOFT_DELETE)) {
            throw new InvalidQueryException("expected a delete of rows that are not deleted yet, got one of "
                    + delete.table() + " that sees deleted ones; say hardDeleteFrom(…)");
        }
        List<Assignment> assignments = new ArrayList<>();
        assignments.add(new Assignment(deletedAt, now(deletedAt)));
        touch(delete.table(), assignments);
        return new Update<>(delete.table(), assignments, delete.condition(), delete.unfiltered(), null, true);
    }
}
