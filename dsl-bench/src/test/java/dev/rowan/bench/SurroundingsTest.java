package dev.rowan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Where a query is rendered costs nothing. */
class SurroundingsTest {
    @Test
    void renderingBelowManyFramesAllocatesAsBelowOne() throws Exception {
        assertThat(bytes(500, 4)).isPositive().isEqualTo(bytes(1, 4));
    }

    @Test
    void renderingAmongManyTablesAllocatesAsAmongFew() throws Exception {
        assertThat(bytes(1, 400)).isPositive().isEqualTo(bytes(1, 4));
    }

    @Test
    void tablesInUseAreOfClassesOfTheirOwn() {
        assertThat(TablesInUse.of(4))
                .extracting(Object::getClass)
                .doesNotHaveDuplicates()
                .doesNotContain(Parcels.class);
    }

    /** In a process that compiles nothing, for what its compiler removes differs from one to the next. */
    private static long bytes(int frames, int tables) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xint",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SurroundedRender.class.getName(),
                        String.valueOf(frames),
                        String.valueOf(tables))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return Long.parseLong(printed.strip());
    }
}
