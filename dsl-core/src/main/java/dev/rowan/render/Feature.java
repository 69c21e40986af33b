package dev.rowan.render;

/** What some databases have and others lack. A dialect says of each how it supports it. */
public enum Feature {
    /** {@code full join}. */
    FULL_JOIN("full join", "join from each side and combine the rows, or leave out one side"),
    /** {@code nulls first} and {@code nulls last}. */
    NULLS_ORDER("nulls first or nulls last", "sort by a condition on NULL first"),
    /** {@code offset} without {@code limit}. */
    OFFSET_WITHOUT_LIMIT("offset without limit", "add a limit"),
    /** A {@code limit} in the subquery of an {@code in}. */
    LIMIT_IN_SUBQUERY("limit in the subquery of in", "fetch the keys first"),
    /** An update or a delete whose condition reads the written table in a subquery. */
    READ_OF_WRITTEN_TABLE("subquery on the table that is written", "fetch the keys first"),
    /** An update whose expressions all see the row as it was: {@code set a = b, b = a}. */
    SIMULTANEOUS_ASSIGNMENT(
            "simultaneous assignment, where a later expression reads a column that an earlier one has set",
            "set the column that is read after the one that reads it, or use two statements");

    private final String words;
    private final String alternative;

    Feature(String words, String alternative) {
        this.words = words;
        this.alternative = alternative;
    }

    /** What an error calls the feature. */
    public String words() {
        return words;
    }

    /** What to do where it is lacking. */
    public String alternative() {
        return alternative;
    }
}
