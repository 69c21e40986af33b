package dev.rowan.dialect;

import dev.rowan.server.MariaDbServer;
import dev.rowan.server.MySqlServer;
import dev.rowan.server.PostgresServer;
import dev.rowan.server.SqliteFile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way to be connected, to a server whose zone is UTC, and what that server calls things. Names in double quotes stand for
 * those of any database.
 *
 * @param options what the JDBC URL ends with
 * @param literal an instant or a local time, spelled as a literal of the server
 */
record Session(Server server, String options, UnaryOperator<String> literal) {
    /** The databases. */
    enum Server {
        H2,
        POSTGRESQL,
        MYSQL,
        MARIADB,
        SQLITE
    }

    /** The sessions in which a driver, or a server, could take an instant for another one. */
    static Stream<Session> all() {
        return Stream.of(
                        ofServer(Server.H2, "", ";TIME ZONE=Europe/Berlin", ";TIME ZONE=America/New_York"),
                        ofServer(Server.POSTGRESQL, "", "&options=-c%20TimeZone=Asia/Kolkata", "&prepareThreshold=-1"),
                        ofServer(
                                Server.MYSQL,
                                "",
                                "&connectionTimeZone=SERVER",
                                "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true",
                                "&connectionTimeZone=%2B05:30&forceConnectionTimeZoneToSession=true",
                                "&preserveInstants=false",
                                "&useServerPrepStmts=true"),
                        ofServer(
                                Server.MARIADB,
                                "",
                                "&connectionTimeZone=SERVER",
                                "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true",
                                "&connectionTimeZone=+05:30&forceConnectionTimeZoneToSession=true",
                                "&preserveInstants=true",
                                "&useServerPrepStmts=true"),
                        ofServer(Server.SQLITE, "", "&date_class=integer", "&date_class=real"))
                .flatMap(sessions -> sessions);
    }

    private static Stream<Session> ofServer(Server server, String... options) {
        return Stream.of(options).map(option -> new Session(server, option, literals(server)));
    }

    private static UnaryOperator<String> literals(Server server) {
        return switch (server) {
            case H2, POSTGRESQL ->
                iso -> "timestamp with time zone '" + iso.replace('T', ' ').replace("Z", "+00") + "'";
            case MYSQL, MARIADB -> iso -> "timestamp '" + iso.replace('T', ' ').replace("Z", "") + "'";
            case SQLITE -> iso -> "'" + iso + "'";
        };
    }

    /** The JDBC URL of a database of that name, which is empty. */
    String newDatabase(String name) {
        return switch (server) {
                    case H2 -> "jdbc:h2:mem:" + name + Integer.toHexString(options.hashCode()) + ";DB_CLOSE_DELAY=-1";
                    case POSTGRESQL -> PostgresServer.newDatabase(name);
                    case MYSQL -> MySqlServer.newDatabase(name);
                    case MARIADB -> MariaDbServer.newDatabase(name);
                    case SQLITE -> SqliteFile.newDatabase(name);
                }
                + options;
    }

    /** The number of microseconds since 1970 of a column that holds an instant. */
    String microseconds(String column) {
        return switch (server) {
            case H2, POSTGRESQL -> "cast(extract(epoch from " + column + ") * 1000000 as bigint)";
            case MYSQL, MARIADB -> "timestampdiff(microsecond, '1970-01-01', " + column + ")";
            case SQLITE ->
                "cast(strftime('%s', " + column + ") as integer) * 1000000 + cast(substr(" + column
                        + ", 21, 6) as integer)";
        };
    }

    /** The text of a column, or of anything else. */
    String text(String column) {
        return switch (server) {
            case H2, POSTGRESQL -> "cast(" + column + " as varchar)";
            case MYSQL, MARIADB -> "cast(" + column + " as char)";
            case SQLITE -> "replace(" + column + ", 'T', ' ')";
        };
    }

    /** Runs a statement of the server's own, through a connection that Rowan has no part in. */
    void run(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(quoted(sql));
        }
    }

    /** The texts of the first column of what the server answers. */
    List<@Nullable String> ask(String url, String sql) throws SQLException {
        List<@Nullable String> texts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(quoted(sql))) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private String quoted(String sql) {
        return server == Server.MYSQL || server == Server.MARIADB ? sql.replace('"', '`') : sql;
    }

    @Override
    public String toString() {
        return server + " " + options;
    }
}
