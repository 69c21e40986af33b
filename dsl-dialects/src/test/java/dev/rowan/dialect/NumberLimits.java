package dev.rowan.dialect;

import dev.rowan.execute.Database;
import dev.rowan.query.Sql;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PlainColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One column of numbers in a table that its user has made by hand, declared as one type or another. */
public final class NumberLimits {
    private NumberLimits() {}

    /** The numbers of a column that is declared as a type. */
    public static <T> List<@Nullable T> read(Database db, String table, SqlType<T> type) {
        Numbers<T> numbers = new Numbers<>(TableName.of(table), type);
        return db.fetch(Sql.select(numbers.VALUE).from(numbers).orderBy(numbers.ID.asc()));
    }

    /** Inserts a number into a column that is declared as a type. */
    public static <T> void insert(Database db, String table, SqlType<T> type, long id, T value) {
        Numbers<T> numbers = new Numbers<>(TableName.of(table), type);
        db.execute(Sql.insertInto(numbers).set(numbers.ID, id).set(numbers.VALUE, value));
    }

    /** The rows whose number is this one. */
    public static <T> List<Long> find(Database db, String table, SqlType<T> type, T value) {
        Numbers<T> numbers = new Numbers<>(TableName.of(table), type);
        return db.fetch(Sql.select(numbers.ID).from(numbers).where(numbers.VALUE.eq(value)));
    }

    /** A record with a primitive, for a reader without boxes. */
    public record Ints(long id, int value) {}

    /** Reads a column as a primitive {@code int}. */
    public static List<Ints> readInts(Database db, String table) {
        IntTable ints = new IntTable(TableName.of(table));
        return db.fetch(Sql.select().from(ints));
    }

    /** The largest {@code bigint unsigned}. */
    public static final BigDecimal LARGEST_UNSIGNED = new BigDecimal("18446744073709551615");

    static final class IntTable extends Table<Ints> {
        final NumberColumn<Ints, Long> ID = bigint("id").primaryKey();
        final NumberColumn<Ints, Integer> VALUE = integer("value").notNull();

        private IntTable(TableName name) {
            super(name, Ints.class, IntTable::new);
        }
    }

    private static final class Numbers<T> extends Table<Numbers.Row> {
        private final NumberColumn<Row, Long> ID = bigint("id").primaryKey();
        private final PlainColumn<Row, @Nullable T> VALUE;

        private Numbers(TableName name, SqlType<T> type) {
            super(name, Row.class, alias -> new Numbers<>(alias, type));
            VALUE = column("value", type);
        }

        private record Row(long id, @Nullable Object value) {}
    }
}
