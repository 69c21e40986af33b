package dev.rowan.expression;

import java.util.function.Predicate;

/** What expressions and conditions have in common: a place in the tree. */
public interface ExpressionNode {

    /** Calls the method of the visitor that belongs to this kind of node. */
    void accept(ExpressionVisitor visitor);

    /** How tightly the node binds. */
    Precedence precedence();

    /**
     * Whether it can be NULL.
     *
     * @param outerJoined tells of a source whether its columns are NULL in rows without a match
     */
    boolean isNullable(Predicate<? super Source> outerJoined);
}
