package dev.rowan.contract;

import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.row.Row2;
import dev.rowan.row.Row4;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type, with its extremes, in rows within a row: what is read there is what is read without. */
interface NestedTypesContract extends StoredCells {
    static Stream<TypeCase<?>> types() {
        return TypeCase.all();
    }

    private void assumeNestedRows() {
        assumeTrue(db().dialect().support(Feature.NESTED_ROWS) != Support.REFUSED);
    }

    @ParameterizedTest
    @MethodSource("types")
    default <T> void valueIsTheSameInARowWithinARow(TypeCase<T> type) {
        assumeNestedRows();
        Cells.Of<T> table = new Cells.Of<>(Cells.newName("nested"), type.type());
        with(
                () -> {
                    List<T> held = insert(type, table);
                    db().execute(insertInto(table).set(table.ID, 0).set(table.VALUE, (T) null));
                    var rows = db().fetch(select(
                                    table.VALUE,
                                    table.SELF.rows(c -> select(c.VALUE)),
                                    table.SELF
                                            .orderBy(c -> c.ID.desc())
                                            .limit(1)
                                            .rows(c -> select(c.ID, c.VALUE)),
                                    table.SELF.rows(c -> select(c.SELF.limit(2).rows(d -> select(d.VALUE)))))
                            .from(table)
                            .orderBy(table.ID.asc()));

                    assertThat(rows).hasSize(held.size() + 1);
                    assertThat(rows.get(0).value1()).isNull();
                    for (int i = 0; i < rows.size(); i++) {
                        assertNested(rows.get(i), i);
                    }
                },
                table);
    }

    private static <T> void assertNested(
            Row4<@Nullable T, List<@Nullable T>, List<Row2<Long, @Nullable T>>, List<List<@Nullable T>>> row, long id) {
        T value = row.value1();
        assertThat(row.value2()).hasSize(1);
        assertEqual(row.value2().get(0), value);
        assertThat(row.value3()).hasSize(1);
        assertThat(row.value3().get(0).value1()).isEqualTo(id);
        assertEqual(row.value3().get(0).value2(), value);
        assertThat(row.value4()).hasSize(1);
        assertThat(row.value4().get(0)).hasSize(1);
        assertEqual(row.value4().get(0).get(0), value);
    }

    /** Equal with all its digits, and by content. */
    private static void assertEqual(@Nullable Object actual, @Nullable Object expected) {
        assertThat(Objects.deepEquals(actual, expected))
                .as(() -> "expected " + StoredCells.shown(expected) + ", got " + StoredCells.shown(actual))
                .isTrue();
    }

    @Test
    default void arrayIsTheSameInARowWithinARow() {
        assumeNestedRows();
        assumeTrue(db().dialect().support(Feature.ARRAY) != Support.REFUSED);
        assertArray(SqlType.BIGINT, Long.MAX_VALUE, null, Long.MIN_VALUE);
        assertArray(SqlType.decimal(38, 18), new BigDecimal("99999999999999999999.999999999999999999"), null);
        assertArray(SqlType.DOUBLE, 0.1, Double.NaN, null, -1 / 0.0, Double.MIN_VALUE);
        assertArray(SqlType.REAL, 0.1f, Float.NEGATIVE_INFINITY);
        assertArray(SqlType.TEXT, "a'b\"\\", null, "null", "", "🙂\n\u0001");
        assertArray(SqlType.BOOLEAN, true, null, false);
        assertThatThrownBy(() -> assertArray(SqlType.DATE, LocalDate.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("date array");
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private <T> void assertArray(SqlType<T> element, @Nullable T... elements) {
        Cells.OfArrays<T> table = new Cells.OfArrays<>(Cells.newName("nested"), element);
        with(
                () -> {
                    db().execute(insertInto(table).set(table.ID, 1).set(table.ELEMENTS, Arrays.asList(elements)));
                    db().execute(insertInto(table).set(table.ID, 2).set(table.ELEMENTS, List.of()));
                    db().execute(insertInto(table).set(table.ID, 3));

                    assertThat(db().fetch(select(table.SELF.rows(c -> select(c.ELEMENTS)))
                                    .from(table)
                                    .orderBy(table.ID.asc())))
                            .isEqualTo(List.of(
                                    List.of(Arrays.asList(elements)),
                                    List.of(List.of()),
                                    Collections.singletonList(null)));
                },
                table);
    }
}
