package dev.rowan.error;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Values that break rules of their columns: all of them at once, but of very many rows the first thousand. It is thrown before any
 * statement is sent.
 */
public final class ValidationException extends RowanException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    private final transient List<Violation> violations;
    private final long count;

    /** Creates the exception of violations, at least one. */
    public ValidationException(List<Violation> violations) {
        this(violations, violations.size());
    }

    /** Creates the exception of so many violations, of which the first, at least one, are told. */
    public ValidationException(List<Violation> violations, long count) {
        super(message(violations, count));
        this.violations = List.copyOf(violations);
        this.count = count;
    }

    private static String message(List<Violation> violations, long count) {
        boolean ofRows = violations.stream().anyMatch(violation -> violation.row() > 0);
        String shown = violations.stream()
                .limit(SHOWN)
                .map(violation -> violation.text(ofRows))
                .collect(Collectors.joining("; "));
        long more = count - Math.min(SHOWN, violations.size());
        return "expected values that keep the rules of their columns, got "
                + (count == 1 ? "1 violation" : count + " violations") + ": " + shown
                + (more > 0 ? "; and " + more + " more" : "") + "; nothing was sent";
    }

    /** The same of rows that come after so many others. */
    public ValidationException after(long rows) {
        return rows == 0
                ? this
                : new ValidationException(
                        violations.stream()
                                .map(v -> new Violation(
                                        v.table(),
                                        v.column(),
                                        v.rule(),
                                        v.message(),
                                        (int) (v.row() + rows),
                                        v.value()))
                                .toList(),
                        count);
    }

    /** How many violations there are; more than are told, if they are more than a thousand. */
    public long count() {
        return count;
    }

    /** What is wrong, in the order of rows and columns. */
    public List<Violation> violations() {
        return violations;
    }
}
