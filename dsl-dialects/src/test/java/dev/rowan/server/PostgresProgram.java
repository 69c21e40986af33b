package dev.rowan.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL on data that outlives it. The library unpacks it and makes the data; the server is run here, because the library could
 * only have it stopped, which saves everything. For one thread.
 */
final class PostgresProgram implements DurableServer.Program {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path directory;
    private final Path data;
    private final ServerAddress address;
    private final List<String> arguments = new ArrayList<>();
    private @Nullable Process process;

    PostgresProgram(Path directory, Path data, int port, Map<String, String> settings, ServerAddress address) {
        this.directory = directory;
        this.data = data;
        this.address = address;
        arguments.addAll(List.of("-D", data.toString(), "-p", "" + port, "-c", "unix_socket_directories="));
        arguments.addAll(List.of("-c", "fsync=on", "-c", "synchronous_commit=on", "-c", "full_page_writes=on"));
        settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
    }

    @Override
    public void start() throws IOException {
        create();
        List<String> words = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            words.addAll(List.of("unshare", "-U")); // the server refuses to be root, and so does the library
        }
        words.add(executable());
        words.addAll(arguments);
        Process started = new Command(directory, Map.of(), words)
                .builder()
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        process = started;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        await(() -> !started.isAlive() || address.answers());
        if (!started.isAlive()) {
            throw new IOException("the server ended: " + Files.readString(log()));
        }
    }

    /** What it has said, beside its data. */
    Path log() {
        return directory.resolve(data.getFileName() + ".log");
    }

    /** Makes its data, unless they are there. */
    void create() throws IOException {
        if (Files.notExists(data)) {
            Files.deleteIfExists(log());
            EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(directory.toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false) // neither now nor when it is closed
                    .start()
                    .close();
        }
    }

    /** The server that the library has started notes it as the first word. */
    private String executable() throws IOException {
        return Files.readString(data.resolve("postmaster.opts")).split(" \"", 2)[0];
    }

    @Override
    public void kill() {
        if (process == null) {
            return;
        }
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await(() -> all.stream().noneMatch(PostgresProgram::runs)); // the next one must not find their memory in use
        process = null;
    }

    /** A dead process that its parent has not asked for runs no program. */
    private static boolean runs(ProcessHandle handle) {
        return handle.isAlive() && handle.info().command().isPresent();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("expected PostgreSQL to start and to end within " + PATIENCE
                        + ", got one that did not; see the log beside its data");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
