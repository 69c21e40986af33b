package dev.rowan.expression;

/** A walk over expressions, one method per kind of node. The walk decides whether it visits the operands. */
public interface ExpressionVisitor {

    /** Visits a column. */
    void visitColumn(ColumnReference<?> column);

    /** Visits a value that will be bound. */
    void visitValue(BoundValue<?> value);

    /** Visits a comparison of two expressions. */
    void visitComparison(Comparison comparison);

    /** Visits an {@code and} or an {@code or}. */
    void visitLogical(Logical logical);

    /** Visits a negation. */
    void visitNot(Not not);

    /** Visits the condition that is always true, or always false. */
    void visitTruth(Truth truth);

    /** Visits an {@code in} of a list of values, which is not empty. */
    void visitInList(InList<?> in);

    /** Visits an {@code in} of a subquery. */
    void visitInSubquery(InSubquery in);

    /** Visits a {@code between}. */
    void visitBetween(Between between);

    /** Visits a {@code like}. */
    void visitLike(Like like);

    /** Visits an {@code is null} or {@code is not null}. */
    void visitNullCheck(NullCheck check);

    /** Visits an {@code exists}. */
    void visitExists(Exists exists);

    /** Visits a sum, a difference or a product. */
    void visitArithmetic(Arithmetic<?> arithmetic);

    /** Visits a call of a function or an aggregate. */
    void visitCall(Call<?> call);

    /** Visits an expression whose nullability is stated by hand. */
    void visitDeclared(DeclaredNullability<?> declared);
}
