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

    /** They are those that an insert could not insert, for their key is there: {@code excluded}. */
    Rows EXCLUDED = new Rows() {
        @Override
        public boolean areStored() {
            return true; // as they would be
        }

        @Override
        public String toString() {
            return "excluded rows";
        }
    };
}
