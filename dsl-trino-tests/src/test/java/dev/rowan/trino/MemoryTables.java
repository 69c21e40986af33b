package dev.rowan.trino;

import dev.rowan.execute.Database;
import dev.rowan.render.Dialect;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tables in memory, which take neither keys nor columns that are not null, and cannot be emptied: those that were written are made anew. */
final class MemoryTables {
    private static final Pattern WRITTEN = Pattern.compile("^insert into \"([^\"]+)\"");

    private final Set<String> written = ConcurrentHashMap.newKeySet();

    /** The handle, watched. */
    Database watched(Database handle) {
        return handle.withListener(event -> {
            Matcher insert = WRITTEN.matcher(event.sql().text());
            if (insert.find()) {
                written.add(insert.group(1));
            }
        });
    }

    /** Creates a table of the same columns. */
    static void create(Database db, Table<?> table) {
        Dialect dialect = db.dialect();
        run(
                db,
                "create table " + name(dialect, table)
                        + table.columns().stream()
                                .map(column -> column(dialect, column))
                                .collect(Collectors.joining(", ", " (", ")")));
    }

    /** Makes those of the tables anew that were written. */
    void empty(Database db, List<Table<?>> tables) {
        for (Table<?> table : tables) {
            if (written.remove(table.tableName().name())) {
                run(db, "drop table " + name(db.dialect(), table));
                create(db, table);
            }
        }
    }

    private static String column(Dialect dialect, Column<?, ?> column) {
        return column.name().quoted(dialect.quotes()) + " " + dialect.ddl().typeName(column.type());
    }

    private static String name(Dialect dialect, Table<?> table) {
        return table.identifier().quoted(dialect.quotes());
    }

    private static void run(Database db, String sql) {
        db.withJdbc(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }
}
