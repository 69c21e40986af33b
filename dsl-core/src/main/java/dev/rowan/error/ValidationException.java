package dev.rowan.error;

import java.util.List;
import java.util.stream.Collectors;

/** Values that break rules of their columns: all of them at once. It is thrown before any statement is sent. */
public final class ValidationException extends RowanException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    private final transient List<Violation> violations;

    /** Creates the exception of violations, at least one. */
    public ValidationException(List<Violation> violations) {
        super(message(violations));
        this.violations = List.copyOf(violations);
    }

    private static String message(List<Violation> violations) {
        String shown = violations.stream().limit(SHOWN).map(Violation::toString).collect(Collectors.joining("; "));
        int more = violations.size() - SHOWN;
        return "expected values that keep the rules of their columns, got "
                + (violations.size() == 1 ? "1 violation" : violations.size() + " violations") + ": " + shown
                + (more > 0 ? "; and " + more + " more" : "") + "; nothing was sent";
    }

    /** The same of rows that come after so many others. */
    public ValidationException after(long rows) {
        return rows == 0
                ? this
                : new ValidationException(violations.stream()
                        .map(v -> new Violation(
                                v.table(), v.column(), v.rule(), v.message(), (int) (v.row() + rows), v.value()))
                        .toList());
    }

    /** What is wrong, in the order of rows and columns. */
    public List<Violation> violations() {
        return violations;
    }
}
