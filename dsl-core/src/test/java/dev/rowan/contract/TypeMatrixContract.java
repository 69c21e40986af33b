package dev.rowan.contract;

import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rowan.contract.Cells.Child;
import dev.rowan.contract.Cells.Parent;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.RowanException;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.type.SqlType;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every type, with its extremes, wherever a value of it may stand. A database holds a value as it is, or gives an error;
 * it never holds another.
 */
interface TypeMatrixContract extends StoredCells {
    /** The types whose values make no key of an association, for they are not found by equality in Java or in SQL. */
    Set<SqlType.Kind> NO_KEYS = EnumSet.of(
            SqlType.Kind.REAL, SqlType.Kind.DOUBLE, SqlType.Kind.DECIMAL, SqlType.Kind.BINARY, SqlType.Kind.JSON);

    static Stream<TypeCase<?>> types() {
        return TypeCase.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    default <T> void valueIsReadAndFoundAsItWasWrittenOrRefused(TypeCase<T> type) {
        Cells.Of<T> table = new Cells.Of<>(Cells.newName("cells"), type.type());
        with(
                () -> {
                    List<T> held = insert(type, table);
                    List<@Nullable T> read =
                            db().fetch(select(table.VALUE).from(table).orderBy(table.ID.asc()));

                    assertThat(read).hasSize(held.size());
                    for (int i = 0; i < held.size(); i++) {
                        assertKept(read.get(i), held.get(i), type + " value " + (i + 1));
                    }
                    if (type.type().kind() != SqlType.Kind.JSON) {
                        held.forEach(value -> assertFound(table, held, value));
                    }
                },
                table);
    }

    /** Asserts that a value is what was written, to the microsecond. */
    private static void assertKept(@Nullable Object actual, Object written, String what) {
        StoredCells.assertSame(
                actual, actual != null && actual.equals(written) ? written : TypeCase.read(written), what);
    }

    private <T> void assertFound(Cells.Of<T> table, List<T> held, T value) {
        if (!TypeCase.equalsItself(value)) {
            return;
        }
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            if (TypeCase.same(TypeCase.read(held.get(i)), TypeCase.read(value))) {
                expected.add(i + 1L);
            }
        }
        var ids = select(table.ID).from(table).orderBy(table.ID.asc());
        String what = table.VALUE.type() + " " + StoredCells.shown(value);
        assertThat(db().fetch(ids.where(table.VALUE.eq(value))))
                .as("eq %s", what)
                .isEqualTo(expected);
        assertThat(db().fetch(ids.where(table.VALUE.in(List.of(value, held.get(0))))))
                .as("in %s", what)
                .containsAll(expected)
                .contains(1L)
                .hasSizeLessThanOrEqualTo(expected.size() + 2);
        assertThat(db().fetch(ids.where(table.VALUE.isNotDistinctFrom(value))))
                .as("is not distinct from %s", what)
                .isEqualTo(expected);
        assertThat(db().fetch(ids.where(table.VALUE.ne(value))))
                .as("ne %s", what)
                .hasSize(held.size() - expected.size());
    }

    @ParameterizedTest
    @MethodSource("types")
    default <T> void nullIsNoValueOfAnyType(TypeCase<T> type) {
        Cells.Of<T> table = new Cells.Of<>(Cells.newName("nulls"), type.type());
        with(
                () -> {
                    T value = type.held().get(0);
                    db().execute(insertInto(table).set(table.ID, 1).set(table.VALUE, (T) null));
                    db().execute(insertInto(table).set(table.ID, 2).set(table.VALUE, value));
                    var ids = select(table.ID).from(table).orderBy(table.ID.asc());

                    assertThat(db().fetch(ids.where(table.VALUE.isNull()))).containsExactly(1L);
                    assertThat(db().fetch(ids.where(table.VALUE.isNotNull()))).containsExactly(2L);
                    assertThatThrownBy(() -> table.VALUE.eq((T) null)).isInstanceOf(IllegalArgumentException.class);
                    if (type.type().kind() != SqlType.Kind.JSON) {
                        assertThat(db().fetch(ids.where(table.VALUE.eq(value)))).containsExactly(2L);
                        assertThat(db().fetch(ids.where(table.VALUE.ne(value)))).isEmpty();
                        assertThat(db().fetch(ids.where(table.VALUE.isNotDistinctFrom((T) null))))
                                .containsExactly(1L);
                    }
                },
                table);
    }

    @ParameterizedTest
    @MethodSource("types")
    default <T> void valueIsAnElementOfAnArray(TypeCase<T> type) {
        assumeTrue(db().dialect().support(Feature.ARRAY) != Support.REFUSED);
        assumeTrue(type.type().kind() != SqlType.Kind.JSON);
        Cells.OfArrays<T> table = new Cells.OfArrays<>(Cells.newName("arrays"), type.type());
        with(
                () -> {
                    List<@Nullable T> all = new ArrayList<>(type.held());
                    all.add(null);
                    assertArray(table, 1, all);
                    int id = 2;
                    for (T value : type.awkward()) {
                        List<@Nullable T> elements = List.of(value);
                        try {
                            db().execute(insertInto(table).set(table.ID, id).set(table.ELEMENTS, elements));
                        } catch (RowanException | IllegalArgumentException | DateTimeException refusal) {
                            continue;
                        }
                        T read = db().fetchOne(
                                        select(table.ELEMENTS).from(table).where(table.ID.eq(id)))
                                .get(0);
                        assertKept(read, value, type + " element " + StoredCells.shown(value));
                        id++;
                    }
                },
                table);
    }

    private <T> void assertArray(Cells.OfArrays<T> table, long id, List<@Nullable T> elements) {
        db().execute(insertInto(table).set(table.ID, id).set(table.ELEMENTS, elements));

        List<@Nullable T> read =
                db().fetchOne(select(table.ELEMENTS).from(table).where(table.ID.eq(id)));
        assertThat(read).hasSameSizeAs(elements);
        for (int i = 0; i < elements.size(); i++) {
            T element = elements.get(i);
            StoredCells.assertSame(read.get(i), element, table.ELEMENTS.type() + " element " + (i + 1));
            if (element != null && TypeCase.equalsItself(element)) {
                var ids = select(table.ID).from(table);
                String what = table.ELEMENTS.type() + " " + StoredCells.shown(element);
                assertThat(db().fetch(ids.where(table.ELEMENTS.contains(element))))
                        .as("contains %s", what)
                        .containsExactly(id);
                StoredCells.assertSame(
                        db().fetchOne(select(table.ELEMENTS.at(i + 1)).from(table)), element, "at " + what);
            }
        }
        assertThat(db().fetch(select(table.ID).from(table).where(table.ELEMENTS.eq(elements))))
                .as("eq %s", table.ELEMENTS.type())
                .containsExactly(id);
    }

    @ParameterizedTest
    @MethodSource("types")
    default <T> void valueIsTheKeyOfAnAssociationOrRefused(TypeCase<T> type) {
        assumeTrue(type.type().kind() != SqlType.Kind.TEXT); // no key on MySQL and MariaDB; varchar is
        Associated<T> tables = new Associated<>(type.type());
        if (NO_KEYS.contains(type.type().kind())) {
            assertThatThrownBy(() -> db().fetch(select().from(tables.parents).include(tables.parents.CHILDREN)))
                    .isInstanceOf(InvalidQueryException.class);
            return;
        }
        with(() -> assertIncluded(tables, type), tables.parents, tables.children);
    }

    private <T> void assertIncluded(Associated<T> tables, TypeCase<T> type) {
        Cells.Parents<T> parents = tables.parents;
        Cells.Children<T> children = tables.children;
        List<T> keys = type.held();
        for (int i = 0; i < keys.size(); i++) {
            db().execute(insertInto(parents).set(parents.KEY, keys.get(i)));
            db().execute(insertInto(children).set(children.ID, 2L * i).set(children.PARENT_KEY, keys.get(i)));
            db().execute(insertInto(children).set(children.ID, 2L * i + 1).set(children.PARENT_KEY, keys.get(i)));
        }
        db().execute(insertInto(children).set(children.ID, -1));

        List<Parent> withChildren = db().fetch(select().from(parents).include(parents.CHILDREN));
        assertThat(withChildren).hasSameSizeAs(keys).allSatisfy(parent -> {
            int index = keys.indexOf(parent.key());
            assertThat(parent.children()).extracting(Child::id).containsExactly(2L * index, 2L * index + 1);
        });
        List<Child> withParents =
                db().fetch(select().from(children).orderBy(children.ID.asc()).include(children.PARENT));
        assertThat(withParents.get(0).parent().optional()).isEmpty();
        for (int i = 0; i < keys.size(); i++) {
            assertThat(withParents.get(2 * i + 1).parent().get().key()).isEqualTo(keys.get(i));
        }
    }

    /** Two tables that refer to each other by a key of a type. */
    final class Associated<T> {
        final Cells.Parents<T> parents;
        final Cells.Children<T> children;

        Associated(SqlType<T> type) {
            parents = new Cells.Parents<>(Cells.newName("parents"), type, this::children);
            children = new Cells.Children<>(Cells.newName("children"), type, this::parents);
        }

        private Cells.Parents<T> parents() {
            return parents;
        }

        private Cells.Children<T> children() {
            return children;
        }
    }
}
