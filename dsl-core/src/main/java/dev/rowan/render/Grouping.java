package dev.rowan.render;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.expression.ExpressionNode;
import dev.rowan.expression.Window;
import dev.rowan.query.Select;
import dev.rowan.schema.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rows of one select an expression sees: those of the tables, or groups of them. For one rendering. */
final class Grouping {
    private final GroupKeys keys;
    private Place place = Place.SELECT;
    private byte depthOfAggregate;
    private byte depthOfKey;
    private boolean aggregates;
    private int endOfFrom; // in the text
    private @Nullable Column<?, ?> bare;
    private @Nullable Paths paths; // null as long as none is read
    private @Nullable Window over; // of the aggregate that is being written, until it has been written itself

    Grouping(Select<?, ?> select) {
        keys = GroupKeys.of(select);
    }

    /** That of a select without a table. */
    Grouping() {
        keys = GroupKeys.NONE;
    }

    /** What is grouped, null if nothing is. */
    @Nullable
    Select<?, ?> select() {
        return keys.select();
    }

    /** Sets the window of the aggregate that is written next, and returns that of the one around it. */
    @Nullable
    Window exchangeWindow(@Nullable Window next) {
        Window before = over;
        over = next;
        return before;
    }

    Place place() {
        return place;
    }

    void enter(Place newPlace) {
        place = newPlace;
    }

    /** Remembers where the FROM clause has ended, for the tables that turn out to be read later. */
    void endFrom(SqlWriter sql) {
        endOfFrom = sql.length();
        if (paths != null || sql.bindCount() > 0) {
            paths().endFrom(sql.bindCount());
        }
    }

    int endOfFrom() {
        return endOfFrom;
    }

    @Nullable
    Paths readPaths() {
        return paths;
    }

    Paths paths() {
        if (paths == null) {
            paths = new Paths();
        }
        return paths;
    }

    /** Whether some keys are no columns. */
    boolean areComputed() {
        return keys.areComputed();
    }

    /** The keys that are no columns, each once. */
    List<ExpressionNode> computedKeys() {
        return keys.keys().stream()
                .filter(key -> !(key instanceof Column<?, ?>))
                .distinct()
                .toList();
    }

    /** Whether the column is a key by itself. */
    boolean isKey(Column<?, ?> column) {
        return keys.contains(column);
    }

    /** Whether the node is a key as a whole, so that its columns need not be keys. */
    boolean isComputedKey(ExpressionNode node) {
        return keys.areComputed() && depthOfAggregate == 0 && keys.contains(node);
    }

    void enterKey() {
        depthOfKey++;
    }

    void leaveKey() {
        depthOfKey--;
    }

    void enterAggregate(String function) {
        if (!place.takesAggregates()) {
            throw new InvalidQueryException("expected no aggregate in " + place + ", got " + function
                    + "(…); put the condition into having(…), or aggregate in a subquery");
        }
        if (depthOfAggregate > 0) {
            throw new InvalidQueryException("expected no aggregate within an aggregate or a nested row in " + place
                    + ", got " + function + "(…); aggregate in a derived table first, or in a subquery");
        }
        depthOfAggregate++;
        aggregates = true;
        checkBare();
    }

    /** Enters the values of a row, which are not computed of several, though they may stand in an aggregate. */
    void enterRow() {
        depthOfAggregate++;
    }

    void leaveAggregate() {
        depthOfAggregate--;
    }

    void checkWindow(String function) {
        if (!place.takesWindows() || depthOfAggregate > 0) {
            throw new InvalidQueryException("expected no function over a window in "
                    + (depthOfAggregate > 0 ? "an aggregate or a nested row" : place) + ", got " + function
                    + "(…) over (…); compute it in a derived table first");
        }
    }

    /** Checks a column of one of the select's own tables. */
    void check(Column<?, ?> column) {
        if (depthOfAggregate == 0 && depthOfKey == 0 && place.takesAggregates()) {
            checkGrouped(column);
        }
    }

    private void checkGrouped(Column<?, ?> column) {
        if (keys.isEmpty()) {
            bare = bare == null ? column : bare;
            checkBare();
        } else if (!keys.contains(column) && !keys.identify(column.table())) {
            throw new InvalidQueryException("expected a column of group by, or one within an aggregate, in " + place
                    + ", got " + column + "; add it to groupBy(…), which has " + keys.keys());
        }
    }

    private void checkBare() {
        if (bare != null && (aggregates || keys.makeGroups())) {
            throw new InvalidQueryException("expected only aggregates in " + place
                    + ", because without group by they make one row of all, got the column " + bare
                    + "; add groupBy(…), or aggregate the column");
        }
    }

    /** Whether a column was written that only the primary key among the keys makes sense of. */
    boolean dependsOnKey(Column<?, ?> column) {
        return !keys.isEmpty()
                && depthOfAggregate == 0
                && depthOfKey == 0
                && place.takesAggregates()
                && !keys.contains(column);
    }
}
