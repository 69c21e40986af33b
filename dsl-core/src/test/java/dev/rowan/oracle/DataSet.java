package dev.rowan.oracle;

import static dev.rowan.query.Sql.insertInto;

import dev.rowan.execute.Database;
import dev.rowan.execute.SqlExecutor;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.schema.Association;
import dev.rowan.schema.Table;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of all tables. */
final class DataSet {
    private final Map<Table<?>, List<StoredRow>> rows;
    private final Map<Association<?, ?, ?>, Map<StoredRow, List<StoredRow>>> related = new HashMap<>();

    DataSet(Map<Table<?>, List<StoredRow>> rows) {
        this.rows = new LinkedHashMap<>(rows);
    }

    /** The rows of a table. */
    List<StoredRow> rows(Table<?> table) {
        return rows.get(table);
    }

    /** The rows that an association leads to from a row, in any order. */
    List<StoredRow> related(Association<?, ?, ?> association, StoredRow from) {
        return related.computeIfAbsent(association, one -> new IdentityHashMap<>())
                .computeIfAbsent(
                        from,
                        row -> rows(association.target()).stream()
                                .filter(to -> Link.ALL.get(association).leads(this, row, to))
                                .toList());
    }

    /** Puts the rows into the empty tables of a database. */
    void store(Database db) {
        if (db.dialect().support(Feature.WRITE_IN_TRANSACTION) == Support.REFUSED) {
            insert(db);
            return;
        }
        db.transaction(transaction -> {
            insert(transaction);
            return true;
        });
    }

    private void insert(SqlExecutor executor) {
        rows.keySet().stream()
                .filter(table -> !rows(table).isEmpty())
                .forEach(table ->
                        executor.execute(insertInto(RowanQueries.typed(table)).rows(records(table))));
    }

    private List<Object> records(Table<?> table) {
        return rows(table).stream().map(row -> Records.of(row, Map.of())).toList();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        rows.values().forEach(list -> list.forEach(row -> text.append(row).append('\n')));
        return text.toString();
    }
}
