package dev.rowan.dialect.sqlite;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Call;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Identifier;
import dev.rowan.render.SqlWriter;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import java.util.List;
import java.util.stream.Collectors;

/** The search in a table of {@code fts5}: its left side is a column that bears the table's name. */
final class SqliteFullText {
    private SqliteFullText() {}

    static void write(SqlWriter sql, Call call) {
        List<Column<?, ?>> columns =
                call.arguments().stream().skip(1).map(SqliteFullText::column).toList();
        Table<?> table = columns.get(0).table();
        if (columns.stream().anyMatch(column -> column.table() != table)) {
            throw new InvalidQueryException("expected columns of one table of fts5 in fullText(…) on SQLite, got "
                    + columns + "; search in each table, and combine the conditions by or(…)");
        }
        Identifier searched = Identifier.of(table.identifier().name()).in(table.qualifier());
        if (call.function().equals("full_text_score")) {
            sql.append("(-bm25(").append(searched).append("))");
        } else {
            String words = String.valueOf(((BoundValue<?>) call.arguments().get(0)).value());
            String search = columns.stream()
                    .map(column -> '"' + column.name().name().replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(" ", "{", "} : (\"" + words.replace(" ", "\" AND \"") + "\")"));
            sql.append("(")
                    .append(searched)
                    .append(" match ?", BoundValue.of(SqlType.TEXT, search))
                    .append(")");
        }
    }

    private static Column<?, ?> column(Expression<?> text) {
        if (text instanceof Column<?, ?> column) {
            return column;
        }
        throw new InvalidQueryException("expected columns of a table of fts5 in fullText(…) on SQLite, got " + text
                + "; search in the table itself");
    }
}
