import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the classes that differ only in their number of columns: {@code Row1…22} and {@code Constructor1…22} of the row
 * room, {@code Selection1…22} and the overloads of {@code select}, {@code returning} and {@code columns} of the query room.
 * Run by the build with the directory to write to.
 */
public final class GenerateRows {
    private static final int LARGEST = 22;
    private static final int LARGEST_ROW_VALUE = 8;

    public static void main(String[] arguments) throws IOException {
        Path row = Files.createDirectories(Path.of(arguments[0], "dev/rowan/row"));
        Path query = Files.createDirectories(Path.of(arguments[0], "dev/rowan/query"));
        for (int n = 1; n <= LARGEST; n++) {
            Files.writeString(row.resolve("Row" + n + ".java"), row(n));
            Files.writeString(row.resolve("Constructor" + n + ".java"), constructor(n));
            Files.writeString(query.resolve("Selection" + n + ".java"), selection(n));
        }
        Files.writeString(query.resolve("Selections.java"), selections());
        Files.writeString(query.resolve("RowWrite.java"), rowWrite());
        Files.writeString(query.resolve("InsertColumns.java"), insertColumns());
    }

    private static String row(int n) {
        return """
                package dev.rowan.row;

                import org.jspecify.annotations.Nullable;

                /** A tuple of %1$d, typed value by value. Immutable. */
                public record Row%1$d<%2$s>(%3$s) implements Row {

                    @Override
                    public int size() {
                        return %1$d;
                    }

                    @Override
                    public @Nullable Object value(int index) {
                        return switch (index) {
                %4$s
                            default -> throw new IndexOutOfBoundsException("expected an index below %1$d, got " + index);
                        };
                    }
                }
                """.formatted(
                        n,
                        list(n, i -> "A" + i + " extends @Nullable Object"),
                        list(n, i -> "A" + i + " value" + i),
                        lines(n, i -> "            case " + (i - 1) + " -> value" + i + ";"));
    }

    private static String constructor(int n) {
        return """
                package dev.rowan.row;

                import org.jspecify.annotations.Nullable;

                /** Makes a result of a row of %1$d: a constructor reference, or a lambda. */
                @FunctionalInterface
                public interface Constructor%1$d<%2$s, R> extends RowConstructor {

                    /** Makes the result; a value is null for SQL NULL. */
                    R create(%3$s);
                }
                """.formatted(
                        n, list(n, i -> "A" + i + " extends @Nullable Object"), list(n, i -> "A" + i + " value" + i));
    }

    private static String selection(int n) {
        String result = result(n);
        String target = n == 1 ? "RowTarget.value()" : "RowTarget.tuple(Row" + n + ".class)";
        return """
                package dev.rowan.query;

                import dev.rowan.expression.Selectable;
                import dev.rowan.row.Constructor%1$d;
                %2$simport dev.rowan.row.RowTarget;
                import org.jspecify.annotations.Nullable;

                /** The columns of a select, %1$d of them: a query by itself, or waiting for {@code from}. Immutable. */
                public final class Selection%1$d<%3$s> extends Selection<%4$s> {
                    private static final RowTarget<?> ROWS = %6$s;

                    @SuppressWarnings("unchecked") // one target serves all type arguments
                    Selection%1$d(%5$s) {
                        super((RowTarget<%4$s>) ROWS, new Selectable<?>[] {%7$s});
                    }

                    /**
                     * Makes each row by a constructor, typed by position. The names of the record's components must agree
                     * with those of the columns; only a lambda opts out of that check.
                     */
                    public <R> Selection<R> as(Constructor%1$d<%8$s, R> constructor) {
                        return as(RowTarget.constructor(Constructor%1$d.class, constructor));
                    }
                }
                """.formatted(
                        n,
                        n == 1 ? "" : "import dev.rowan.row.Row" + n + ";\n",
                        list(n, i -> "A" + i + " extends @Nullable Object"),
                        result,
                        list(n, i -> "Selectable<A" + i + "> column" + i),
                        target,
                        list(n, i -> "column" + i),
                        list(n, i -> "? super A" + i));
    }

    private static String selections() {
        return """
                package dev.rowan.query;

                import dev.rowan.expression.Expression;
                import dev.rowan.expression.RowValue;
                import dev.rowan.expression.Selectable;
                %4$simport java.util.List;
                import org.jspecify.annotations.Nullable;

                /** The {@code select} of one to %1$d columns, part of {@link Sql}. */
                public abstract sealed class Selections permits Sql {
                    Selections() {}
                %2$s%3$s}
                """.formatted(
                        LARGEST,
                        all(GenerateRows::select),
                        IntStream.rangeClosed(2, LARGEST_ROW_VALUE)
                                .mapToObj(GenerateRows::rowValue)
                                .collect(Collectors.joining()),
                        IntStream.rangeClosed(2, LARGEST_ROW_VALUE)
                                .mapToObj(i -> "import dev.rowan.row.Row" + i + ";\n")
                                .collect(Collectors.joining()));
    }

    private static String rowValue(int n) {
        return """

                    /** {@code row(%1$s)} is {@code (%1$s)}: %2$d values that are compared as one. */
                    public static <%3$s> RowValue<Row%2$d<%4$s>> row(%5$s) {
                        return new RowValue<>(List.of(%6$s));
                    }
                """.formatted(
                        n == 2 ? "a, b" : "a, b, …",
                        n,
                        list(n, i -> "A" + i + " extends @Nullable Object"),
                        list(n, i -> "A" + i),
                        list(n, i -> "Expression<A" + i + "> value" + i),
                        list(n, i -> "value" + i));
    }

    private static String select(int n) {
        return """

                    /** Selects %1$s: {@code select(%2$s).from(…)}. */
                    public static <%3$s> Selection%4$d<%5$s> select(%6$s) {
                        return new Selection%4$d<>(%7$s);
                    }
                """.formatted(
                        n == 1 ? "one column" : n + " columns",
                        n == 1 ? "a" : "a, …",
                        list(n, i -> "A" + i + " extends @Nullable Object"),
                        n,
                        list(n, i -> "A" + i),
                        list(n, i -> "Selectable<A" + i + "> column" + i),
                        list(n, i -> "column" + i));
    }

    private static String rowWrite() {
        return """
                package dev.rowan.query;

                %1$s
                import dev.rowan.schema.Column;
                import dev.rowan.schema.Table;
                import org.jspecify.annotations.Nullable;

                /**
                 * A statement that writes rows of a table: an insert, an update or a delete. Immutable.
                 *
                 * @param <R> the record of the table's rows
                 */
                public abstract sealed class RowWrite<R> extends SqlCommand
                        permits InsertColumns, InsertSelect, Update, Delete {
                    RowWrite() {}

                    /** The table whose rows are written. */
                    public abstract Table<R> table();

                    /**
                     * Yields the written rows as the table's record: {@code deleteFrom(USER).everyRow().returning()} is
                     * {@code delete from users returning id, name}.
                     */
                    public final Returning<R> returning() {
                        return new Returning<>(this, TableSelection.selection(table()));
                    }

                    /**
                     * Yields expressions, or a record of one's own, of the written rows:
                     * {@code deleteFrom(USER).everyRow().returning(select(USER.ID, USER.NAME).as(View::new))} is
                     * {@code delete from users returning id, name}.
                     */
                    public final <V> Returning<V> returning(Selection<V> selection) {
                        return new Returning<>(this, selection);
                    }
                %2$s}
                """.formatted(rowImports(), all(GenerateRows::returning));
    }

    private static String returning(int n) {
        return """

                    /** Yields %1$s of the written rows: {@code .returning(%2$s)} is {@code returning %2$s}. */
                    public final <%3$s> Returning<%4$s> returning(%5$s) {
                        return new Returning<>(this, new Selection%6$d<>(%7$s));
                    }
                """.formatted(
                        n == 1 ? "one column" : n + " columns",
                        n == 1 ? "a" : "a, …",
                        list(n, i -> "A" + i + " extends @Nullable Object"),
                        result(n),
                        list(n, i -> "Column<R, A" + i + "> column" + i),
                        n,
                        list(n, i -> "column" + i));
    }

    private static String insertColumns() {
        return """
                package dev.rowan.query;

                %1$s
                import dev.rowan.schema.Column;
                import java.util.List;
                import org.jspecify.annotations.Nullable;

                /**
                 * The {@code columns} of an insert from a query, part of {@link Insert}.
                 *
                 * @param <R> the record of the table's rows
                 */
                public abstract sealed class InsertColumns<R> extends RowWrite<R> permits Insert {
                    InsertColumns() {}

                    abstract <V> InsertInto<R, V> into(List<Column<R, ?>> columns);

                    /**
                     * Names any number of columns to insert into, for a query whose types are compared when it is given:
                     * {@code .columns(List.of(A.ID, …)).select(query)} is {@code insert into a (id, …) select …}.
                     */
                    public final InsertInto<R, @Nullable Object> columns(List<? extends Column<R, ?>> columns) {
                        return into(List.copyOf(columns));
                    }
                %2$s}
                """.formatted(rowImports(), all(GenerateRows::columns));
    }

    private static String columns(int n) {
        return """

                    /** Names %1$s to insert into: {@code .columns(%2$s).select(query)} is {@code (%2$s) select …}. */
                    public final <%3$s> InsertInto<R, %4$s> columns(%5$s) {
                        return into(List.of(%6$s));
                    }
                """.formatted(
                        n == 1 ? "one column" : n + " columns",
                        n == 1 ? "a" : "a, …",
                        list(n, i -> "A" + i + " extends @Nullable Object"),
                        result(n),
                        list(n, i -> "Column<R, A" + i + "> column" + i),
                        list(n, i -> "column" + i));
    }

    private static String result(int n) {
        return n == 1 ? "A1" : "Row" + n + "<" + list(n, i -> "A" + i) + ">";
    }

    private static String rowImports() {
        return IntStream.rangeClosed(2, LARGEST)
                .mapToObj(i -> "import dev.rowan.row.Row" + i + ";")
                .collect(Collectors.joining("\n"));
    }

    private static String all(IntFunction<String> method) {
        return IntStream.rangeClosed(1, LARGEST).mapToObj(method).collect(Collectors.joining());
    }

    private static String list(int n, IntFunction<String> item) {
        return IntStream.rangeClosed(1, n).mapToObj(item).collect(Collectors.joining(", "));
    }

    private static String lines(int n, IntFunction<String> item) {
        return IntStream.rangeClosed(1, n).mapToObj(item).collect(Collectors.joining("\n"));
    }
}
