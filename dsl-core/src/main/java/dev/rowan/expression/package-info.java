/**
 * The expressions of a query: values, columns, conditions, function calls. They are the tree itself; no second set of
 * nodes stands behind them. Everything is immutable and compares by structure; no node knows SQL text or a dialect,
 * which learn of it through {@link dev.rowan.expression.ExpressionVisitor}. Imports {@code error} and {@code type}.
 */
@NullMarked
package dev.rowan.expression;

import org.jspecify.annotations.NullMarked;
