package dev.rowan.schema;

import dev.rowan.expression.Condition;
import dev.rowan.expression.Setting;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A condition that holds of a table wherever a statement reads or changes it, unless the statement says otherwise: in FROM, in
 * joins, along associations, in subqueries, in updates and deletes. Statements that are written by hand are not filtered, and
 * rows that are inserted are not checked. Immutable.
 *
 * <pre>{@code
 * public final DefaultFilter PUBLISHED = filter("published", () -> PUBLISHED_AT.isNotNull());
 * public final DefaultFilter LIVE = softDelete(DELETED_AT);
 * public final DefaultFilter TENANTS = partition(TENANT_ID, TENANT);
 *
 * select().from(POST)                                // … where published_at is not null and …
 * select().from(POST).unfiltered(POST.PUBLISHED)     // … without that
 * }</pre>
 */
public final class DefaultFilter {
    /** The name of the filter that {@code softDelete} declares. */
    public static final String SOFT_DELETE = "soft delete";

    private final String name;
    private final Supplier<Condition> condition;
    private final boolean hidesReferred;
    private @Nullable Condition memo; // racy: any thread makes the same one

    DefaultFilter(String name, Supplier<Condition> condition, boolean hidesReferred) {
        this.name = name;
        this.condition = condition;
        this.hidesReferred = hidesReferred;
    }

    /** The name of the filter that {@code partition} declares by a setting. */
    public static String partitionBy(Setting<?> setting) {
        return "partition by " + setting;
    }

    /** What it is switched off by, the same for all aliases of the table. */
    public String name() {
        return name;
    }

    /** What must hold, of the table or the alias that the filter was taken from. */
    public Condition condition() {
        Condition known = memo;
        if (known == null) {
            known = condition.get();
            memo = known;
        }
        return known;
    }

    /** Whether rows that the filter lets through may point at rows that it does not: not so where it divides the rows into parts. */
    public boolean hidesReferred() {
        return hidesReferred;
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
