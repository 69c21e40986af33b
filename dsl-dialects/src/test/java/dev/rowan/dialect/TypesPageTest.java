package dev.rowan.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.dialect.rendering.OwnDialects;
import dev.rowan.render.Dialect;
import dev.rowan.type.SqlType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/types.md} is that of the dialects; {@code -Drowan.docs=write} writes it. */
final class TypesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "types.md");
    private static final List<Dialect> DIALECTS = new OwnDialects().dialects();
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Contract))\\.(\\w+)`");

    @Test
    void pageShowsTheTypesOfTheDialects() throws IOException {
        String page = Files.readString(PAGE);
        String expected = SupportTableTest.with(page, "types", TypeTable.of(DIALECTS));

        if ("write".equals(System.getProperty("rowan.docs"))) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(page).isEqualTo(expected);
        }
    }

    @Test
    void everyKindHasARow() {
        assertThat(TypeTable.types().stream().map(SqlType::kind)).contains(SqlType.Kind.values());
    }

    @Test
    void notesNameTestsThatAreThere() throws IOException {
        Map<String, String> sources = DriversTableTest.sources();
        for (String row : notes()) {
            Matcher test = TEST.matcher(row);
            int found = 0;
            while (test.find()) {
                found++;
                assertThat(sources).as(row).containsKey(test.group(1));
                assertThat(sources.get(test.group(1))).as(row).contains("void " + test.group(2) + "(");
            }
            assertThat(found).as("tests that this row names: %s", row).isPositive();
        }
    }

    private static List<String> notes() throws IOException {
        String page = Files.readString(PAGE);
        return page.substring(page.indexOf("\n## What to know"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Type"))
                .toList();
    }
}
