package dev.rowan.dialect.h2;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.Expression;
import dev.rowan.query.Conflict;
import dev.rowan.query.Insert;
import dev.rowan.render.Feature;
import dev.rowan.render.SqlWriter;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import dev.rowan.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;

/** The parts of a merge that stands in for an insert on conflict. */
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
        names(sql, columns);
    }

    private static void names(SqlWriter sql, List<? extends Column<?, ?>> columns) {
        String before = "(";
        for (Column<?, ?> column : columns) {
            sql.append(before).append(column.name());
            before = ", ";
        }
        sql.append(")");
    }

    /** Writes {@code on "users"."email" = "excluded"."email"}, for each key that could be there. */
    static void match(SqlWriter sql, Insert<?, ?> insert, Conflict<?> conflict) {
        String before = " on (";
        for (List<? extends Column<?, ?>> key : keys(insert, conflict)) {
            for (Column<?, ?> column : key) {
                sql.append(before).append(column.qualifiedName()).append(" = ");
                excluded(sql, insert, column);
                before = " and ";
            }
            before = ") or (";
        }
        sql.append(")");
    }

    private static List<List<? extends Column<?, ?>>> keys(Insert<?, ?> insert, Conflict<?> conflict) {
        UniqueKey<?> only = conflict.key();
        if (only != null) {
            return List.of(only.columns());
        }
        List<List<? extends Column<?, ?>>> all = new ArrayList<>();
        insert.table().uniqueKeys().forEach(key -> all.add(key.columns()));
        all.add(insert.table().primaryKeyColumns());
        all.removeIf(key -> key.isEmpty() || key.stream().anyMatch(column -> isNew(column, insert)));
        if (all.isEmpty() || all.stream().anyMatch(key -> !insert.columns().containsAll(key))) {
            throw new UnsupportedFeatureException(
                    Feature.CONFLICT_CLAUSE.words()
                            + " of any key, where the insert leaves columns of keys to the database",
                    "H2",
                    "name the key: onConflict(key)");
        }
        return all;
    }

    /** Whether what the database fills in is in no other row. */
    private static boolean isNew(Column<?, ?> column, Insert<?, ?> insert) {
        return !insert.columns().contains(column) && (column.isIdentity() || !column.isFilledByDatabase());
    }

    private static void excluded(SqlWriter sql, Insert<?, ?> insert, Column<?, ?> column) {
        sql.append(column.name().in(insert.table().excluded().qualifier()));
    }

    /** Writes {@code when not matched then insert ("name", "email") values ("excluded"."name", "excluded"."email")}. */
    static void insert(SqlWriter sql, Insert<?, ?> insert) {
        sql.append(" when not matched then insert ");
        names(sql, insert.columns());
        String before = " values (";
        for (Column<?, ?> column : insert.columns()) {
            sql.append(before);
            excluded(sql, insert, column);
            before = ", ";
        }
        sql.append(")");
    }
}
