package dev.rowan.dialect.sqlserver;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.query.CommonTable;
import dev.rowan.query.Join;
import dev.rowan.query.Select;
import dev.rowan.render.Dialect;
import java.util.stream.Stream;

/** What the step of a recursion may be: a <a href="https://learn.microsoft.com/sql/t-sql/queries/with-common-table-expression-transact-sql">plain select</a>. */
final class Recursion {
    private final Dialect dialect;
    private final CommonTable table;

    Recursion(Dialect dialect, CommonTable table) {
        this.dialect = dialect;
        this.table = table;
    }

    /** Whether a select reads the rows that are known so far. */
    boolean isStep(Select<?, ?> select) {
        return Stream.concat(Stream.of(select.table()), select.joins().stream().map(Join::table))
                .anyMatch(from -> from.rows() == table);
    }

    /** Refuses a step that the server refuses. */
    void require(Select<?, ?> step, boolean isSubquery) {
        if (isSubquery) {
            throw refused("subquery", "join the known rows, rather than look for them");
        }
        if (step.isDistinct()
                || !step.groupKeys().isEmpty()
                || step.groupCondition() != null
                || step.maxRows() != null
                || step.skippedRows() > 0) {
            throw refused("distinct rows, groups or limit", "group, or limit, what comes of the whole recursion");
        }
        if (step.joins().stream().anyMatch(join -> join.kind() != Join.Kind.INNER && join.kind() != Join.Kind.CROSS)) {
            throw refused("outer join", "join by join(…) in the step, and outside of it by leftJoin(…)");
        }
    }

    UnsupportedFeatureException refused(String what, String alternative) {
        return new UnsupportedFeatureException(what + " in the step of a recursion", dialect.toString(), alternative);
    }
}
