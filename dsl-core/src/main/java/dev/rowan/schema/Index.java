package dev.rowan.schema;

import dev.rowan.expression.Condition;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.SortKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index that a table has beside its keys. Its modifiers belong to the declaration: on a table that was used they throw {@link
 * IllegalStateException}.
 *
 * <pre>{@code
 * public final Index<Order> BY_STATUS = index("orders_status_idx", STATUS.asc(), ID.desc());
 * public final Index<Order> OPEN = index("orders_open_idx", USER_ID.asc()).where(STATUS.eq(PENDING));
 * }</pre>
 *
 * @param <R> the record of the table's rows
 */
public final class Index<R> {
    private final Table<R> table;
    private final Identifier name;
    private final List<SortKey> keys;
    private boolean unique;
    private @Nullable Condition condition;

    Index(Table<R> table, String name, List<SortKey> keys) {
        this.table = table;
        this.name = Identifier.of(name);
        this.keys = List.copyOf(keys);
    }

    /** Declares that no two rows of the index share its keys. */
    public Index<R> unique() {
        table.requireOpen("the modifiers of index", name);
        unique = true;
        return this;
    }

    /**
     * Declares that the index holds only the rows that fulfil a condition of the table's own columns, for databases that have partial
     * indexes; others refuse.
     */
    public Index<R> where(Condition rows) {
        table.requireOpen("the modifiers of index", name);
        condition = rows;
        return this;
    }

    /** What it is called, the same for no other index of its schema. */
    public Identifier name() {
        return name;
    }

    /** What it sorts by. */
    public List<SortKey> keys() {
        return keys;
    }

    /** Whether no two of its rows share its keys. */
    public boolean isUnique() {
        return unique;
    }

    /** Which rows it holds; null for all. */
    public @Nullable Condition condition() {
        return condition;
    }

    /** The name, as an error shows it. */
    @Override
    public String toString() {
        return name.toString();
    }
}
