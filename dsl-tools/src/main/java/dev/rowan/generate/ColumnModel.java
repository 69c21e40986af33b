package dev.rowan.generate;

import dev.rowan.definition.ColumnDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A column as a field of its table's class.
 *
 * @param component the component of the record; null for a hidden column
 */
record ColumnModel(
        ColumnDefinition definition,
        ColumnType type,
        @Nullable EnumModel enumeration,
        String field,
        @Nullable String component,
        boolean isNullable) {

    String name() {
        return definition.name();
    }
}
