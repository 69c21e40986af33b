package dev.rowan.dialect.trino;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.GroupingSets;
import dev.rowan.expression.Like;
import dev.rowan.expression.Selectable;
import dev.rowan.render.Dialect;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;

/** The clauses that Trino spells differently. */
final class TrinoRenderer extends SqlRenderer {
    private boolean inGroupingSets;

    TrinoRenderer(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    @Override
    public void visitGroupingSets(GroupingSets sets) {
        inGroupingSets = true;
        super.visitGroupingSets(sets);
        inGroupingSets = false;
    }

    /** A place in the result is no key of several groupings here, and to the server an expression with a value is another each time. */
    @Override
    protected void groupKeyOfItem(int index, Selectable<?> item) {
        if (inGroupingSets) {
            throw new UnsupportedFeatureException(
                    "computed key in rollup, cube or grouping sets",
                    dialect().toString(),
                    "compute it in a derived table, and group by its column");
        }
        super.groupKeyOfItem(index, item);
    }

    @Override
    public void visitLike(Like like) {
        if (!like.ignoresCase()) {
            super.visitLike(like);
            return;
        }
        sql().append("lower(");
        write(like.operand());
        sql().append(like.negated() ? ") not like lower(" : ") like lower(");
        write(like.pattern());
        sql().append(")");
        escape(like);
    }

    /** What the driver cannot send by its type is sent as a text. */
    @Override
    public void visitValue(BoundValue<?> value) {
        String marker = switch (value.type().kind()) {
            case DATE -> "cast(? as date)";
            case TIME -> "cast(? as time(6))";
            case TIMESTAMP -> "cast(? as timestamp(6))";
            case INSTANT -> "cast(? as timestamp(6) with time zone)";
            case UUID -> "cast(? as uuid)";
            case JSON -> "json_parse(?)";
            default -> "?";
        };
        sql().append(marker, value);
    }
}
