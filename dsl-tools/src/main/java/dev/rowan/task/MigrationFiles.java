package dev.rowan.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The files of a migration to be written. */
public final class MigrationFiles {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

    private MigrationFiles() {}

    /**
     * What a migration is called in the names of files: {@code "Create orders!"} is {@code create_orders}.
     *
     * @throws IllegalArgumentException if it has neither letters of English nor digits
     */
    public static String words(String name) {
        String words = name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        if (words.isEmpty()) {
            throw new IllegalArgumentException("expected a name of letters and digits, got '" + name + "'");
        }
        return words;
    }

    /**
     * Creates two empty files, whose version is the time in UTC, or the next second that no migration has.
     *
     * @param folder is created if it is not there
     * @return the file that does it, and the one that undoes it
     */
    public static List<Path> create(Path folder, String name) throws IOException {
        String words = words(name);
        Files.createDirectories(folder);
        String stem = "V" + freeVersion(folder) + "__" + words;
        return List.of(
                Files.createFile(folder.resolve(stem + ".up.sql")),
                Files.createFile(folder.resolve(stem + ".down.sql")));
    }

    private static String freeVersion(Path folder) throws IOException {
        LocalDateTime time = LocalDateTime.now(ZoneOffset.UTC);
        while (true) {
            String version = time.format(TIME);
            try (Stream<Path> files = Files.list(folder)) {
                if (files.noneMatch(file -> String.valueOf(file.getFileName()).startsWith("V" + version + "__"))) {
                    return version;
                }
            }
            time = time.plusSeconds(1);
        }
    }
}
