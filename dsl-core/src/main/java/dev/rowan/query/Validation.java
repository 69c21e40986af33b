package dev.rowan.query;

import dev.rowan.error.ValidationException;
import dev.rowan.error.Violation;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Expression;
import dev.rowan.schema.Column;
import dev.rowan.schema.Rule;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the values of a write by the rules of their columns, and says everything that is wrong at once. */
final class Validation {
    private final Table<?> table;
    private final List<Violation> violations = new ArrayList<>();

    Validation(Table<?> table) {
        this.table = table;
    }

    /** @throws ValidationException if a value breaks a rule, or is missing */
    void insert(List<? extends Column<?, ?>> columns, List<? extends List<Expression<?>>> rows) {
        List<Column<?, ?>> missing = new ArrayList<>();
        for (Column<?, ?> column : table.columns()) {
            if (!column.isNullable() && !column.isFilledByDatabase() && !columns.contains(column)) {
                missing.add(column);
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            for (Column<?, ?> column : missing) {
                add(column, "notNull", "must have a value", row, null);
            }
            for (int i = 0; i < columns.size(); i++) {
                check(columns.get(i), rows.get(row).get(i), row);
            }
        }
        requireNone();
    }

    /** @throws ValidationException if a value breaks a rule */
    void update(List<Assignment> assignments) {
        for (Assignment assignment : assignments) {
            check(assignment.column(), assignment.value(), 0);
        }
        requireNone();
    }

    private void check(Column<?, ?> column, Expression<?> value, int row) {
        if (!(value instanceof BoundValue<?> bound)) {
            return; // the database computes it
        }
        if (bound.value() == null) {
            if (!column.isNullable()) {
                add(column, "notNull", "must have a value", row, null);
            }
            return;
        }
        rules(column, bound.value(), row);
    }

    @SuppressWarnings("unchecked") // the value of a column of T is a T
    private <T extends @Nullable Object> void rules(Column<?, T> column, Object value, int row) {
        SqlType<?> type = column.type();
        Object normal = column.normalized((T) value);
        if (type.kind() == SqlType.Kind.VARCHAR
                && normal instanceof String text
                && text.codePointCount(0, text.length()) > type.size()) {
            add(column, "length", "must have at most " + type.size() + " characters", row, value);
        }
        for (Rule<? super T> rule : column.rules()) {
            if (!rule.holds((T) normal)) {
                add(column, rule.name(), rule.message(), row, value);
            }
        }
    }

    private void add(Column<?, ?> column, String rule, String message, int row, @Nullable Object value) {
        violations.add(
                new Violation(table.toString(), column.label(), rule, message, row, column.isHidden() ? null : value));
    }

    private void requireNone() {
        if (!violations.isEmpty()) {
            throw new ValidationException(violations);
        }
    }
}
