package dev.rowan.definition;

import org.jspecify.annotations.Nullable;

/**
 * A column, in the words of one database.
 *
 * @param name the name, as it is spelled there
 * @param type the name of its type with size and collation, as a definition spells it: {@code varchar(200)}
 * @param nullable whether it can hold NULL
 * @param defaultValue the expression that fills it in, or null
 * @param identity whether the database counts its values up
 * @param computed the expression that it always is, stored with the row, or null
 * @param comment what is said of it, or null
 */
public record ColumnDefinition(
        String name,
        String type,
        boolean nullable,
        @Nullable String defaultValue,
        boolean identity,
        @Nullable String computed,
        @Nullable String comment)
        implements TablePart {

    /** A column that can hold NULL, and has no default. */
    public static ColumnDefinition of(String name, String type) {
        return new ColumnDefinition(name, type, true, null, false, null, null);
    }

    /** The same under another name. */
    public ColumnDefinition withName(String newName) {
        return new ColumnDefinition(newName, type, nullable, defaultValue, identity, computed, comment);
    }

    /** The same of another type. */
    public ColumnDefinition withType(String newType) {
        return new ColumnDefinition(name, newType, nullable, defaultValue, identity, computed, comment);
    }

    /** The same that can, or cannot, hold NULL. */
    public ColumnDefinition withNullable(boolean newNullable) {
        return new ColumnDefinition(name, type, newNullable, defaultValue, identity, computed, comment);
    }

    /** The same with another default; null for none. */
    public ColumnDefinition withDefault(@Nullable String newDefault) {
        return new ColumnDefinition(name, type, nullable, newDefault, identity, computed, comment);
    }

    /** The same whose values the database counts up, or no longer. */
    public ColumnDefinition withIdentity(boolean newIdentity) {
        return new ColumnDefinition(name, type, nullable, defaultValue, newIdentity, computed, comment);
    }

    /** The same that always is an expression; null for a column that is written. */
    public ColumnDefinition withComputed(@Nullable String newComputed) {
        return new ColumnDefinition(name, type, nullable, defaultValue, identity, newComputed, comment);
    }

    /** The same of which something else is said; null for nothing. */
    public ColumnDefinition withComment(@Nullable String newComment) {
        return new ColumnDefinition(name, type, nullable, defaultValue, identity, computed, newComment);
    }
}
