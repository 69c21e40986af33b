package dev.rowan.execute;

import dev.rowan.render.RenderedSql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.StringJoiner;

/** The plan of a statement as the database tells it. */
final class Explanation {
    private Explanation() {}

    /** A line for each row of the plan. */
    static String of(StatementRunner runner, Connection connection, RenderedSql sql) {
        return runner.withoutLimitOfRows()
                .query(
                        connection,
                        runner.dialect().explained(sql),
                        Explanation::lines,
                        plan -> plan.lines().count());
    }

    private static String lines(ResultSet rows) throws SQLException {
        StringJoiner lines = new StringJoiner("\n");
        while (rows.next()) {
            StringJoiner line = new StringJoiner(" | ");
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                line.add(rows.getString(i));
            }
            lines.add(line.toString());
        }
        return lines.toString();
    }
}
