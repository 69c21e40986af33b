package dev.rowan.guide.hsqldb;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.Literal;
import dev.rowan.expression.Windowed;
import dev.rowan.render.Dialect;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;

/** The clauses that HSQLDB spells differently. */
final class HsqldbRenderer extends SqlRenderer {
    HsqldbRenderer(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    /** A parameter whose type nothing around it tells has none. */
    @Override
    public void visitLiteral(Literal literal) {
        sql().append("cast(");
        visitValue(literal.value());
        sql().append(" as ").append(castType(literal.value().type())).append(")");
    }

    /** What is over a window: there are numbers of rows, but no partitions of them. */
    @Override
    public void visitWindowed(Windowed windowed) {
        throw new UnsupportedFeatureException(
                "window", dialect().toString(), "join the groups, or number the rows in Java");
    }
}
