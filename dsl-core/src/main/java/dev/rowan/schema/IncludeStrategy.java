package dev.rowan.schema;

/** How included records come. It never changes what comes, only in how many statements. */
public enum IncludeStrategy {
    /** Whatever suits the include: a join to one record, keys to many. */
    AUTO,
    /** By an outer join in the statement of the parents; for associations to one record, all of them. */
    JOIN,
    /** By one more statement, for the keys of all parents; where there are very many, for thousands of them at a time. */
    KEYED,
    /** As a column of JSON in the statement of the parents. */
    JSON
}
