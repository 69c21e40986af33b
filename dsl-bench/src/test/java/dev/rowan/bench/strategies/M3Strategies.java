package dev.rowan.bench.strategies;

import dev.rowan.bench.strategies.Contest.Cost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which strategy loads included records fastest, by number of parents and children, on an embedded server and on a real
 * one, each as it is and with one more millisecond for every statement?
 *
 * <pre>
 * mvn -q -Pbench-strategies process-test-classes
 * </pre>
 *
 * prints the tables of {@code docs/loading.md}, and leaves them in {@code target/strategies.md}. No JMH: what is compared
 * runs alternately in one JVM, so that what else the machine does slows all alike, and the fastest round counts.
 */
public final class M3Strategies {
    private static final List<Integer> PARENTS = List.of(1, 10, 100, 1_000);
    private static final long MILLISECOND = 1_000_000;

    private M3Strategies() {}

    /**
     * Measures everything.
     *
     * @param arguments {@code short} or {@code long}
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        Pace pace = Pace.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        List<String> lines = new ArrayList<>();
        for (Server server : Server.values()) {
            warmUp(server);
            print("", lines);
            print("### " + server, lines);
            print("", lines);
            print(HEADING, lines);
            print("|---|---|---|---|---|---|---|---|---|---|---|---|", lines);
            for (Shape shape : Shape.values()) {
                for (int children : shape.children()) {
                    for (int parents : PARENTS) {
                        print(line(shape, server, parents, children, pace), lines);
                    }
                }
            }
        }
        Files.write(Path.of("target", "strategies.md"), lines);
    }

    private static final String HEADING =
            "| Purchases | Statements: by hand, JOIN, KEYED, JSON | By hand, us | JOIN | KEYED | JSON"
                    + " | 1 ms away: by hand, us | JOIN | KEYED | JSON | By hand, kB | KEYED, bytes |";

    private static void warmUp(Server server) throws SQLException {
        try (Connection shop = server.newShop(100, 5)) {
            for (Shape shape : Shape.values()) {
                Contest.run(shape, server, shop, 0, Pace.WARMUP);
            }
        }
    }

    private static String line(Shape shape, Server server, int parents, int children, Pace pace) throws SQLException {
        try (Connection shop = server.newShop(parents, children)) {
            Map<String, Cost> near = Contest.run(shape, server, shop, 0, pace);
            Map<String, Cost> far = Contest.run(shape, server, shop, MILLISECOND, pace);
            Cost byHand = Objects.requireNonNull(near.get(Contest.BY_HAND));
            return "| " + shape.of(parents, children) + " | " + statements(near) + " | " + times(near) + " | "
                    + times(far)
                    + String.format(
                            Locale.ROOT,
                            " | %.1f | %.2fx |",
                            byHand.bytes() / 1_000,
                            Objects.requireNonNull(near.get("KEYED")).bytes() / byHand.bytes());
        }
    }

    private static String statements(Map<String, Cost> costs) {
        List<String> counts = new ArrayList<>();
        for (String name : List.of(Contest.BY_HAND, "JOIN", "KEYED", "JSON")) {
            Cost cost = costs.get(name);
            counts.add(cost == null ? "-" : String.valueOf(cost.statements()));
        }
        return String.join(", ", counts);
    }

    private static String times(Map<String, Cost> costs) {
        double byHand = Objects.requireNonNull(costs.get(Contest.BY_HAND)).nanoseconds();
        return String.format(
                Locale.ROOT,
                "%,.0f | %s | %s | %s",
                byHand / 1_000,
                ratio(costs.get("JOIN"), byHand),
                ratio(costs.get("KEYED"), byHand),
                isJson(costs) ? ratio(costs.get("JSON"), byHand) : "to be measured");
    }

    /** Whether JSON is what it says, one statement; it has been another name of KEYED. */
    private static boolean isJson(Map<String, Cost> costs) {
        return Objects.requireNonNull(costs.get("JSON")).statements() == 1;
    }

    private static String ratio(@Nullable Cost cost, double byHand) {
        return cost == null ? "-" : String.format(Locale.ROOT, "%.2fx", cost.nanoseconds() / byHand);
    }

    private static void print(String line, List<String> lines) {
        System.out.println(line);
        lines.add(line);
    }
}
