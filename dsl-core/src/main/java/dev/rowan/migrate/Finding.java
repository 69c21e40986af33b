package dev.rowan.migrate;

/**
 * Something that is not as it should be, or may do harm.
 *
 * @param rule which rule it is about
 * @param severity how bad it is
 * @param subject what it is about: {@code orders}, {@code orders.total}, {@code orders.orders_pkey}
 * @param message what was expected, what came, and what to do
 */
public record Finding(Rule rule, Severity severity, String subject, String message) {

    /** How bad a finding is. */
    public enum Severity {
        /** Good to know. */
        INFO,
        /** It may fail, or be slow, some day. */
        WARNING,
        /** Statements will fail, or values be lost. */
        ERROR
    }

    /** What is looked for. */
    public enum Rule {
        /** A declared table is not there. */
        TABLE_MISSING,
        /** A declared column is not there. */
        COLUMN_MISSING,
        /** A column is there that is not declared. */
        COLUMN_UNDECLARED,
        /** A column is of another type than is declared. */
        TYPE_DIFFERS,
        /** A column holds less than is declared. */
        TYPE_NARROWER,
        /** One side allows NULL, the other does not. */
        NULLABILITY_DIFFERS,
        /** The database fills in something else than is declared. */
        DEFAULT_DIFFERS,
        /** One side counts up, the other does not. */
        IDENTITY_DIFFERS,
        /** One side computes the column, the other does not, or otherwise. */
        COMPUTED_DIFFERS,
        /** The primary key is of other columns. */
        PRIMARY_KEY_DIFFERS,
        /** A declared unique key is not there. */
        UNIQUE_KEY_MISSING,
        /** A declared foreign key is not there, or does something else. */
        FOREIGN_KEY_MISSING,
        /** A declared check is not there. */
        CHECK_MISSING,
        /** A declared index is not there. */
        INDEX_MISSING,
        /** All rows of a table go. */
        DROP_TABLE,
        /** All values of a column go. */
        DROP_COLUMN,
        /** Values may not fit the new type. */
        NARROWING,
        /** Rows that are there have no value for a new column. */
        NOT_NULL_WITHOUT_DEFAULT,
        /** Rows that are there may hold NULL. */
        SET_NOT_NULL,
        /** Programs that run know the old name. */
        RENAME,
        /** All rows are written anew while nobody can use the table. */
        TABLE_REWRITE,
        /** Nobody can write to the table while its index is made. */
        BLOCKING_INDEX,
        /** Deletes of what is pointed at look through all rows. */
        FOREIGN_KEY_WITHOUT_INDEX,
        /** Two indexes serve the same queries. */
        DUPLICATE_INDEX,
        /** Money is kept in binary fractions. */
        FLOAT_FOR_MONEY,
        /** Rows that are there may break a new constraint. */
        CONSTRAINT_ON_ROWS,
        /** Rows of the table cannot be told apart. */
        TABLE_WITHOUT_KEY,
        /** Rows may hold a value that goes. */
        REMOVED_ENUM_VALUE,
        /** What reads the index knows the old definition. */
        DROP_INDEX
    }

    /** The finding in one line. */
    @Override
    public String toString() {
        return severity + " " + rule + " " + subject + ": " + message;
    }
}
