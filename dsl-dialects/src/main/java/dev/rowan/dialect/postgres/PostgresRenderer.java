package dev.rowan.dialect.postgres;

import dev.rowan.expression.Literal;
import dev.rowan.expression.RawText;
import dev.rowan.render.Dialect;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.type.SqlType;

/** The clauses that PostgreSQL spells differently. */
final class PostgresRenderer extends SqlRenderer {
    PostgresRenderer(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    /** The driver's escape for the operators {@code ?}, {@code ?|} and {@code ?&} of {@code jsonb}. */
    @Override
    protected void questionMark(RawText text) {
        sql().append("??");
    }

    /** JSON of which nothing around it tells the type would be a text. */
    @Override
    public void visitLiteral(Literal literal) {
        if (literal.value().type().kind() == SqlType.Kind.JSON) {
            sql().append("cast(");
            visitValue(literal.value());
            sql().append(" as jsonb)");
        } else {
            super.visitLiteral(literal);
        }
    }

    @Override
    protected String castType(SqlType<?> type) {
        return switch (type.kind()) {
            case DECIMAL -> type.size() == 0 ? "numeric" : super.castType(type);
            case TEXT -> "text";
            default -> super.castType(type);
        };
    }
}
