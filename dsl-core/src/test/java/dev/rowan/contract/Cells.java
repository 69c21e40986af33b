package dev.rowan.contract;

import dev.rowan.row.Many;
import dev.rowan.schema.ArrayColumn;
import dev.rowan.schema.Column;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PlainColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.ToOne;
import dev.rowan.type.SqlType;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tables of a type that a test chooses. */
final class Cells {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Cells() {}

    static TableName newName(String name) {
        return TableName.of(name + NUMBER.incrementAndGet());
    }

    /** A table with a column of the type. */
    static final class Of<T> extends Table<Cell> {
        final NumberColumn<Cell, Long> ID = bigint("id").primaryKey();
        final PlainColumn<Cell, @Nullable T> VALUE;

        /** The row itself. */
        final ToMany<Cell, Cell, Of<T>> SELF = hasMany("self", this::itself, cell -> cell.ID);

        Of(TableName name, SqlType<T> type) {
            super(name, Cell.class, alias -> new Of<>(alias, type));
            VALUE = column("value", type);
        }

        private Of<T> itself() {
            return this;
        }
    }

    /** A table with a column of arrays of the type. */
    static final class OfArrays<T> extends Table<ArrayCell> {
        final NumberColumn<ArrayCell, Long> ID = bigint("id").primaryKey();
        final ArrayColumn<ArrayCell, T> ELEMENTS;

        /** The row itself. */
        final ToMany<ArrayCell, ArrayCell, OfArrays<T>> SELF = hasMany("self", this::itself, cell -> cell.ID);

        OfArrays(TableName name, SqlType<T> type) {
            super(name, ArrayCell.class, alias -> new OfArrays<>(alias, type));
            ELEMENTS = array("elements", type);
        }

        private OfArrays<T> itself() {
            return this;
        }
    }

    /** A table whose primary key is of the type. */
    static final class Parents<T> extends Table<Parent> {
        final PlainColumn<Parent, T> KEY;
        final ToMany<Parent, Child, Children<T>> CHILDREN;

        Parents(TableName name, SqlType<T> type, Supplier<Children<T>> children) {
            super(name, Parent.class, alias -> new Parents<>(alias, type, children));
            KEY = column("key", type).primaryKey();
            CHILDREN = hasMany("children", children, child -> child.PARENT_KEY);
        }
    }

    /** A table that points at such a key. */
    static final class Children<T> extends Table<Child> {
        final NumberColumn<Child, Long> ID = bigint("id").primaryKey();
        final Column<Child, @Nullable T> PARENT_KEY;
        final ToOne<Child, Parent, Parents<T>> PARENT;

        Children(TableName name, SqlType<T> type, Supplier<Parents<T>> parents) {
            super(name, Child.class, alias -> new Children<>(alias, type, parents));
            PARENT_KEY = column("parent_key", type);
            PARENT = belongsTo("parent", PARENT_KEY, parents);
        }
    }

    record Cell(long id, @Nullable Object value) {}

    record ArrayCell(long id, @Nullable List<@Nullable Object> elements) {}

    record Parent(Object key, Many<Child> children) {}

    record Child(long id, @Nullable Object parentKey, dev.rowan.row.One<Parent> parent) {}
}
