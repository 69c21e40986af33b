package dev.rowan.dialect.sqlserver;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.Aggregate;
import dev.rowan.expression.Frame;
import dev.rowan.expression.Ranking;
import dev.rowan.expression.Window;
import dev.rowan.expression.Windowed;
import dev.rowan.render.Dialect;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import java.util.Set;

/** The windows that SQL Server spells differently. */
abstract class SqlServerWindows extends SqlRenderer {
    private static final Set<String> OF_NO_WINDOW = Set.of("string_agg");

    private boolean overWindow;
    private boolean ranks; // whether the function over a window needs an order

    SqlServerWindows(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    /** Whether what is written is a function over a window, or within one. */
    final boolean isOverWindow() {
        return overWindow;
    }

    @Override
    public void visitWindowed(Windowed windowed) {
        if (windowed.call() instanceof Aggregate aggregate && OF_NO_WINDOW.contains(aggregate.function())) {
            throw new UnsupportedFeatureException(
                    "function " + aggregate.function() + " over a window",
                    dialect().toString(),
                    "aggregate in a derived table, and join it");
        }
        boolean before = ranks;
        boolean within = overWindow;
        ranks = windowed.call() instanceof Ranking;
        overWindow = true;
        super.visitWindowed(windowed);
        overWindow = within;
        ranks = before;
    }

    @Override
    public void visitRanking(Ranking ranking) {
        if (ranking.function().equals("nth_value")) {
            throw new UnsupportedFeatureException(
                    "function nth_value",
                    dialect().toString(),
                    "number the rows by rowNumber() in a derived table, and take one by its number");
        }
        super.visitRanking(ranking);
    }

    /** Functions that rank, and frames, ask for an order, be it none. */
    @Override
    protected void unordered(Window window) {
        if (ranks || window.frame() != null || window.name() != null) {
            boolean first = window.partition().isEmpty();
            sql().append(first ? "order by (select null)" : " order by (select null)");
            sql().append(first && window.frame() != null ? " " : "");
        }
    }

    @Override
    protected void frame(Frame frame) {
        boolean distances = frame.start().distance() > 0 || frame.end().distance() > 0;
        if (frame.unit() == Frame.Unit.RANGE && (distances || isDistance(frame.start()) || isDistance(frame.end()))) {
            throw new UnsupportedFeatureException(
                    "distance in a frame of a range", dialect().toString(), "use rows(…), or join the rows in range");
        }
        super.frame(frame);
    }

    private static boolean isDistance(Frame.Bound bound) {
        return bound.kind() == Frame.Bound.Kind.PRECEDING || bound.kind() == Frame.Bound.Kind.FOLLOWING;
    }
}
