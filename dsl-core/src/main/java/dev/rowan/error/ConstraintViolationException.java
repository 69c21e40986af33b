package dev.rowan.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A write that a constraint of the database refused: of {@link #kind()} {@code UNIQUE_VIOLATION}, {@code FOREIGN_KEY_VIOLATION},
 * {@code CHECK_VIOLATION} or {@code NOT_NULL_VIOLATION}.
 *
 * <pre>{@code
 * try {
 *     db.execute(insertInto(USER).row(user));
 * } catch (ConstraintViolationException e) {
 *     if (e.columns().equals(List.of("email"))) …           // 400: the address is taken
 * }
 * }</pre>
 *
 * Names come from what the server says apart from its sentences, or from sentences in which the name stands where no value can,
 * and are compared with what the written table declares. What cannot be known so is not guessed.
 */
public final class ConstraintViolationException extends QueryException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String constraint;
    private final List<String> columns;

    /**
     * Creates the exception.
     *
     * @param constraint the name of the constraint, or null if it is not known
     * @param columns the columns of the constraint, empty if they are not known
     * @param sql the statement's text with its placeholders, or null when no statement was involved
     * @param sqlState the SQLSTATE, or null when the driver gave none
     */
    public ConstraintViolationException(
            Kind kind,
            @Nullable String constraint,
            List<String> columns,
            @Nullable String sql,
            @Nullable String sqlState,
            int vendorCode,
            Throwable cause) {
        super(
                kind,
                message(kind, detail(constraint, columns), sql, sqlState, vendorCode),
                sql,
                sqlState,
                vendorCode,
                cause);
        this.constraint = constraint;
        this.columns = List.copyOf(columns);
    }

    private static String detail(@Nullable String constraint, List<String> columns) {
        return (constraint == null ? "" : " of " + constraint)
                + (columns.isEmpty() ? "" : " on " + String.join(", ", columns));
    }

    /**
     * The name of the constraint: for keys and foreign keys that the table declares, as it declares them; null if it is not known,
     * and for {@code NOT_NULL_VIOLATION}.
     */
    public @Nullable String constraint() {
        return constraint;
    }

    /** The columns of the written table that the constraint is on, in its order; empty if they are not known. */
    public List<String> columns() {
        return columns;
    }
}
