package dev.rowan.row;

import dev.rowan.error.NotIncludedException;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The records at the other end of a to-many association, or the statement that the query did not include them. An
 * unmodifiable list; thread-safe as far as its elements are.
 *
 * <p>On an association that was not included, every access throws {@link NotIncludedException}, but {@code toString},
 * {@code equals} and {@code hashCode} never throw: it equals only what was not included either.
 *
 * @param <C> the associated record
 */
public final class Many<C> extends AbstractList<C> implements RandomAccess {
    private final @Nullable List<C> loaded;
    private final String association;

    private Many(@Nullable List<C> loaded, String association) {
        this.loaded = loaded;
        this.association = association;
    }

    /** The given records, copied. */
    public static <C> Many<C> of(List<? extends C> records) {
        return new Many<>(List.copyOf(records), "");
    }

    /** The given records, in a list that the caller gives away. */
    static <C> Many<C> adopt(List<C> records) {
        return new Many<>(records, "");
    }

    /** Not loaded: for records that are to be inserted, and for associations that a query left out. */
    public static <C> Many<C> unloaded() {
        return unloaded("the association");
    }

    static <C> Many<C> unloaded(String association) {
        return new Many<>(null, association);
    }

    /** Whether the query included the association. */
    public boolean isLoaded() {
        return loaded != null;
    }

    /**
     * The record at an index.
     *
     * @throws NotIncludedException if the association was not included
     */
    @Override
    public C get(int index) {
        return records().get(index);
    }

    /**
     * How many records there are.
     *
     * @throws NotIncludedException if the association was not included
     */
    @Override
    public int size() {
        return records().size();
    }

    private List<C> records() {
        if (loaded == null) {
            throw new NotIncludedException(association);
        }
        return loaded;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        boolean otherUnloaded = other instanceof Many<?> many && !many.isLoaded();
        if (loaded == null || otherUnloaded) {
            return loaded == null && otherUnloaded;
        }
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return loaded == null ? 0 : super.hashCode();
    }

    @Override
    public String toString() {
        return loaded == null ? "(not included)" : super.toString();
    }
}
