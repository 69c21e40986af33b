package dev.rowan.dialect.postgres;

import dev.rowan.expression.Call;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Literal;
import dev.rowan.expression.NestedRows;
import dev.rowan.expression.RawText;
import dev.rowan.render.Dialect;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.type.SqlType;
import java.util.List;

/** The clauses that PostgreSQL spells differently. */
final class PostgresRenderer extends SqlRenderer {
    PostgresRenderer(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    /** One that writes rows must be of the whole statement. */
    @Override
    protected boolean insertFollowsCommonTables() {
        return true;
    }

    /** The driver's escape for the operators {@code ?}, {@code ?|} and {@code ?&} of {@code jsonb}. */
    @Override
    protected void questionMark(RawText text) {
        sql().append("??");
    }

    @Override
    public void visitCall(Call call) {
        switch (call.function()) {
            case "full_text_match" -> fullText(call, "(", " @@ ", ")");
            case "full_text_score" -> fullText(call, "cast(ts_rank(", ", ", ") as double precision)");
            default -> super.visitCall(call);
        }
    }

    /** Its query of an array would be read by a subquery more. */
    @Override
    protected void nestedRows(NestedRows nested) {
        aggregatedRows(nested);
    }

    /** Words as they are, without stems; an index can be of the same expression, for {@code ||} is immutable. */
    private void fullText(Call call, String before, String between, String after) {
        sql().append(before).append("to_tsvector('simple', regexp_replace(");
        List<Expression<?>> texts = call.arguments().subList(1, call.arguments().size());
        for (int i = 0; i < texts.size(); i++) {
            sql().append(i == 0 ? "coalesce(" : " || ' ' || coalesce(");
            write(texts.get(i));
            sql().append(", '')");
        }
        // its parser would keep the parts of an address, a path or a decimal together
        sql().append(", '[^[:alnum:]]+', ' ', 'g'))").append(between);
        sql().append("plainto_tsquery('simple', regexp_replace(");
        write(call.arguments().get(0));
        sql().append(", '[^[:alnum:]]+', ' ', 'g'))").append(after);
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
