package dev.rowan.query;

import dev.rowan.expression.Condition;
import dev.rowan.expression.Exists;
import dev.rowan.expression.Selectable;
import dev.rowan.expression.Subquery;
import dev.rowan.schema.Table;
import java.util.List;

/**
 * Where every statement begins, for static import.
 *
 * <pre>{@code
 * select().from(ORDER).where(ORDER.USER_ID.eq(42)).include(ORDER.LINE_ITEMS)
 * select(USER.NAME, count()).from(ORDER).join(USER).on(ORDER.USER_ID.eq(USER.ID)).groupBy(USER.NAME)
 * insertInto(USER).rows(users)
 * update(PRODUCT).set(PRODUCT.STOCK, PRODUCT.STOCK.minus(1)).where(PRODUCT.ID.eq(7))
 * deleteFrom(USER).where(USER.ID.eq(42))
 * }</pre>
 */
public final class Sql extends Selections {
    private Sql() {}

    /** Selects a whole table as its record: {@code select().from(USER)}. */
    public static TableSelection select() {
        return TableSelection.INSTANCE;
    }

    /** Selects any number of columns into a record: {@code select(List.of(…)).as(Wide.class).from(…)}. */
    public static ColumnList select(List<? extends Selectable<?>> columns) {
        return new ColumnList(columns);
    }

    /** Begins an insert; as it is, it inserts one row of default values. */
    public static <R> Insert<R> insertInto(Table<R> table) {
        return new Insert<>(notAliased("insert into", table), List.of(), List.of());
    }

    /** Begins an update. */
    public static <R, S extends Table<R>> UpdateSet<R, S> update(S table) {
        return new UpdateSet<>(notAliased("update", table), List.of());
    }

    /** Begins a delete. */
    public static <R, S extends Table<R>> DeleteFrom<R, S> deleteFrom(S table) {
        return new DeleteFrom<>(notAliased("delete from", table));
    }

    /** Creates a table as it is declared. */
    public static CreateTable createTable(Table<?> table) {
        return new CreateTable(notAliased("create", table));
    }

    private static <S extends Table<?>> S notAliased(String what, S table) {
        if (table.isAlias()) {
            throw new IllegalArgumentException("expected a table to " + what + ", got the alias " + table);
        }
        return table;
    }

    /** {@code exists(select().from(ORDER).where(…))} is {@code exists (select 1 from orders where …)}. */
    public static Condition exists(Subquery<?> subquery) {
        return new Exists(subquery);
    }

    /** {@code notExists(select().from(ORDER).where(…))} is {@code not exists (select 1 from orders where …)}. */
    public static Condition notExists(Subquery<?> subquery) {
        return new Exists(subquery).not();
    }

    /** {@code Users boss = alias(USER, "boss")} is {@code users as boss}, with columns of its own. */
    public static <S extends Table<?>> S alias(S table, String alias) {
        return Table.alias(table, alias);
    }
}
