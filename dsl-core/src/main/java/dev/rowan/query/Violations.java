package dev.rowan.query;

import dev.rowan.error.ValidationException;
import dev.rowan.error.Violation;
import java.util.ArrayList;
import java.util.List;

/** What is found to be wrong with the values of one or several writes, all of it counted, the first thousand told. For one thread. */
public final class Violations {
    private static final int MOST = 1_000; // or rows by the million would be held for their error

    private final List<Violation> first = new ArrayList<>();
    private long count;

    /** Creates the violations of a write of which nothing is known to be wrong yet. */
    public Violations() {}

    /** Adds one more. */
    public void add(Violation violation) {
        count++;
        if (first.size() < MOST) {
            first.add(violation);
        }
    }

    /** Adds what another check has found, of rows that come after so many others. */
    public void add(ValidationException failure, long rows) {
        failure.after(rows).violations().forEach(this::add);
        count += failure.count() - failure.violations().size();
    }

    /**
     * Fails if something is wrong.
     *
     * @throws ValidationException which tells it
     */
    public void requireNone() {
        if (count > 0) {
            throw new ValidationException(first, count);
        }
    }
}
