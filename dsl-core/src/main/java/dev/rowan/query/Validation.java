package dev.rowan.query;

import dev.rowan.error.Violation;
import dev.rowan.expression.BoundRows;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Expression;
import dev.rowan.schema.Column;
import dev.rowan.schema.RecordCheck;
import dev.rowan.schema.Rule;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the values of a write by the rules of their columns, and its records by checks of their own, and adds what is wrong. */
final class Validation {
    private static final String LENGTH = "length"; // as the rule is called too

    private final Table<?> table;
    private final Violations violations;
    private final List<RecordCheck> checks;
    private final long firstRow; // the index of the first row
    private final Set<? extends Column<?, ?>> later; // of which the values are not known yet

    Validation(Table<?> table, Violations violations, List<RecordCheck> checks) {
        this(table, violations, checks, 0, Set.of());
    }

    Validation(
            Table<?> table,
            Violations violations,
            List<RecordCheck> checks,
            long firstRow,
            Set<? extends Column<?, ?>> later) {
        this.table = table;
        this.violations = violations;
        this.checks = checks;
        this.firstRow = firstRow;
        this.later = later;
    }

    /** Checks the rows of an insert, and its records, if it has some. */
    void insert(Insert<?, ?> insert, List<? extends Column<?, ?>> columns, List<? extends List<Expression<?>>> rows) {
        List<Column<?, ?>> missing = new ArrayList<>();
        for (Column<?, ?> column : table.columns()) {
            if (!column.isNullable() && !column.isFilledByDatabase() && !columns.contains(column)) {
                missing.add(column);
            }
        }
        boolean ofRecords = !checks.isEmpty() && !insert.records().isEmpty();
        List<? extends Column<?, ?>> taken = ofRecords ? insert.takenColumns() : List.of();
        boolean[] ruled = new boolean[columns.size()];
        for (int i = 0; i < ruled.length; i++) {
            ruled[i] = isRuled(columns.get(i));
        }
        for (int row = 0; row < rows.size(); row++) {
            for (Column<?, ?> column : missing) {
                add(column, "notNull", "must have a value", row, null);
            }
            if (rows instanceof BoundRows bound) {
                for (int i = 0; i < ruled.length; i++) {
                    checkValue(columns.get(i), ruled[i], bound.value(row, i), row);
                }
            } else {
                List<Expression<?>> values = rows.get(row);
                for (int i = 0; i < ruled.length; i++) {
                    check(columns.get(i), ruled[i], values.get(i), row);
                }
            }
            if (ofRecords) {
                record(insert.records().get(row), taken, row);
            }
        }
    }

    /** Whether some values are against a rule. */
    private static boolean isRuled(Column<?, ?> column) {
        return !column.rules().isEmpty() || column.type().kind() == SqlType.Kind.VARCHAR;
    }

    void update(List<Assignment> assignments) {
        for (Assignment assignment : assignments) {
            check(assignment.column(), isRuled(assignment.column()), assignment.value(), 0);
        }
    }

    /** Checks a record, of which the values of these columns are written. */
    void record(Object record, Collection<? extends Column<?, ?>> taken, int row) {
        for (RecordCheck check : checks) {
            check.check(record, (component, rule, message, value) -> add(taken, component, rule, message, row, value));
        }
    }

    private void add(
            Collection<? extends Column<?, ?>> taken,
            String component,
            String rule,
            String message,
            int row,
            @Nullable Object value) {
        if (component.isEmpty()) {
            violations.add(new Violation(table.toString(), "", rule, message, (int) (firstRow + row), null));
            return;
        }
        for (Column<?, ?> column : taken) {
            if (RequestValues.isNamed(component, column)) {
                add(column, rule, message, row, value);
            }
        }
    }

    private void check(Column<?, ?> column, boolean ruled, Expression<?> value, int row) {
        if (value instanceof BoundValue<?> bound) { // else the database computes it
            checkValue(column, ruled, bound.value(), row);
        }
    }

    private void checkValue(Column<?, ?> column, boolean ruled, @Nullable Object value, int row) {
        if (value == null) {
            if (!column.isNullable()) {
                add(column, "notNull", "must have a value", row, null);
            }
        } else if (ruled) {
            rules(column, value, row);
        }
    }

    @SuppressWarnings("unchecked") // the value of a column of T is a T
    private <T extends @Nullable Object> void rules(Column<?, T> column, Object value, int row) {
        SqlType<?> type = column.type();
        Object normal = column.normalized((T) value);
        boolean tooLong = type.kind() == SqlType.Kind.VARCHAR
                && normal instanceof String text
                && text.length() > type.size()
                && text.codePointCount(0, text.length()) > type.size();
        List<? extends Rule<? super T>> rules = column.rules();
        for (int i = 0; i < rules.size(); i++) { // without an iterator for each value
            Rule<? super T> rule = rules.get(i);
            if (!rule.holds((T) normal)) {
                add(column, rule.name(), rule.message(), row, value);
                tooLong &= !rule.name().equals(LENGTH); // which has said so
            }
        }
        if (tooLong) {
            add(column, LENGTH, "must have at most " + type.size() + " characters", row, value);
        }
    }

    private void add(Column<?, ?> column, String rule, String message, int row, @Nullable Object value) {
        if (!later.contains(column)) {
            violations.add(new Violation(
                    table.toString(),
                    column.label(),
                    rule,
                    message,
                    (int) (firstRow + row),
                    column.isHidden() ? null : value));
        }
    }
}
