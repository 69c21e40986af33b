package dev.rowan.schema;

import dev.rowan.expression.Condition;
import dev.rowan.expression.Identifier;

/**
 * A condition that each row of a table keeps, in the database.
 *
 * @param condition of columns of the table
 */
public record TableCheck(Identifier name, Condition condition) {}
