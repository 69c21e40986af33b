package dev.rowan.render;

/** How a database tells whether an upsert has inserted a row or has found it. */
public enum UpsertOutcomes {
    /** {@link Dialect#insertedMark()}, returned by the statement, says it of each row. */
    RETURNED,
    /** A plain insert says it by failing: a transaction goes on after that, and then locks the row that it has found. */
    BY_FAILURE,
    /** An upsert of one row counts two where it updates; whether it has inserted or changed nothing stays unknown. */
    BY_COUNT,
    /** It does not tell. */
    UNKNOWN
}
