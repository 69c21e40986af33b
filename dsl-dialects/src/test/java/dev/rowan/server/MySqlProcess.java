package dev.rowan.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A mysqld that runs until this JVM ends, and not longer. */
final class MySqlProcess {
    static final String PID_FILE = "mysqld.pid";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process process;
    private final Path log;

    private MySqlProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static MySqlProcess start(Command command, Path data) throws IOException {
        Path log = data.resolve("mysqld.log");
        Process process = command.builder()
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        // Killed, not asked: its data is not used again.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new MySqlProcess(process, log);
    }

    /**
     * Returns when an administrator can log in.
     *
     * @throws IOException if the server ends before, or takes longer than a minute; the message has its log
     */
    void awaitLogin(ServerAddress address) throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!address.answers()) {
            if (hasEnded() || Instant.now().isAfter(deadline)) {
                process.destroyForcibly();
                throw new IOException("mysqld accepts no login: " + Files.readString(log));
            }
        }
    }

    /** Kills the server as {@code kill -9} does, and returns when it is over. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Whether the process is over; waits a moment for it. */
    private boolean hasEnded() throws IOException {
        try {
            return process.waitFor(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interruption);
        }
    }
}
