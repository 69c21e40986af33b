package dev.rowan.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The shared libraries that mysqld loads and a bare Debian or Ubuntu lacks, fetched with the machine's own package tool
 * into a directory of the build. Needs no privilege and installs nothing.
 */
final class SharedLibraries {
    private static final List<String> PLACES = List.of("usr/lib/x86_64-linux-gnu", "lib/x86_64-linux-gnu");

    private SharedLibraries() {}

    /**
     * The search path of the libraries, which are fetched unless they are there.
     *
     * @throws IOException if they cannot be fetched; the message names both packages
     */
    static String searchPath(Path directory) throws IOException {
        Path root = CachedDirectory.of(directory, SharedLibraries::fetch);
        List<String> places =
                PLACES.stream().map(place -> root.resolve(place).toString()).toList();
        return String.join(":", places);
    }

    private static void fetch(Path directory) throws IOException {
        try {
            download(directory);
        } catch (IOException failure) {
            throw new IOException(
                    "mysqld needs libaio.so.1 and libnuma.so.1, and fetching them failed: install the packages libaio1"
                            + " (libaio1t64 on newer systems) and libnuma1",
                    failure);
        }
        unpack(directory);
        restoreOldName(directory);
    }

    private static void download(Path directory) throws IOException {
        if (downloads(directory, List.of())) {
            return;
        }
        // The machine's package lists are missing or old: read them anew, into the build's own directory.
        Path lists = Files.createDirectories(directory.resolve("lists/partial")).getParent();
        List<String> ownLists = List.of("-o", "Dir::State::Lists=" + lists, "-o", "Dir::Cache=" + directory);
        apt(directory, ownLists, "update").run();
        if (!downloads(directory, ownLists)) {
            throw new IOException("apt-get download found neither libaio1 nor libaio1t64");
        }
    }

    private static boolean downloads(Path directory, List<String> options) {
        return apt(directory, options, "download", "libaio1", "libnuma1").succeeds()
                || apt(directory, options, "download", "libaio1t64", "libnuma1").succeeds();
    }

    private static Command apt(Path directory, List<String> options, String... words) {
        List<String> all = new ArrayList<>(List.of("apt-get"));
        all.addAll(options);
        all.addAll(List.of(words));
        return new Command(directory, Map.of(), all);
    }

    private static void unpack(Path directory) throws IOException {
        try (var packages = Files.newDirectoryStream(directory, "*.deb")) {
            for (Path archive : packages) {
                Command.in(directory, "dpkg", "-x", archive.toString(), ".").run();
            }
        }
    }

    /** Debian 13 and Ubuntu 24.04 renamed the library for 64-bit time; on this architecture it is the same one. */
    private static void restoreOldName(Path directory) throws IOException {
        for (String place : PLACES) {
            Path renamed = directory.resolve(place).resolve("libaio.so.1t64");
            if (Files.exists(renamed)) {
                Files.createSymbolicLink(renamed.resolveSibling("libaio.so.1"), renamed.getFileName());
            }
        }
    }
}
