package dev.rowan.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.io.FileUtils;

/** A directory that is costly to fill and therefore filled once, by the first build that needs it. */
final class CachedDirectory {
    private CachedDirectory() {}

    /** What goes into the directory; given an empty one. */
    @FunctionalInterface
    interface Content {
        void fill(Path directory) throws IOException;
    }

    /** The directory, filled. It gets its name only when it is whole, so a killed build leaves no half of it. */
    static Path of(Path directory, Content content) throws IOException {
        if (Files.isDirectory(directory)) {
            return directory;
        }
        Path part = directory.resolveSibling(directory.getFileName() + ".part");
        FileUtils.deleteDirectory(part.toFile());
        Files.createDirectories(part);
        content.fill(part);
        return Files.move(part, directory, StandardCopyOption.ATOMIC_MOVE);
    }
}
