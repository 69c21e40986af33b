package dev.rowan.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program with its arguments, run to its end. Immutable. */
record Command(Path directory, Map<String, String> environment, List<String> words) {
    Command {
        environment = Map.copyOf(environment);
        words = List.copyOf(words);
    }

    static Command in(Path directory, String... words) {
        return new Command(directory, Map.of(), List.of(words));
    }

    /**
     * Runs the program.
     *
     * @throws IOException if it is missing or ends with an error; the message has its output
     */
    void run() throws IOException {
        Process process = builder().redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = exitOf(process);
        if (status != 0) {
            throw new IOException(String.join(" ", words) + " ended with status " + status + ": " + output.strip());
        }
    }

    /** Whether the program is there and ends without an error. */
    boolean succeeds() {
        try {
            run();
            return true;
        } catch (IOException failure) {
            return false;
        }
    }

    /** The program, ready to be started by a caller who does not wait for its end. */
    ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    private static int exitOf(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interruption);
        }
    }
}
