package dev.rowan.render;

/** What some databases can define and others cannot. A dialect says of each how it supports it; queries need none of them. */
public enum DdlFeature {
    /** Keys and checks of a table. */
    CONSTRAINT(
            "primary key, unique key, foreign key or check",
            "declare columns only, for nothing would hold the rows to it"),
    /** Columns and constraints of a table that is there can be altered; where emulated, the table is made anew, if asked for. */
    ALTER_TABLE("alteration of a column or a constraint", "allow the table to be made anew: rebuild()"),
    /** A comment on a table or a column. */
    COMMENT("comment on a table or a column", "leave the comment out"),
    /** An index of some rows only. */
    PARTIAL_INDEX("partial index", "say orFullIndex(), if an index of all rows will do"),
    /** An index that sorts by an expression. */
    EXPRESSION_INDEX("index of an expression", "index a computed column"),
    /** A place for a new column among the others. */
    COLUMN_POSITION("place of a new column", "leave after(…) out, for the order of columns means nothing to queries"),
    /** A sequence of its own. */
    SEQUENCE("sequence", "use an identity column"),
    /** A type whose values are listed. */
    ENUM_TYPE("enum type", "use a varchar, and a check of its values"),
    /** A foreign key that a transaction can check at its end. */
    DEFERRABLE("deferrable foreign key", "leave deferrable() out, and write rows in the order of their keys"),
    /** {@code on delete set default}. */
    SET_DEFAULT("on delete or on update set default", "use setNull, or set the value before the delete"),
    /** {@code create schema}. */
    SCHEMA("creation of a schema", "open another database"),
    /** A transaction that undoes definitions. */
    TRANSACTIONAL_DDL(
            "definitions within a transaction", "write one statement a migration, so that a failure leaves no half");

    private final String words;
    private final String alternative;

    DdlFeature(String words, String alternative) {
        this.words = words;
        this.alternative = alternative;
    }

    /** What it is, as an error names it. */
    public String words() {
        return words;
    }

    /** What to do where it is refused. */
    public String alternative() {
        return alternative;
    }
}
