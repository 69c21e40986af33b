package dev.rowan.bench.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdStartTest {
    private static final int MOST_CLASSES = 450;

    @TempDir
    private Path directory;

    /** How long it takes is printed, and depends on the machine; what is loaded does not. */
    @Test
    void firstRenderLoadsFewClasses() throws Exception {
        long nothing = classesOf(Nothing.class);
        long render = classesOf(FirstRender.class);

        assertThat(render - nothing).isBetween(50L, (long) MOST_CLASSES);
    }

    private long classesOf(Class<?> program) throws IOException, InterruptedException {
        Path log = directory.resolve(program.getSimpleName() + ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        program.getName())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" source: ")).count();
        }
    }
}
