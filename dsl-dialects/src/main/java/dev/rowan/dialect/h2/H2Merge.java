package dev.rowan.dialect.h2;

import dev.rowan.expression.Expression;
import dev.rowan.query.Insert;
import dev.rowan.render.MergeParts;
import dev.rowan.render.SqlWriter;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import java.util.List;

/** The source of a merge that stands in for an insert on conflict. */
final class H2Merge {
    private H2Merge() {}

    /** Writes {@code merge into "users" as "users" using (values (…), (…)) as "excluded"("name", "email")}. */
    static void source(H2Renderer renderer, SqlWriter sql, Insert<?, ?> insert) {
        Table<?> table = insert.table();
        List<? extends Column<?, ?>> columns = insert.columns();
        sql.append("merge into ").append(sql.nameOf(table)).append(" as ").append(table.qualifier());
        String before = " using (values (";
        for (List<Expression<?>> row : insert.values()) {
            for (int i = 0; i < row.size(); i++) {
                sql.append(i == 0 ? before : ", ");
                renderer.typed(columns.get(i).type(), row.get(i));
            }
            before = "), (";
        }
        sql.append(")) as ").append(table.excluded().qualifier());
        MergeParts.names(sql, columns);
    }
}
