package dev.rowan.bench;

import com.sun.management.ThreadMXBean;
import dev.rowan.schema.Table;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.List;

/** A program that prints how many bytes it allocates to render a query a hundred times. */
public final class SurroundedRender {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private SurroundedRender() {}

    /**
     * Prints them.
     *
     * @param arguments below how many frames, and among how many tables
     */
    public static void main(String[] arguments) {
        List<Table<?>> tables = TablesInUse.of(Integer.parseInt(arguments[1]));
        R1BuildAndRender query = new R1BuildAndRender();
        try {
            RsSurroundings.below(Integer.parseInt(arguments[0]), () -> {
                render(query); // makes what is kept
                long before = THREADS.getCurrentThreadAllocatedBytes();
                render(query);
                System.out.println(THREADS.getCurrentThreadAllocatedBytes() - before);
            });
        } finally {
            Reference.reachabilityFence(tables);
        }
    }

    private static void render(R1BuildAndRender query) {
        for (int i = 0; i < 100; i++) {
            query.rowanBuiltAnew();
        }
    }
}
