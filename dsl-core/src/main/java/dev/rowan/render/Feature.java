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
    /** An update that sets a column to what a subquery finds in the written table. */
    READ_OF_WRITTEN_TABLE_IN_SET(
            "subquery on the table that is written, in what an update sets", "fetch the values first"),
    /** An insert of several rows whose values a subquery finds in the written table. */
    READ_OF_WRITTEN_TABLE_IN_VALUES(
            "subquery on the table that is written, in the values of several rows", "insert from a select"),
    /** An update whose expressions all see the row as it was: {@code set a = b, b = a}. */
    SIMULTANEOUS_ASSIGNMENT(
            "simultaneous assignment, where a later expression reads a column that an earlier one has set",
            "set the column that is read after the one that reads it, or use two statements"),
    /** A derived table that sees the tables before it. */
    LATERAL("lateral derived table", "join a derived table that is grouped by the key, or use a scalar subquery"),
    /** {@code distinct on}. */
    DISTINCT_ON("distinct on", "number the rows by rowNumber() in a derived table and keep the first"),
    /** {@code fetch first … with ties}. */
    WITH_TIES("fetch first … with ties", "rank the rows by rank() in a derived table and keep the first"),
    /** {@code group by rollup}. */
    ROLLUP("rollup", "join the groupings by unionAll(…)"),
    /** {@code group by cube}. */
    CUBE("cube", "join the groupings by unionAll(…)"),
    /** {@code group by grouping sets}. */
    GROUPING_SETS("grouping sets", "join the groupings by unionAll(…)"),
    /** {@code rollup}, {@code cube} or {@code grouping sets} beside other keys. */
    MIXED_GROUPING("rollup, cube or grouping sets beside other group keys", "join the groupings by unionAll(…)"),
    /** A column that is no group key, of a table whose primary key is. */
    DEPENDENT_COLUMN("column that depends on a group key", "add the column to groupBy(…)"),
    /** An aggregate of some of the rows. */
    AGGREGATE_FILTER("filter of an aggregate", "aggregate when(condition, value).end()"),
    /** {@code groups} in the frame of a window. */
    GROUPS_FRAME("groups in the frame of a window", "use rows or range"),
    /** {@code exclude} in the frame of a window. */
    FRAME_EXCLUSION("exclude in the frame of a window", "subtract the excluded value"),
    /** {@code ignore nulls} of a window function. */
    IGNORE_NULLS("ignore nulls", "leave out the rows with NULL in a derived table"),
    /** {@code intersect all}. */
    INTERSECT_ALL("intersect all", "number equal rows by rowNumber() and intersect"),
    /** {@code except all}. */
    EXCEPT_ALL("except all", "number equal rows by rowNumber() and except"),
    /** {@code with}. */
    COMMON_TABLE("common table expression", "use a derived table"),
    /** {@code with} in an update or a delete. */
    COMMON_TABLE_IN_WRITE("common table expression in an update or a delete", "use a subquery"),
    /** {@code with} in an insert of values. */
    COMMON_TABLE_IN_VALUES("common table expression in the values of an insert", "insert from a select"),
    /** {@code with … as (delete … returning …)}. */
    WRITE_IN_COMMON_TABLE(
            "insert, update or delete in a common table expression", "use two statements in one transaction"),
    /** {@code insert … returning}. */
    RETURNING_OF_INSERT(
            "returning of an insert", "insert keys of your own, and select the rows by them in the same transaction"),
    /** {@code update … returning}. */
    RETURNING_OF_UPDATE(
            "returning of an update", "select the keys forUpdate(), update, and select the rows, in one transaction"),
    /** {@code delete … returning}. */
    RETURNING_OF_DELETE("returning of a delete", "select the rows forUpdate() and delete them, in one transaction"),
    /** {@code on conflict}. */
    CONFLICT_CLAUSE("insert on conflict", "insert, and update if that violates the key, in a transaction"),
    /** {@code on conflict} of one key of a table that has others which the insert could violate. */
    CONFLICT_OF_ONE_KEY(
            "conflict of one key of a table that has others",
            "say onConflictOfAnyKey(), if any key of the table will do"),
    /** {@code on conflict do update} without a key. */
    UPDATE_ON_ANY_CONFLICT("update on a conflict of any key", "name the key: onConflict(key)"),
    /** {@code on conflict do update … where}. */
    CONDITIONAL_UPSERT(
            "condition on the update of an upsert", "set the column to when(condition, value).otherwise(column)"),
    /** {@code on conflict do nothing returning}, which yields just the rows that were written. */
    RETURNING_OF_UPSERT(
            "returning of an insert on conflict that may leave rows as they are",
            "use db.upsert(…), which tells of each row"),
    /** A recursive common table expression that stops at rows that it knows. */
    RECURSIVE_UNION("recursion that stops at known rows", "use recursive(…) with a depth that ends it"),
    /** {@code materialized} and {@code not materialized}. */
    MATERIALIZATION("materialization of a common table expression", "leave it to the database"),
    /** {@code any} and {@code all} of a subquery. */
    QUANTIFIED_COMPARISON("comparison with any or all of a subquery", "use exists(…), or compare with min or max"),
    /** Several values compared as one, NULLs among them as the standard says; where emulated, part by part. */
    ROW_VALUES("row value", "compare the values one by one, joined by and(…) and or(…)"),
    /** {@code count(distinct a) over (…)}, and {@code string_agg(a, ',' order by b) over (…)}. */
    DISTINCT_OVER_WINDOW(
            "distinct values, or an order, in an aggregate over a window", "aggregate in a derived table, and join it"),
    /** {@code is distinct from}. */
    DISTINCT_COMPARISON("is distinct from", "compare, and check both sides for NULL"),
    /** {@code ilike}. */
    ILIKE("like that ignores case", "compare lower(…) with a pattern in lower case"),
    /** {@code for update}. */
    FOR_UPDATE("for update", "use a transaction that is serializable"),
    /** {@code for share}. */
    FOR_SHARE("for share", "use forUpdate()"),
    /** {@code for update of}. */
    LOCK_OF_TABLES("lock of some of the tables", "lock the rows by a select of their own"),
    /** {@code for update nowait}. */
    NO_WAIT("nowait", "set a timeout"),
    /** {@code for update skip locked}. */
    SKIP_LOCKED("skip locked", "claim a row by an update with a condition"),
    /** Decimals of any size and scale, and sums beyond 64 bits, are added, compared and sorted to the last digit. */
    EXACT_DECIMALS("exact arithmetic of decimals", "store whole numbers, such as cents, or compute in Java"),
    /** A transaction within another, which can fail by itself: a savepoint. */
    NESTED_TRANSACTION("nested transaction", "let the outer transaction fail, or use two"),
    /** An insert, an update, a delete or a definition in a transaction, which ends with it or not at all. */
    WRITE_IN_TRANSACTION("write in a transaction", "execute each statement by itself, outside of transaction(…)"),
    /** A transaction that runs as if it were alone, or fails. */
    SERIALIZABLE("serializable transaction", "use Isolation.REPEATABLE_READ, and lock what is read by forUpdate()"),
    /** A transaction in which the database refuses whatever writes. */
    READ_ONLY_TRANSACTION("read-only transaction", "connect as a user that may only read"),
    /** A read-only transaction that reads what was there some time ago. */
    READ_OF_THE_PAST("transaction that reads the past", "read what is there now, or keep a history of the table"),
    /** {@code set constraints all deferred}. */
    DEFERRED_CONSTRAINTS("constraint that waits for the commit", "write the rows that are pointed at first"),
    /** A division by zero is an error, rather than NULL. */
    DIVISION_BY_ZERO_ERROR("error of a division by zero", "expect NULL, or exclude a divisor of 0 by where(…)"),
    /** {@code lower} and {@code upper} know more letters than those of ASCII. */
    CASE_BEYOND_ASCII("lower and upper of letters beyond ASCII", "convert in Java, and store what is searched for"),
    /** Numbers in JSON keep all their digits. */
    EXACT_JSON_NUMBERS("numbers in JSON that no double holds", "write them as texts, or into a column of their own"),
    /** Columns and values that are arrays. */
    ARRAY("array", "use a column of JSON, or a table with a row for each element"),
    /** {@code update}. */
    UPDATE("update", "update where the rows are kept, or write a new table"),
    /** {@code delete}. */
    DELETE("delete", "delete where the rows are kept, or write a new table"),
    /** A key that the database gives a row that is inserted without one. */
    GENERATED_KEY("key that the database makes", "set the key of each row"),
    /** A value that the database gives a column which an insert leaves out. */
    COLUMN_DEFAULT("default of a column", "set the column in each insert"),
    /** Rows of an association as a value of a row. */
    NESTED_ROWS("rows within a row", "include the association, or fetch the rows by a query of their own");

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
