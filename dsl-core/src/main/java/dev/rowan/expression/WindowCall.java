package dev.rowan.expression;

/** What can be computed over a window: an aggregate, or a function that makes no sense without a window. */
public sealed interface WindowCall extends ExpressionNode permits Aggregate, Ranking {
    /** The name of the function. */
    String function();
}
