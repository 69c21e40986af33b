package dev.rowan.schema;

/** Where the rows of a table come from: the database has stored them, or the query says how they are computed. */
public interface Rows {
    /** The database has stored them. */
    Rows STORED = new Rows() {
        @Override
        public String toString() {
            return "stored rows";
        }
    };
}
