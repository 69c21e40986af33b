package dev.rowan.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.dialect.h2.H2Dialect;
import dev.rowan.dialect.mariadb.MariaDbDialect;
import dev.rowan.dialect.mysql.MySqlDialect;
import dev.rowan.dialect.postgres.PostgresDialect;
import dev.rowan.dialect.sqlite.SqliteDialect;
import dev.rowan.dialect.sqlserver.SqlServerDialect;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.query.SqlStatement;
import dev.rowan.render.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/queries.md} is what {@link Clauses} says, in every dialect; {@code -Drowan.docs=write} writes it. */
final class QueriesPageTest {
    private static final Path PAGE = Path.of("../docs/queries.md");
    private static final Path SOURCE = Path.of("src/test/java/dev/rowan/guide/Clauses.java");
    private static final String BEGIN = "<!-- clauses -->\n";
    private static final String END = "\n<!-- end -->";
    private static final Pattern CLAUSE = Pattern.compile(
            "/\\*\\* ([^\\n]*) \\*/\\s+static SqlStatement (\\w+)\\(\\) \\{\\n(.*?)\\n    }", Pattern.DOTALL);

    private static final List<Dialect> DIALECTS = List.of(
            new H2Dialect(2, 5),
            new PostgresDialect(18, 0),
            new MySqlDialect(8, 4),
            new MariaDbDialect(11, 4),
            new SqliteDialect(3, 50),
            new SqlServerDialect(16, 0));

    @Test
    void pageShowsEachClauseInEachDialect() throws IOException, ReflectiveOperationException {
        StringBuilder page = new StringBuilder();
        Matcher clause = CLAUSE.matcher(Files.readString(SOURCE));
        while (clause.find()) {
            SqlStatement statement = (SqlStatement)
                    Clauses.class.getDeclaredMethod(clause.group(2)).invoke(null);
            page.append("\n## ").append(clause.group(1)).append("\n\n```java\n");
            page.append(clause.group(3).stripIndent().replaceFirst("(?m)^return ", ""));
            page.append("\n```\n");
            texts(statement)
                    .forEach((text, names) -> page.append("\n")
                            .append(String.join(", ", names))
                            .append(":\n\n```sql\n")
                            .append(text)
                            .append("\n```\n"));
        }

        String before = Files.readString(PAGE);
        String after = before.substring(0, before.indexOf(BEGIN) + BEGIN.length())
                + page
                + before.substring(before.indexOf(END));
        if ("write".equals(System.getProperty("rowan.docs"))) {
            Files.writeString(PAGE, after);
        } else {
            assertThat(before).isEqualTo(after);
        }
    }

    private static Map<String, List<String>> texts(SqlStatement statement) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (Dialect dialect : DIALECTS) {
            String text;
            try {
                text = dialect.render(statement).pretty();
            } catch (UnsupportedFeatureException e) {
                text = "-- " + e.getMessage();
            }
            texts.computeIfAbsent(text, same -> new ArrayList<>())
                    .add(dialect.toString().replaceAll(" [0-9.]+$", ""));
        }
        return texts;
    }
}
