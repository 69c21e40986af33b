package dev.rowan.soak;

import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.soak.Copies.COPY;
import static dev.rowan.soak.Letters.LETTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.row.Many;
import dev.rowan.server.MariaDbServer;
import dev.rowan.server.MySqlServer;
import dev.rowan.server.PostgresServer;
import dev.rowan.server.SqliteFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A result is streamed through a heap that could not hold it. {@code mvn verify -Psoak} runs the large one. */
class SmallHeapTest {

    /** The databases that a JVM of its own can connect to. */
    enum Engine {
        POSTGRES,
        MYSQL,
        MARIADB,
        SQLITE;

        String newDatabase() {
            String name = "small_heap";
            return switch (this) {
                case POSTGRES -> PostgresServer.newDatabase(name);
                case MYSQL -> MySqlServer.newDatabase(name);
                case MARIADB -> MariaDbServer.newDatabase(name);
                case SQLITE -> SqliteFile.newDatabase(name);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void resultOfAHundredMegabytesIsStreamedInSixtyFour(Engine engine) throws Exception {
        stream(engine, 50_000, 20_000, 2_000, 100);
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource
    void millionsOfRowsAreStreamedInSixtyFourMegabytes(Engine engine) throws Exception {
        stream(engine, 2_000_000, 200_000, 250, 10_000);
    }

    private static void stream(Engine engine, long letters, long withCopies, int length, int abandoned)
            throws IOException, InterruptedException {
        String url = engine.newDatabase();
        try (Database db = Database.connect(PoolConfig.of(url).withSize(1, 1))) {
            db.execute(createTable(LETTER));
            db.execute(createTable(COPY));
            fill(db, letters, withCopies, "x".repeat(length));
        }

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        url,
                        "" + letters,
                        "" + withCopies,
                        "" + abandoned)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        System.out.println(engine + "\n" + output);
        assertThat(process.waitFor()).as(output).isZero();
    }

    /** Doubles the rows until there are enough, which needs no more of them in memory than one. */
    private static void fill(Database db, long letters, long withCopies, String body) {
        db.execute(insertInto(LETTER).row(new Letter(1, body, Many.unloaded())));
        for (long rows = 1; rows < letters; rows *= 2) {
            db.execute(insertInto(LETTER)
                    .columns(LETTER.ID, LETTER.BODY)
                    .select(select(LETTER.ID.plus(rows), LETTER.BODY)
                            .from(LETTER)
                            .where(LETTER.ID.le(letters - rows))));
        }
        db.execute(insertInto(COPY)
                .columns(COPY.ID, COPY.LETTER_ID, COPY.BODY)
                .select(select(LETTER.ID.plus(0), LETTER.ID, value(body))
                        .from(LETTER)
                        .where(LETTER.ID.le(withCopies))));
    }
}
