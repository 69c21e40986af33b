package dev.rowan.example.web;

import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;

/** Starts an application on the database and the port that the environment names. */
public final class Application {
    private Application() {}

    /**
     * Starts, and returns when it serves: {@code DATABASE_URL} is the database, else an H2 in memory; {@code PORT} is the port, else
     * 8080. When the process is told to end, calls that are being answered have ten seconds.
     *
     * @param serve starts the application on a database and a port
     */
    public static void start(String name, BiFunction<Database, Integer, WebServer> serve) {
        Map<String, String> environment = System.getenv();
        String url = environment.getOrDefault("DATABASE_URL", "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        int port = Integer.parseInt(environment.getOrDefault("PORT", "8080"));
        Database db = Database.connect(PoolConfig.of(url)).closeOnShutdown(Duration.ofSeconds(10));
        WebServer server = serve.apply(db, port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        System.out.println("The " + name + " serves " + server.uri() + " on " + db.dialect() + "; end it with ctrl-c.");
    }
}
