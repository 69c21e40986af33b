package dev.rowan.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.io.FileUtils;

/**
 * MySQL's program files, unpacked from their Maven artifact, and an initialised data directory that each server starts
 * from a copy of. Both are kept, so only the first build pays for them. Immutable.
 */
record MySqlInstallation(Path directory, Path program, Map<String, String> environment) {
    private static final String TARBALL = "/mysql-Linux-amd64.tar.gz";

    /**
     * The installation in a directory, made unless it is there.
     *
     * @throws IOException if the machine is none that the artifact is made for, or lacks what the server loads
     */
    static MySqlInstallation under(Path directory) throws IOException {
        String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!platform.equals("Linux amd64")) {
            throw new IOException("the embedded MySQL is made for Linux amd64, this is " + platform);
        }
        Path program = CachedDirectory.of(directory.resolve("program"), MySqlInstallation::unpack);
        return new MySqlInstallation(directory, program, environmentFor(program, directory.resolve("libraries")));
    }

    /** Starts a server on a fresh copy of the data, ending one that a killed build left behind. */
    MySqlProcess start(int port) throws IOException {
        // Durability is of no use to tests.
        return start(freshData("data"), port, "--innodb-flush-log-at-trx-commit=0");
    }

    /** A fresh copy of the data, no longer used by a server that a killed build left behind. */
    Path freshData(String name) throws IOException {
        Path template = CachedDirectory.of(directory.resolve("template"), this::initialise);
        Path data = directory.resolve(name);
        Leftover.clear(data, MySqlProcess.PID_FILE, "mysqld");
        FileUtils.copyDirectory(template.toFile(), data.toFile());
        return data;
    }

    /** Starts a server on data as it is. */
    MySqlProcess start(Path data, int port, String durability) throws IOException {
        return MySqlProcess.start(serverCommand(data, port, durability), data);
    }

    private void initialise(Path data) throws IOException {
        command(data, "--initialize-insecure").run();
    }

    private Command serverCommand(Path data, int port, String durability) {
        // The socket is relative to the data, as its full path may exceed 107 bytes.
        return command(
                data,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=mysqld.sock",
                "--pid-file=" + MySqlProcess.PID_FILE,
                "--mysqlx=OFF",
                "--skip-log-bin",
                "--innodb-use-native-aio=0",
                durability,
                "--performance-schema=OFF",
                "--default-time-zone=+00:00");
    }

    private Command command(Path data, String... options) {
        List<String> words = new ArrayList<>(List.of(mysqld(program), "--no-defaults"));
        // As root mysqld insists on the option; for anyone else it is only a warning in the log.
        words.add("--user=root");
        words.add("--basedir=" + program);
        words.add("--datadir=" + data);
        words.add("--innodb-redo-log-capacity=8M");
        words.addAll(List.of(options));
        return new Command(program, environment, words);
    }

    private static Map<String, String> environmentFor(Path program, Path libraries) throws IOException {
        Command probe = Command.in(program, mysqld(program), "--no-defaults", "--version");
        if (probe.succeeds()) {
            return Map.of();
        }
        Map<String, String> environment = Map.of("LD_LIBRARY_PATH", SharedLibraries.searchPath(libraries));
        new Command(program, environment, probe.words()).run();
        return environment;
    }

    private static String mysqld(Path program) {
        return program.resolve("bin/mysqld").toString();
    }

    private static void unpack(Path directory) throws IOException {
        try (InputStream resource = Objects.requireNonNull(
                        MySqlInstallation.class.getResourceAsStream(TARBALL), TARBALL + " is not on the class path");
                TarArchiveInputStream tarball =
                        new TarArchiveInputStream(new GzipCompressorInputStream(new BufferedInputStream(resource)))) {
            for (TarArchiveEntry entry = tarball.getNextEntry(); entry != null; entry = tarball.getNextEntry()) {
                // The links point into the file system of the machine that made the tarball.
                if (entry.isFile()) {
                    write(tarball, entry, directory.resolve(entry.getName()));
                }
            }
        }
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.copy(content, file);
        if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true)) {
            throw new IOException("the file system does not let " + file + " be executable");
        }
    }
}
