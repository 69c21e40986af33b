package dev.rowan.expression;

/** What stands in a {@code group by}: an expression, or {@link GroupingSets}. */
public interface GroupKey extends ExpressionNode {}
