package dev.rowan.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.dialect.rendering.OwnDialects;
import dev.rowan.render.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/dialects.md} are those of the dialects; {@code -Drowan.docs=write} writes them. */
final class SupportTableTest {
    private static final Path PAGE = Path.of("../docs/dialects.md");
    private static final List<Dialect> DIALECTS = new OwnDialects().dialects();

    @Test
    void pageShowsWhatTheDialectsSupport() throws IOException {
        String page = Files.readString(PAGE);
        String expected = with(page, "functions", SupportTable.functions(DIALECTS));
        expected = with(expected, "definitions", SupportTable.definitions(DIALECTS));
        expected = with(expected, "features", SupportTable.features(DIALECTS));

        if ("write".equals(System.getProperty("rowan.docs"))) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(page).isEqualTo(expected);
        }
    }

    static String with(String page, String name, String table) {
        String begin = "<!-- " + name + " -->\n";
        String end = "\n<!-- end -->";
        int from = page.indexOf(begin) + begin.length();
        assertThat(page).contains(begin);
        return page.substring(0, from) + table + page.substring(page.indexOf(end, from));
    }
}
