package dev.rowan.row;

import dev.rowan.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * One column of a result.
 *
 * @param name the column's name, or null for an expression that was not named
 * @param type what it holds
 * @param nullable whether it can be NULL, outer joins considered
 */
public record Slot(@Nullable String name, SqlType<?> type, boolean nullable) {

    /** The slot as an error shows it: {@code note varchar(200)} or {@code id bigint not null}. */
    @Override
    public String toString() {
        return (name == null ? "(unnamed)" : name) + " " + type + (nullable ? "" : " not null");
    }
}
