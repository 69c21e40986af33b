package dev.rowan.migrate;

import dev.rowan.error.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * One step of a database's history, and the way back. The name of its class says its version and what it does:
 *
 * <pre>{@code
 * public final class V20240315__add_discount_code implements Migration {
 *     public void up(Schema schema) {
 *         schema.alterTable("orders", t -> {
 *             t.add("discount_code", SqlType.varchar(40));
 *             t.index("orders_discount_code_idx", "discount_code");
 *         });
 *     }
 *
 *     public void down(Schema schema) {
 *         schema.alterTable("orders", t -> {
 *             t.dropIndex("orders_discount_code_idx");
 *             t.drop("discount_code");
 *         });
 *     }
 * }
 * }</pre>
 *
 * The same migration must always do the same, whatever the tables of the program look like by then: it names what it changes.
 */
public interface Migration {

    /** Does it. */
    void up(Schema schema);

    /**
     * Undoes it: the exact reverse of {@link #up}. Without, the migration is a way of no return, and undoing it is refused.
     *
     * @throws MigrationException unless it is overridden
     */
    default void down(Schema schema) {
        throw new MigrationException("expected a migration that can be undone, got " + name()
                + ", which has no down(…); write one, or restore a backup");
    }

    /** {@code V<version>__<what_it_does>}, where a version has underscores for dots; that of the class unless it is overridden. */
    default String name() {
        return getClass().getSimpleName();
    }

    /**
     * A checksum of what it does, by which a migration that was changed after it had been applied is found; null for one that cannot tell, as
     * those in Java.
     */
    default @Nullable String checksum() {
        return null;
    }
}
