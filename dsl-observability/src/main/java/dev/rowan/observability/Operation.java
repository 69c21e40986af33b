package dev.rowan.observability;

import dev.rowan.error.QueryException;
import dev.rowan.error.RowanException;
import dev.rowan.execute.StatementEvent;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a statement does, in words of which a program has few.
 *
 * @param summary {@code select orders}
 * @param name {@code select}
 * @param collection {@code orders}, without its schema, which may be one of many; null if the statement names no table
 */
record Operation(String summary, String name, @Nullable String collection) {

    /** The names of OpenTelemetry; an unknown dialect is called as it calls itself. */
    private static final Map<String, String> SYSTEMS = Map.of(
            "H2", "h2database",
            "PostgreSQL", "postgresql",
            "MySQL", "mysql",
            "MariaDB", "mariadb",
            "SQLite", "sqlite",
            "SQL Server", "microsoft.sql_server",
            "CockroachDB", "cockroachdb",
            "Trino", "trino");

    static Operation of(StatementEvent event) {
        return of(event.summary());
    }

    static Operation of(String summary) {
        int blank = summary.indexOf(' ');
        if (blank < 0) {
            return new Operation(summary, summary, null);
        }
        String name = summary.substring(0, blank);
        String table = summary.substring(Math.max(blank, summary.lastIndexOf('.')) + 1);
        return new Operation(name + " " + table, name, table);
    }

    static String system(StatementEvent event) {
        String name = event.dialect().name();
        String known = SYSTEMS.get(name);
        return known == null ? name.toLowerCase(Locale.ROOT).replace(' ', '_') : known;
    }

    /** The code of the database, or the name of what kind of error it is. */
    static String errorType(RowanException failure) {
        if (failure instanceof QueryException refused) {
            String state = refused.sqlState();
            return state == null ? refused.kind().name().toLowerCase(Locale.ROOT) : state;
        }
        Throwable cause = failure.getCause();
        return cause != null && failure.getClass() == RowanException.class
                ? cause.getClass().getName()
                : failure.getClass().getName();
    }
}
