package dev.rowan.schema;

/** Where the rows of a table come from: the database has stored them, or the query says how they are computed. */
public interface Rows {
    /** Whether they are rows of a table of the database, as it has stored them. */
    default boolean areStored() {
        return false;
    }

    /** The database has stored them. */
    Rows STORED = new Rows() {
        @Override
        public boolean areStored() {
            return true;
        }

        @Override
        public String toString() {
            return "stored rows";
        }
    };
}
