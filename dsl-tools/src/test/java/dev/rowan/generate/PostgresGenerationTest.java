package dev.rowan.generate;

import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.query;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.execute.Database;
import dev.rowan.expression.Functions;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PlainColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.server.PostgresServer;
import dev.rowan.type.SqlType;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

final class PostgresGenerationTest extends GenerationContract {
    @Override
    String newDatabase() {
        return PostgresServer.newDatabase("generated");
    }

    @Override
    String script() {
        return "postgres.sql";
    }

    private enum Mood {
        GLAD
    }

    private record Day(long id, Mood mood) {}

    private static final class Days extends Table<Day> {
        private static final Days DAY = new Days(TableName.of("days"));

        private final NumberColumn<Day, Long> ID = bigint("id").primaryKey();
        private final PlainColumn<Day, Mood> MOOD = column(
                        "mood", SqlType.varchar(4).mapped(Mood.class, mood -> "glad", text -> Mood.GLAD))
                .notNull();

        private Days(TableName name) {
            super(name, Day.class, Days::new);
        }
    }

    @Test
    void enumsAreWrittenWhereTheDriverLeavesTheTypesOfTextsOpen() {
        String url = PostgresServer.newDatabase("moods");
        try (Database db = Database.connect(url + (url.contains("?") ? "&" : "?") + "stringtype=unspecified")) {
            db.session(session -> {
                try {
                    session.run(
                            session.dialect()
                                    .ddl()
                                    .script(
                                            new StringReader(
                                                    "create type mood as enum ('glad'); create table days (id bigint primary key, mood mood not null);")));
                    return url;
                } catch (java.io.IOException e) {
                    throw new UncheckedIOException(e);
                }
            });

            db.execute(insertInto(Days.DAY).row(new Day(1, Mood.GLAD)));

            assertThat(db.fetch(select().from(Days.DAY).where(Days.DAY.MOOD.eq(Mood.GLAD))))
                    .containsExactly(new Day(1, Mood.GLAD));
            assertThat(db.fetch(query("select mood::text from days", select(Functions.value("")))))
                    .containsExactly("glad");
            assertThat(Days.DAY.ID.isPrimaryKey()).isTrue();
        }
    }
}
