package dev.rowan.oracle;

import dev.rowan.row.Many;
import dev.rowan.row.One;
import dev.rowan.schema.Column;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the record of a row. */
final class Records {
    private Records() {}

    /** The record of a row, whose associations are those of the map, by name; the others are not loaded. */
    static Object of(StoredRow row, Map<String, Object> related) {
        RecordComponent[] components = row.table().rowType().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row, components[i], related);
        }
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = row.table().rowType().getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object value(StoredRow row, RecordComponent component, Map<String, Object> related) {
        if (component.getType() == Many.class) {
            return related.getOrDefault(component.getName(), Many.unloaded());
        } else if (component.getType() == One.class) {
            return related.getOrDefault(component.getName(), One.unloaded());
        }
        for (Column<?, ?> column : row.table().columns()) {
            if (column.name().name().replace("_", "").equalsIgnoreCase(component.getName())) {
                return row.value(column);
            }
        }
        throw new IllegalStateException("expected a column for each component, got none for " + component);
    }
}
