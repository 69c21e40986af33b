package dev.rowan.example.web;

import dev.rowan.error.ConstraintViolationException;
import dev.rowan.error.QueryException;
import dev.rowan.error.QueryException.Kind;
import dev.rowan.error.ValidationException;
import dev.rowan.error.Violation;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered when a call fails: what the caller can mend is told, of the rest nothing but that it failed. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static Answer answer(RuntimeException failure) {
        if (failure instanceof Refusal refusal) {
            return Answer.error(refusal.status(), String.valueOf(refusal.getMessage()));
        } else if (failure instanceof ValidationException invalid) {
            return Answer.error(
                    400,
                    "validation failed",
                    invalid.violations().stream().map(Failures::detail).toList());
        } else if (failure instanceof ConstraintViolationException violation) {
            if (violation.kind() == Kind.UNIQUE_VIOLATION) {
                return Answer.error(400, String.join(", ", violation.columns()) + " already exists");
            } else if (violation.kind() == Kind.FOREIGN_KEY_VIOLATION) {
                return Answer.error(400, String.join(", ", violation.columns()) + " does not exist");
            }
        } else if (failure instanceof QueryException query && query.isRetryable()) {
            LOG.warn("A call met another one", query);
            return Answer.error(503, "busy, try again");
        }
        LOG.error("A call failed", failure);
        return Answer.error(500, "internal error");
    }

    private static Map<String, String> detail(Violation violation) {
        return Map.of("field", violation.column(), "message", violation.message());
    }

    /** For a caller that asks for what no route leads to. */
    static Answer noRoute(List<String> methods) {
        return methods.isEmpty()
                ? Answer.error(404, "no such resource")
                : Answer.error(405, "expected one of " + methods);
    }
}
