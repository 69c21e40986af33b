package dev.rowan.dialect.sqlite;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.Named;
import dev.rowan.query.InsertSelect;
import dev.rowan.query.Select;
import dev.rowan.render.Dialect;
import dev.rowan.render.SqlWriter;
import dev.rowan.schema.Column;
import dev.rowan.type.SqlType.Kind;
import java.util.List;

/** Decimals that an insert takes from a query: computed ones are numbers there, and their columns hold texts of so many digits. */
final class InsertedDecimals {
    private static final int EXACT_IN_DOUBLES = 15; // digits
    private static final Identifier ROWS = Identifier.of("rowan_rows");

    private InsertedDecimals() {}

    /** Whether all are moved from columns of the same kind, and so are the right texts already. */
    static boolean areStored(InsertSelect<?> insert) {
        List<? extends Column<?, ?>> columns = insert.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).type().kind() == Kind.DECIMAL && !isStored(insert, i)) {
                return false;
            }
        }
        return true;
    }

    /** Refuses columns whose digits would be lost, since SQLite can round and compare them as doubles only. */
    static void requireExact(InsertSelect<?> insert, Dialect dialect) {
        boolean compared = !Operands.areAppended(insert.query());
        for (int i = 0; i < insert.columns().size(); i++) {
            Column<?, ?> column = insert.columns().get(i);
            if (column.type().kind() != Kind.DECIMAL) {
                continue;
            }
            List<Expression<?>> values = Operands.column(insert.query(), i);
            boolean alike = !compared || Operands.areAlike(values);
            values.stream()
                    .filter(InsertedDecimals::isLong)
                    .forEach(value -> requireExact(column, value, alike, dialect));
        }
    }

    private static void requireExact(Column<?, ?> column, Expression<?> value, boolean alike, Dialect dialect) {
        if (value.type().scale() > column.type().scale()) {
            throw new UnsupportedFeatureException(
                    "exact rounding of " + value + ", " + value.type() + ", to " + column.type() + " of " + column,
                    dialect.toString(),
                    "round it by hand, round(…), as a double, or in Java");
        } else if (!alike) {
            throw new UnsupportedFeatureException(
                    "exact comparison of " + value + " with decimals that are computed or of another scale",
                    dialect.toString(),
                    "use unionAll, or insert the rows of one query after those of the other");
        }
    }

    private static boolean isLong(Expression<?> value) {
        return Named.unwrap(value) instanceof Column && value.type().size() > EXACT_IN_DOUBLES;
    }

    private static boolean isStored(InsertSelect<?> insert, int index) {
        Expression<?> value = Named.unwrap(insert.query().column(index).expression());
        return insert.query() instanceof Select<?, ?>
                && value instanceof Column<?, ?>
                && SqliteRenderer.isStored(value)
                && value.type().scale() == insert.columns().get(index).type().scale();
    }

    /** Writes {@code with "rowan_rows"("c1", …) as (select …) select case … "c1" … end, … from "rowan_rows"}. */
    static void write(InsertSelect<?> insert, SqlWriter sql, Runnable query) {
        sql.append("with ").append(ROWS);
        String before = "(";
        for (int i = 0; i < insert.columns().size(); i++) {
            sql.append(before).append(name(i));
            before = ", ";
        }
        sql.append(") as (");
        query.run();
        before = ") select ";
        for (int i = 0; i < insert.columns().size(); i++) {
            sql.append(before);
            if (insert.columns().get(i).type().kind() == Kind.DECIMAL && !isStored(insert, i)) {
                write(sql, name(i), insert.columns().get(i).type().scale());
            } else {
                sql.append(name(i));
            }
            before = ", ";
        }
        sql.append(" from ").append(ROWS);
    }

    /**
     * Writes a decimal, which is a text or a number, as a text of so many digits after the point. Texts and whole numbers keep
     * all their digits; a short text of more digits is rounded, a long one stays as it is.
     */
    static void write(SqlWriter sql, Identifier name, int scale) {
        String zeros = "0".repeat(scale);
        append(sql, "case when ? is null then null", name);
        append(sql, " when typeof(?) in ('real', 'blob') or ? glob '*[eE]*' then printf('%." + scale + "f', ?)", name);
        append(sql, " when instr(?, '.') = 0 then ? || '" + (scale == 0 ? "" : "." + zeros) + "'", name);
        append(sql, " when length(rtrim(?, '0')) <= instr(?, '.') + " + scale, name);
        append(sql, " then substr(? || '" + zeros + "', 1, instr(?, '.') + " + (scale == 0 ? -1 : scale) + ")", name);
        append(sql, " when length(?) > " + (EXACT_IN_DOUBLES + 1) + " then ?", name);
        append(sql, " else printf('%." + scale + "f', ?) end", name);
    }

    private static void append(SqlWriter sql, String pattern, Identifier name) {
        String[] parts = pattern.split("\\?", -1);
        sql.append(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            sql.append(name).append(parts[i]);
        }
    }

    private static Identifier name(int index) {
        return Identifier.of("c" + (index + 1));
    }
}
