package dev.rowan.dialect.postgres;

import dev.rowan.error.QueryException.Kind;
import dev.rowan.render.DeclaredConstraints;
import dev.rowan.render.Violation;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The fields that PostgreSQL sends beside the sentence of an error, in whatever language that is. */
final class PostgresErrors {
    private PostgresErrors() {}

    static Violation violation(SQLException exception, Kind kind, DeclaredConstraints written) {
        try {
            return exception instanceof PSQLException known ? violation(known, kind, written) : Violation.UNKNOWN;
        } catch (LinkageError e) {
            return Violation.UNKNOWN; // another driver, without this one beside it
        }
    }

    private static Violation violation(PSQLException exception, Kind kind, DeclaredConstraints written) {
        ServerErrorMessage fields = exception.getServerErrorMessage();
        if (fields == null) {
            return Violation.UNKNOWN;
        }
        String column = fields.getColumn();
        if (kind == Kind.NOT_NULL_VIOLATION) {
            return column == null ? Violation.UNKNOWN : new Violation(null, List.of(column));
        }
        String constraint = fields.getConstraint();
        return constraint == null ? Violation.UNKNOWN : written.named(constraint);
    }
}
