package dev.rowan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That sources are generated from scripts on a real server which is started for it, each time the same. */
final class ScratchTest extends CommandLineTest {
    @ParameterizedTest
    @CsvSource({"test-postgres, postgres.sql, jsonb", "dev.rowan.generate.MySqlScratch, mysql.sql, point"})
    void scriptsBecomeSourcesOnARealServer(String scratch, String script, String onlyThere) throws IOException {
        try (InputStream sql = ScratchTest.class.getResourceAsStream("/dev/rowan/generate/" + script)) {
            file(script, new String(sql.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(folder().resolve("migrations").resolve(script)).content().contains(onlyThere);

        Map<String, String> once = generated(scratch, "once");
        Map<String, String> again = generated(scratch, "again");

        assertThat(once)
                .containsKeys("shop/db/Orders.java", "shop/db/OpenOrders.java")
                .hasSize(18);
        assertThat(again).isEqualTo(once);
    }

    private Map<String, String> generated(String scratch, String name) throws IOException {
        Path out = folder().resolve(name);
        int code = run(
                "generate",
                "--package",
                "shop.db",
                "--out",
                out.toString(),
                "--scratch",
                scratch,
                "--scripts",
                folder().resolve("migrations").toString());
        assertThat(code).as(err()).isZero();
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(out)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(out.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
