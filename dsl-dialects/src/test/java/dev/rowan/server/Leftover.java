package dev.rowan.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/** The server of an earlier JVM that was killed before it could end its server, as far as its data directory tells. */
final class Leftover {
    private Leftover() {}

    /** Ends the server that still uses the data, if any, and deletes the data. */
    static void clear(Path data, String pidFile, String program) throws IOException {
        Path file = data.resolve(pidFile);
        if (Files.exists(file)) {
            long pid = Long.parseLong(Files.readString(file).lines().findFirst().orElse("0"));
            ProcessHandle.of(pid).filter(handle -> runs(handle, program)).ifPresent(Leftover::end);
        }
        FileUtils.deleteDirectory(data.toFile());
    }

    /** The number may have passed on to an unrelated process since. */
    private static boolean runs(ProcessHandle handle, String program) {
        return handle.info().command().filter(path -> path.endsWith(program)).isPresent();
    }

    private static void end(ProcessHandle server) {
        server.destroyForcibly();
        server.onExit().join();
    }
}
