package dev.rowan.expression;

/** What columns belong to: a table, or an alias of one. Compared by identity. */
public interface Source {

    /** The name by which the columns are qualified: the alias, or else the table's name. */
    Identifier qualifier();
}
