package dev.rowan.row;

import dev.rowan.error.NotIncludedException;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The record at the other end of a to-one association, its absence, or the statement that the query did not include it.
 * Immutable.
 *
 * <p>On an association that was not included, {@link #get} and its kin throw {@link NotIncludedException}, but
 * {@code toString}, {@code equals} and {@code hashCode} never throw: it equals only what was not included either.
 *
 * @param <C> the associated record
 */
public final class One<C> {
    private static final One<?> NONE = new One<>(null, true, "");

    private final @Nullable C record;
    private final boolean loaded;
    private final String association;

    private One(@Nullable C record, boolean loaded, String association) {
        this.record = record;
        this.loaded = loaded;
        this.association = association;
    }

    /** The given record. */
    public static <C> One<C> of(C record) {
        return new One<>(Objects.requireNonNull(record, "record; use One.none() where there is none"), true, "");
    }

    /** No record: the key that would point at one is null. */
    @SuppressWarnings("unchecked") // holds no record, so it is a One of anything
    public static <C> One<C> none() {
        return (One<C>) NONE;
    }

    /** Not loaded: for records that are to be inserted, and for associations that a query left out. */
    public static <C> One<C> unloaded() {
        return unloaded("the association");
    }

    static <C> One<C> unloaded(String association) {
        return new One<>(null, false, association);
    }

    static <C> One<C> ofNullable(@Nullable C record) {
        return record == null ? none() : of(record);
    }

    /** Whether the query included the association. */
    public boolean isLoaded() {
        return loaded;
    }

    /**
     * The record.
     *
     * @throws NotIncludedException if the association was not included
     * @throws NoSuchElementException if there is no record
     */
    public C get() {
        return optional()
                .orElseThrow(() -> new NoSuchElementException(
                        "expected a record, but the key that points at it is null; use optional()"));
    }

    /**
     * The record, or empty where there is none.
     *
     * @throws NotIncludedException if the association was not included
     */
    public Optional<C> optional() {
        if (!loaded) {
            throw new NotIncludedException(association);
        }
        return Optional.ofNullable(record);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof One<?> that && loaded == that.loaded && Objects.equals(record, that.record);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(record);
    }

    @Override
    public String toString() {
        return loaded ? String.valueOf(record) : "(not included)";
    }
}
