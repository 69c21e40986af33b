package dev.rowan.expression;

/** How tightly an expression binds, loosest first; it decides where a renderer puts parentheses. */
public enum Precedence {
    /** {@code or}. */
    OR,
    /** {@code and}. */
    AND,
    /** {@code not}. */
    NOT,
    /** {@code =}, {@code <}, {@code in}, {@code like}, {@code between}, {@code is null}. */
    COMPARISON,
    /** {@code +} and {@code -}. */
    ADDITIVE,
    /** {@code *}. */
    MULTIPLICATIVE,
    /** Columns, values, calls: never in parentheses. */
    PRIMARY
}
