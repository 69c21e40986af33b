package dev.rowan.execute;

import dev.rowan.error.ConstraintViolationException;
import dev.rowan.error.QueryException;
import dev.rowan.error.QueryException.Kind;
import dev.rowan.render.DeclaredConstraints;
import dev.rowan.render.Violation;
import dev.rowan.schema.Table;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says what a driver's exception means. */
final class Failures {
    private static final Set<Kind> VIOLATIONS =
            Set.of(Kind.UNIQUE_VIOLATION, Kind.FOREIGN_KEY_VIOLATION, Kind.NOT_NULL_VIOLATION, Kind.CHECK_VIOLATION);

    private static final Set<Kind> ENDS = Set.of(Kind.TIMEOUT, Kind.CONNECTION, Kind.POOL_TIMEOUT, Kind.OTHER);

    private Failures() {}

    static QueryException of(
            StatementRunner runner, @Nullable String sql, @Nullable Table<?> written, SQLException exception) {
        Kind kind = kind(exception, runner::classify);
        if (runner.activity().gate().isClosed() && ENDS.contains(kind)) {
            kind = Kind.CLOSED; // which cancels what runs, and closes its connection
        }
        if (!VIOLATIONS.contains(kind)) {
            return new QueryException(kind, sql, exception.getSQLState(), exception.getErrorCode(), exception);
        }
        Violation violation = runner.dialect().violation(exception, kind, DeclaredConstraints.of(written));
        return new ConstraintViolationException(
                kind,
                violation.constraint(),
                violation.columns(),
                sql,
                exception.getSQLState(),
                exception.getErrorCode(),
                exception);
    }

    static Kind kind(SQLException exception, Function<SQLException, Kind> classify) {
        if (exception instanceof SQLTransientConnectionException) {
            if (exception.getCause() instanceof SQLException cause) {
                return kind(cause, classify); // why the pool could make no connection
            } else if (exception.getSQLState() == null) {
                return Kind.POOL_TIMEOUT; // the pool's own, when all connections are in use
            }
        }
        if (exception instanceof SQLTimeoutException && exception.getSQLState() == null) {
            return Kind.TIMEOUT; // of a driver that says nothing else
        }
        Kind kind = classify.apply(exception);
        return kind == Kind.CONNECTION && isOfUnknownHost(exception) ? Kind.UNKNOWN_HOST : kind;
    }

    private static boolean isOfUnknownHost(Throwable exception) {
        Throwable cause = exception;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof UnknownHostException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
