package dev.rowan.tpch;

import dev.rowan.server.PostgresServer;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PostgresTpchTest extends TpchContract {
    @Override
    String newDatabase() {
        return PostgresServer.newDatabase("tpch");
    }

    static IntStream publishedQueries() {
        return IntStream.rangeClosed(1, 22);
    }

    /** Proves the data and the comparison, without Rowan's language. */
    @ParameterizedTest(name = "published query {0}")
    @MethodSource("publishedQueries")
    void publishedTextGivesThePublishedAnswer(int query) throws SQLException {
        List<String> statements = TpchAnswer.statements(query);
        int last = statements.size() - 1;
        List<List<@Nullable Object>> rows = new ArrayList<>();

        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String preparation : statements.subList(0, last)) {
                statement.execute(preparation);
            }
            try (ResultSet result = statement.executeQuery(statements.get(last))) {
                while (result.next()) {
                    rows.add(values(result));
                }
            }
        }

        TpchAnswer.of(query).requireEqual(rows);
    }

    private static List<@Nullable Object> values(ResultSet result) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            Object value = result.getObject(column);
            values.add(value instanceof Date date ? date.toLocalDate() : value);
        }
        return values;
    }
}
