package dev.rowan.execute;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a handle reads. Immutable.
 *
 * @param scope what must be seen; null for anything that is there
 * @param onPrimary whether no replica will do
 */
record Reads(ReplicaSet replicas, @Nullable ReadScope scope, boolean onPrimary) {
    Reads onlyOnPrimary() {
        return new Reads(replicas, scope, true);
    }

    Reads withScope() {
        return new Reads(replicas, new ReadScope(), onPrimary);
    }

    /** The replicas that can be asked, the first of which is to be. */
    List<Replica> fit() {
        if (onPrimary) {
            return List.of();
        }
        return replicas.fit(scope == null ? Long.MIN_VALUE : scope.position(replicas));
    }

    /** Notes that something may have been committed. */
    void written() {
        if (scope != null) {
            scope.written();
        }
    }
}
