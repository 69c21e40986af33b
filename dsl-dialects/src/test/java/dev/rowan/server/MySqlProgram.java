package dev.rowan.server;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A mysqld on data that outlives it. For one thread. */
final class MySqlProgram implements DurableServer.Program {
    private final MySqlInstallation installation;
    private final Path data;
    private final int port;
    private final ServerAddress address;
    private @Nullable MySqlProcess process;

    MySqlProgram(MySqlInstallation installation, Path data, int port, ServerAddress address) {
        this.installation = installation;
        this.data = data;
        this.port = port;
        this.address = address;
    }

    @Override
    public void start() throws IOException {
        process = installation.start(data, port, "--innodb-flush-log-at-trx-commit=1");
        process.awaitLogin(address);
    }

    @Override
    public void kill() {
        if (process != null) {
            process.kill();
        }
    }
}
