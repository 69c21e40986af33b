package dev.rowan.expression;

/** A walk over expressions, one method per kind of node. The walk decides whether it visits the operands. */
public interface ExpressionVisitor {

    /** Visits a column. */
    void visitColumn(ColumnReference<?> column);

    /** Visits a value that will be bound. */
    void visitValue(BoundValue<?> value);

    /** Visits a value that is not part of the query. */
    void visitSetting(Setting<?> setting);

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
    void visitCall(Call call);

    /** Visits an expression whose nullability is stated by hand. */
    void visitDeclared(Declared declared);

    /** Visits an expression with a name. */
    void visitNamed(Named named);

    /** Visits a value that stands by itself. */
    void visitLiteral(Literal literal);

    /** Visits a conversion. */
    void visitCast(Cast cast);

    /** Visits a choice. */
    void visitCase(CaseWhen choice);

    /** Visits a call of an aggregate. */
    void visitAggregate(Aggregate aggregate);

    /** Visits a call of a function that exists only over a window. */
    void visitRanking(Ranking ranking);

    /** Visits a function over a window. */
    void visitWindowed(Windowed windowed);

    /** Visits the value of a subquery. */
    void visitScalarSubquery(ScalarSubquery scalar);

    /** Visits rows as one value. */
    void visitNestedRows(NestedRows nested);

    /** Visits the values of a subquery, with one or all of which something is compared. */
    void visitQuantified(Quantified<?> quantified);

    /** Visits several values that are compared as one. */
    void visitRowValue(RowValue<?> row);

    /** Visits a condition as a value. */
    void visitConditionValue(ConditionValue value);

    /** Visits several groupings at once. */
    void visitGroupingSets(GroupingSets sets);

    /** Visits SQL that was written by hand. */
    void visitRaw(RawSql raw);
}
