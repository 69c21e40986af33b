package dev.rowan.query;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import dev.rowan.type.SqlType.Kind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The creation of a table that holds the rows of a query, with its columns and without keys, checks and defaults. {@code
 * createTable(SUMMARY).as(select(ORDER.USER_ID, sum(ORDER.TOTAL).as("total")).from(ORDER).groupBy(ORDER.USER_ID))} is {@code create table
 * summaries as select …}. Immutable.
 */
public final class CreateTableAs extends SqlCommand {
    private final Table<?> table;
    private final RowQuery<?> query;

    CreateTableAs(Table<?> table, RowQuery<?> query) {
        this.table = table;
        this.query = query;
        List<String> declared = table.columns().stream()
                .map(column -> described(column.name().name(), column.type()))
                .toList();
        List<String> selected = query.shape().slots().stream()
                .map(slot -> described(String.valueOf(slot.name()), slot.type()))
                .toList();
        if (!declared.equals(selected)) {
            throw new InvalidQueryException(
                    "expected a query of the columns of " + table + ", " + declared + ", got " + selected
                            + "; name what is selected by as(…), in the order of the table, and cast(…) what is of another type");
        }
    }

    /** Texts of any length are alike. */
    private static String described(String name, SqlType<?> type) {
        Kind kind = type.kind() == Kind.VARCHAR ? Kind.TEXT : type.kind();
        return name + " " + kind.name().toLowerCase(Locale.ROOT);
    }

    /** The table. */
    public Table<?> table() {
        return table;
    }

    /** The query. */
    public RowQuery<?> query() {
        return query;
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visitCreateTableAs(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CreateTableAs that && table == that.table && query.equals(that.query);
    }

    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(table) + query.hashCode();
    }
}
