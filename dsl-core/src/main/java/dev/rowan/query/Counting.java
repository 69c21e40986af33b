package dev.rowan.query;

import static dev.rowan.expression.Aggregates.count;

import dev.rowan.expression.Named;
import dev.rowan.expression.Selectable;
import dev.rowan.row.NamedRow;
import dev.rowan.row.RowTarget;
import dev.rowan.schema.Column;
import dev.rowan.schema.TableName;
import java.util.List;

/** Makes of a query the one that counts its rows, and the one that yields a row if it has any. */
final class Counting {
    private static final String COUNTED = "rowan_counted";
    private static final String COLUMN = "rowan_column_";

    private Counting() {}

    static RowQuery<Long> number(RowQuery<?> query) {
        if (query instanceof Select<?, ?> select && isMadeOfRows(select) && !isCut(select)) {
            return select.selecting(Sql.select(count())).bare();
        }
        RowQuery<NamedRow> rows = labelled(query, orderMatters(query));
        DerivedTable<NamedRow> counted =
                new DerivedTable<>(TableName.of(COUNTED).as(COUNTED), rows, new QueryRows(rows, false));
        return Sql.select(count()).from(counted);
    }

    static RowQuery<?> existence(RowQuery<?> query) {
        if (query instanceof Select<?, ?> select) {
            Select<?, ?> some = isMadeOfRows(select)
                    ? select.selecting(
                            new Selection<>(RowTarget.named(List.of()), new Selectable<?>[] {select.column(0)}))
                    : select;
            Select<?, ?> bare = isCut(select) ? some.withoutIncludes() : some.bare();
            return select.maxRows() == null ? bare.limit(1) : bare;
        }
        return query instanceof SetOperation<?> operation && operation.maxRows() == null ? operation.limit(1) : query;
    }

    /** Whether a row of the result stands for a row of the tables. */
    private static boolean isMadeOfRows(Select<?, ?> select) {
        return !select.isDistinct()
                && select.groupKeys().isEmpty()
                && select.groupCondition() == null
                && select.columns().stream().allMatch(Column.class::isInstance);
    }

    private static boolean isCut(RowQuery<?> query) {
        return query.maxRows() != null || query.skippedRows() > 0;
    }

    /** Whether another order yields another number of rows. */
    private static boolean orderMatters(RowQuery<?> query) {
        return query instanceof Select<?, ?> select && select.isWithTies();
    }

    /** The same rows with a name for each column, which a derived table asks for. */
    private static RowQuery<NamedRow> labelled(RowQuery<?> query, boolean ordered) {
        if (query instanceof SetOperation<?> operation) {
            return operation.selecting(
                    labelled(operation.left(), isCut(operation.left())), named(operation.right()), ordered);
        }
        Selectable<?>[] columns = new Selectable<?>[query.width()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Named.unwrap(query.column(i).expression()).as(COLUMN + (i + 1));
        }
        return of(query, columns, ordered);
    }

    /** The same rows as rows of whatever columns they have. */
    private static RowQuery<NamedRow> named(RowQuery<?> query) {
        if (query instanceof SetOperation<?> operation) {
            return operation.selecting(named(operation.left()), named(operation.right()), isCut(operation));
        }
        return of(query, query.columns().toArray(Selectable<?>[]::new), isCut(query));
    }

    private static RowQuery<NamedRow> of(RowQuery<?> query, Selectable<?>[] columns, boolean ordered) {
        Selection<NamedRow> selection = new Selection<>(RowTarget.named(List.of()), columns);
        if (!(query instanceof Select<?, ?> select)) {
            return selection;
        }
        return ordered
                ? select.selecting(selection).withoutIncludes()
                : select.selecting(selection).bare();
    }
}
