package dev.rowan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.svg.SVGGraphics2D;
import org.openjdk.jmh.runner.RunnerException;

/** Measures Rowan beside its peers, and writes the figures into {@code performance.md} and its charts. */
public final class PeersReport {
    private static final int WIDTH = 900;

    private PeersReport() {}

    /**
     * Measures and writes.
     *
     * @param arguments {@code peers}, and the page
     */
    public static void main(String[] arguments) throws IOException, RunnerException, SQLException {
        checkRendering();
        List<Comparison> comparisons = Comparison.of(Benchmarks.measure(Effort.PEERS, Effort.PEERS.benchmarks()));
        Benchmarks.print(comparisons);
        Path page = Path.of(arguments[1]);
        Page.replace(page, "measured", table(comparisons));
        Path charts = Files.createDirectories(page.resolveSibling("performance"));
        chart("Building and rendering, times hand-written code", "R", comparisons, charts.resolve("rendering.svg"));
        chart("Reading and writing on H2, times hand-written JDBC", "[MB]", comparisons, charts.resolve("rows.svg"));
    }

    /** Checks the contestants that only render; not in their forks, where it would shape what the JDK's compiler makes of them. */
    private static void checkRendering() throws SQLException {
        new R1Peers().check();
        new R2Peers().check();
        new R3Peers().check();
        for (int rows : new int[] {1, 100}) {
            R4Peers inserts = new R4Peers();
            inserts.rows = rows;
            inserts.setUp();
            inserts.check();
        }
    }

    /** A line for each workload, with the ratios of time and bytes to the hand-written code. */
    private static String table(List<Comparison> comparisons) {
        Map<String, List<Comparison>> byWorkload = new LinkedHashMap<>();
        List<String> contestants = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            byWorkload
                    .computeIfAbsent(comparison.workload(), workload -> new ArrayList<>())
                    .add(comparison);
            if (!contestants.contains(comparison.contestant())) {
                contestants.add(comparison.contestant());
            }
        }
        contestants.sort((a, b) -> Boolean.compare(b.startsWith("rowan"), a.startsWith("rowan")));
        StringBuilder table = new StringBuilder("JDK " + Runtime.version() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors; " + Effort.PEERS.rounds()
                + " rounds of one fork each.\n\n| | by hand |");
        contestants.forEach(contestant -> table.append(' ').append(contestant).append(" |"));
        table.append("\n|---|---|").append("---|".repeat(contestants.size())).append('\n');
        byWorkload.forEach((workload, all) -> {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %,.0f ns, %,.0f B |",
                    workload.replace("Peers", ""),
                    all.get(0).nanosecondsByHand(),
                    all.get(0).bytesByHand()));
            for (String contestant : contestants) {
                table.append(all.stream()
                        .filter(comparison -> comparison.contestant().equals(contestant))
                        .map(PeersReport::cell)
                        .findFirst()
                        .orElse(" |"));
            }
            table.append('\n');
        });
        return table.append("\n![Building and rendering](performance/rendering.svg)\n")
                .append("\n![Reading and writing](performance/rows.svg)")
                .toString();
    }

    private static String cell(Comparison comparison) {
        double ratio = comparison.timeRatio();
        double factor = comparison.timeUncertainty();
        return String.format(
                Locale.ROOT,
                " **%.2fx** (%.2f-%.2f), %.2fx B |",
                ratio,
                ratio / factor,
                ratio * factor,
                comparison.bytesRatio());
    }

    private static void chart(String title, String workloads, List<Comparison> comparisons, Path file)
            throws IOException {
        DefaultCategoryDataset ratios = new DefaultCategoryDataset();
        for (Comparison comparison : comparisons) {
            if (comparison.workload().matches(workloads + ".*")) {
                ratios.addValue(
                        comparison.timeRatio(),
                        comparison.contestant(),
                        comparison.workload().replace("Peers", ""));
            }
        }
        JFreeChart chart =
                ChartFactory.createBarChart(title, null, null, ratios, PlotOrientation.VERTICAL, true, false, false);
        CategoryPlot plot = chart.getCategoryPlot();
        LogAxis axis = new LogAxis("lower is better");
        axis.setSmallestValue(0.5);
        plot.setRangeAxis(axis);
        BarRenderer renderer = (BarRenderer) plot.getRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        int height = WIDTH / 2;
        SVGGraphics2D svg = new SVGGraphics2D(WIDTH, height);
        chart.draw(svg, new java.awt.Rectangle(WIDTH, height));
        Files.writeString(file, svg.getSVGDocument());
    }
}
