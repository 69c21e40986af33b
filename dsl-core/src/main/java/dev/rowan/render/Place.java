package dev.rowan.render;

/** The clause of a statement in which an expression stands. */
enum Place {
    SELECT("select"),
    ON("the condition of a join"),
    WHERE("where"),
    GROUP_BY("group by"),
    HAVING("having"),
    ORDER_BY("order by"),
    SET("set");

    private final String words;

    Place(String words) {
        this.words = words;
    }

    boolean takesAggregates() {
        return this == SELECT || this == HAVING || this == ORDER_BY;
    }

    boolean takesWindows() {
        return this == SELECT || this == ORDER_BY;
    }

    @Override
    public String toString() {
        return words;
    }
}
