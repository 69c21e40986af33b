package dev.rowan.trino;

import io.trino.Session;
import io.trino.plugin.memory.MemoryPlugin;
import io.trino.plugin.tpch.TpchPlugin;
import io.trino.testing.DistributedQueryRunner;
import io.trino.testing.TestingSession;
import java.lang.reflect.Field;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A Trino of three nodes within this JVM, which all tests share: TPC-H's data in one catalog, and tables in memory in another. The
 * variable {@code ROWAN_TEST_TRINO_URL}, such as {@code jdbc:trino://host:8080}, names another with the same catalogs.
 */
public final class TrinoServer {
    /** How many nodes take part in a query. */
    static final int NODES = 3;

    /** Tables of a few rows are read and written by one thread each, and rows are brought together on one node, which takes half the time. */
    private static final String SMALL =
            "&sessionProperties=task_concurrency:1;task_min_writer_count:1;task_max_writer_count:1"
                    + ";redistribute_writes:false;max_hash_partition_count:1;min_hash_partition_count:1";

    private static final String OTHER = System.getenv("ROWAN_TEST_TRINO_URL");

    private TrinoServer() {}

    /** The URL of a new schema for tables in memory. */
    public static String newDatabase(String name) {
        String schema = name + "_" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        try (Connection connection = DriverManager.getConnection(url("memory", "default"));
                Statement statement = connection.createStatement()) {
            statement.execute("create schema memory." + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url("memory", schema) + SMALL;
    }

    /** The URL of the data of TPC-H at scale 0.01, its columns named as in the standard, its amounts decimals. */
    public static String tpch() {
        return url("tpch", "tiny");
    }

    private static String url(String catalog, String schema) {
        String server = OTHER == null ? Running.URL : OTHER;
        return server + "/" + catalog + "/" + schema + "?user=rowan&explicitPrepare=false";
    }

    /** Started when the first test asks for it; the end of the JVM ends it. */
    private static final class Running {
        static final String URL = start();

        @SuppressWarnings("resource") // lives as long as the JVM
        private static String start() {
            Session session = TestingSession.testSessionBuilder().build();
            try {
                DistributedQueryRunner runner = DistributedQueryRunner.builder(session)
                        .setNodeCount(NODES)
                        .addExtraProperty("query.max-length", "10000000") // a million, if nothing is said
                        .addExtraProperty("task.info.max-age", "30s") // or thousands of ended tasks fill the memory
                        .build();
                forgetTraces(runner);
                runner.installPlugin(new TpchPlugin());
                runner.createCatalog(
                        "tpch",
                        "tpch",
                        Map.of("tpch.column-naming", "STANDARD", "tpch.double-type-mapping", "DECIMAL"));
                runner.installPlugin(new MemoryPlugin());
                runner.createCatalog("memory", "memory", Map.of("memory.max-data-per-node", "512MB"));
                URI server = runner.getCoordinator().getBaseUrl();
                return "jdbc:trino://" + server.getHost() + ":" + server.getPort();
            } catch (Exception e) {
                throw new IllegalStateException("expected Trino to start, but it failed", e);
            }
        }

        /** All steps of all queries would be kept until the memory is full, with nothing public to prevent it. */
        private static void forgetTraces(DistributedQueryRunner runner) throws Exception {
            Field exporter = DistributedQueryRunner.class.getDeclaredField("spanExporter");
            exporter.setAccessible(true);
            ((AutoCloseable) exporter.get(runner)).close();
        }
    }
}
