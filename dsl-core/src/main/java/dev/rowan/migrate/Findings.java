package dev.rowan.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was found, and what of it is known and meant. Immutable.
 *
 * <pre>{@code
 * LiveSchema.of(db).verify(USER, ORDER)
 *         .ignoring(Rule.COLUMN_UNDECLARED, "users.legacy_id", "read by the old billing until May")
 *         .requireNone(Severity.WARNING);
 * }</pre>
 *
 * @param all the findings that are not ignored
 * @param ignored those that are
 */
public record Findings(List<Finding> all, List<Ignored> ignored) {
    /** Creates findings. */
    public Findings {
        all = List.copyOf(all);
        ignored = List.copyOf(ignored);
    }

    /**
     * A finding that is meant to be so.
     *
     * @param reason why
     */
    public record Ignored(Finding finding, String reason) {}

    static Findings of(List<Finding> all) {
        return new Findings(all, List.of());
    }

    /**
     * The same without those of a rule and a subject.
     *
     * @param reason why it is right as it is
     * @throws IllegalArgumentException if the reason is blank
     * @throws IllegalStateException if there is no such finding, for then the line that ignores it is of no use any more
     */
    public Findings ignoring(Finding.Rule rule, String subject, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException(
                    "expected a reason why " + rule + " of " + subject + " is right as it is, got none");
        }
        List<Finding> left = new ArrayList<>();
        List<Ignored> now = new ArrayList<>(ignored);
        for (Finding finding : all) {
            if (finding.rule() == rule && finding.subject().equals(subject)) {
                now.add(new Ignored(finding, reason));
            } else {
                left.add(finding);
            }
        }
        if (left.size() == all.size()) {
            throw new IllegalStateException("expected " + rule + " of " + subject + " among what was found, got "
                    + (all.isEmpty() ? "nothing" : all) + "; take out the line that ignores it");
        }
        return new Findings(left, now);
    }

    /** Those that are at least so bad. */
    public List<Finding> from(Finding.Severity severity) {
        return all.stream()
                .filter(finding -> finding.severity().compareTo(severity) >= 0)
                .toList();
    }

    /**
     * Fails if something is at least so bad, for the start of a program and for tests.
     *
     * @throws IllegalStateException which tells of all of them
     */
    public void requireNone(Finding.Severity severity) {
        List<Finding> bad = from(severity);
        if (!bad.isEmpty()) {
            throw new IllegalStateException("expected nothing of severity " + severity + " or worse, got:\n"
                    + bad.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        }
    }

    /** One finding a line. */
    @Override
    public String toString() {
        return all.stream().map(Finding::toString).collect(Collectors.joining("\n"));
    }
}
