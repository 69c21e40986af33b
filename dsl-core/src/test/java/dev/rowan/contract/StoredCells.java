package dev.rowan.contract;

import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.error.RowanException;
import dev.rowan.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables of a type that a test chooses, and values in them. */
interface StoredCells extends OpenDatabase {
    /** Creates tables, uses them, and drops them. */
    default void with(Runnable use, Table<?>... tables) {
        for (Table<?> table : tables) {
            create(table);
        }
        try {
            use.run();
        } finally {
            for (int i = tables.length - 1; i >= 0; i--) {
                drop(tables[i]);
            }
        }
    }

    /** Drops a table. */
    default void drop(Table<?> table) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "drop table " + table.identifier().quoted(db().dialect().quotes()));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Inserts the values, and returns those that the database holds, in the order of their numbers, from 1. */
    default <T> List<T> insert(TypeCase<T> type, Cells.Of<T> table) {
        List<T> held = new ArrayList<>();
        for (T value : type.held()) {
            held.add(value);
            db().execute(insertInto(table).set(table.ID, held.size()).set(table.VALUE, value));
        }
        for (T value : type.awkward()) {
            try {
                db().execute(insertInto(table).set(table.ID, held.size() + 1).set(table.VALUE, value));
                held.add(value);
            } catch (RowanException | IllegalArgumentException | DateTimeException refusal) {
                assertThat(db().fetch(select(table.ID).from(table))).hasSize(held.size());
            }
        }
        return held;
    }

    /** Asserts that two values are the same to SQL. */
    static void assertSame(@Nullable Object actual, @Nullable Object expected, String what) {
        assertThat(TypeCase.same(actual, expected))
                .as(() -> what + ": expected " + shown(expected) + ", got " + shown(actual))
                .isTrue();
    }

    /** The beginning of a value's text. */
    static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
