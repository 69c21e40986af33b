package dev.rowan.render;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.query.Conflict;
import dev.rowan.query.Insert;
import dev.rowan.schema.Column;
import dev.rowan.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;

/** The parts of a merge that stands in for an insert on conflict, for databases that have no such clause. */
public final class MergeParts {
    private MergeParts() {}

    /** Writes the names of columns in parentheses. */
    public static void names(SqlWriter sql, List<? extends Column<?, ?>> columns) {
        String before = "(";
        for (Column<?, ?> column : columns) {
            sql.append(before).append(column.name());
            before = ", ";
        }
        sql.append(")");
    }

    /** Writes {@code on "users"."email" = "excluded"."email"}, for each key that could be there. */
    public static void match(SqlWriter sql, Insert<?, ?> insert, Conflict<?> conflict) {
        String before = " on (";
        for (List<? extends Column<?, ?>> key : keys(insert, conflict, sql.dialect())) {
            for (Column<?, ?> column : key) {
                sql.append(before).append(column.qualifiedName()).append(" = ");
                excluded(sql, insert, column);
                before = " and ";
            }
            before = ") or (";
        }
        sql.append(")");
    }

    private static List<List<? extends Column<?, ?>>> keys(Insert<?, ?> insert, Conflict<?> conflict, Dialect dialect) {
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
                    dialect.toString(),
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
    public static void insert(SqlWriter sql, Insert<?, ?> insert) {
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
