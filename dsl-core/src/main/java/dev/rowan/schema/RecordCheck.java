package dev.rowan.schema;

import org.jspecify.annotations.Nullable;

/**
 * Checks whole records before they are written, beside the {@linkplain Rule rules} of the columns: by annotations of the record, say.
 * What it finds is told together with what breaks those rules. Called by many threads at once, so it must be thread-safe.
 *
 * <pre>{@code
 * RecordCheck dates = (record, found) -> {
 *     if (record instanceof Stay stay && stay.until().isBefore(stay.since())) {
 *         found.add("", "order", "must end after it begins", null);
 *     }
 * };
 * }</pre>
 */
@FunctionalInterface
public interface RecordCheck {

    /**
     * Says what is wrong with a record; what it throws reaches the caller.
     *
     * @param record a record that is to be written, never null
     * @param found what is told, until this method returns
     */
    void check(Object record, Found found);

    /** What is wrong with a record. */
    @FunctionalInterface
    interface Found {
        /**
         * Something is wrong with a component. It is left out if the write takes no value from that component: if the column is set by
         * {@code set(…)} or changed by {@code map(…)}, is filled by the database or by Rowan, or there is no such column.
         *
         * @param component the component's name; empty for the whole record
         * @param rule what the rule is called
         * @param message what the value should be like; it should not show the value
         * @param value the value, or null; not kept if the column is hidden, or for the whole record
         */
        void add(String component, String rule, String message, @Nullable Object value);
    }
}
