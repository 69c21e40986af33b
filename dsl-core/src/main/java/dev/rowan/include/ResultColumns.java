package dev.rowan.include;

import dev.rowan.expression.Selectable;
import dev.rowan.query.Select;
import dev.rowan.row.Slot;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a statement: those that its record is made of, after them those that the assembly needs besides, and after
 * these those of joined tables, each in turn such columns.
 */
final class ResultColumns {
    private final Select<?, ?> select;
    private final int before; // columns of the statement that come first
    private final List<Selectable<?>> added = new ArrayList<>();
    private final List<Selectable<?>> joined = new ArrayList<>();

    ResultColumns(Select<?, ?> select) {
        this(select, 0);
    }

    private ResultColumns(Select<?, ?> select, int before) {
        this.select = select;
        this.before = before;
    }

    /** Those of a table that is joined, after all that are there yet; no column can be added here any more. */
    ResultColumns ofJoined(Select<?, ?> rows) {
        return new ResultColumns(rows, before + select.width() + added.size() + joined.size());
    }

    /** Takes the columns of a joined table over. */
    void append(ResultColumns other) {
        joined.addAll(other.all());
    }

    /** Where a column stands, which is added if nobody asked for it yet. */
    int slotOf(Selectable<?> column) {
        int own = select.columns().indexOf(column);
        if (own >= 0) {
            return own;
        }
        int known = added.indexOf(column);
        if (known < 0) {
            known = added.size();
            added.add(column);
        }
        return select.width() + known;
    }

    List<Integer> slotsOf(List<? extends Selectable<?>> columns) {
        return columns.stream().map(this::slotOf).toList();
    }

    /** The 1-based position in the statement. */
    int positionOf(Selectable<?> column) {
        return before + slotOf(column) + 1;
    }

    /** How many columns of the statement come before these. */
    int before() {
        return before;
    }

    /** The columns that are no part of the record, those of joined tables left out. */
    List<Slot> extra() {
        return added.stream()
                .map(column -> new Slot(column.label(), column.type(), column.isNullable(select::isOuterJoined)))
                .toList();
    }

    private List<Selectable<?>> all() {
        List<Selectable<?>> all = new ArrayList<>(select.columns());
        all.addAll(added);
        all.addAll(joined);
        return all;
    }

    /** The select with all columns. */
    Select<?, ?> statement() {
        return added.isEmpty() && joined.isEmpty() ? select : select.selecting(all());
    }
}
