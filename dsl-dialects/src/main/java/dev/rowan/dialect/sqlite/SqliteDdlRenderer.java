package dev.rowan.dialect.sqlite;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.render.DdlRenderer;
import dev.rowan.render.Dialect;
import dev.rowan.render.SqlWriter;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.util.List;

/** Tables that hold their columns to their types, which SQLite by itself does not. */
final class SqliteDdlRenderer extends DdlRenderer {
    /** How the names of the constraints begin that hold a value to the range of its type. */
    static final String RANGE = "range of ";

    SqliteDdlRenderer(Dialect dialect, SqlWriter writer) {
        super(dialect, writer);
    }

    @Override
    public void createTable(Table<?> table) {
        super.createTable(table);
        sql().append(" strict");
    }

    @Override
    protected void column(Column<?, ?> column) {
        super.column(column);
        String name = column.name().quoted(dialect().quotes());
        SqlType<?> type = column.type();
        switch (type.kind()) {
            case BOOLEAN -> range(type, name + " in (0, 1)");
            case SMALLINT -> range(type, name + " between -32768 and 32767");
            case INTEGER -> range(type, name + " between -2147483648 and 2147483647");
            case VARCHAR -> range(type, "length(" + name + ") <= " + type.size());
            case JSON -> range(type, "json_valid(" + name + ")");
            default -> {} // holds whatever the storage class does
        }
    }

    private void range(SqlType<?> type, String condition) {
        String size = type.size() == 0 ? "" : "(" + type.size() + ")";
        String name = RANGE + type.kind().name().toLowerCase(java.util.Locale.ROOT) + size;
        sql().append(" constraint \"" + name + "\" check (" + condition + ")");
    }

    /** Only {@code integer} makes a primary key the number of the row, which would then replace a missing value too. */
    @Override
    protected String typeName(Column<?, ?> column) {
        return column.isIdentity() ? "integer" : super.typeName(column);
    }

    @Override
    protected String typeName(SqlType<?> type) {
        return switch (type.kind()) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT -> "int";
            case REAL, DOUBLE -> "real";
            case DECIMAL, VARCHAR, TEXT, DATE, TIME, TIMESTAMP, INSTANT, UUID, JSON -> "text";
            case BINARY -> "blob";
            case ARRAY -> super.typeName(type); // is refused
        };
    }

    /** Without {@code autoincrement} the number of a deleted row would be given again. */
    @Override
    protected String identity() {
        return " primary key autoincrement";
    }

    @Override
    protected void primaryKey(List<? extends Column<?, ?>> columns) {
        if (columns.stream().noneMatch(Column::isIdentity)) {
            super.primaryKey(columns);
        } else if (columns.size() > 1) {
            throw new UnsupportedFeatureException(
                    "identity in a primary key of several columns ("
                            + columns.get(0).table() + ")",
                    dialect().toString(),
                    "make the identity the primary key, and the others unique");
        }
    }

    @Override
    protected String number(Column<?, ?> column, String name) {
        return column.type().kind() == SqlType.Kind.DECIMAL ? "cast(" + name + " as numeric)" : name;
    }

    @Override
    protected String characters(String text) {
        return "length(" + text + ")";
    }

    @Override
    protected String literal(Column<?, ?> column, Object value) {
        return value instanceof BigDecimal decimal
                ? textLiteral(SqliteCodecs.canonical(decimal, column.type().scale()))
                : super.literal(column, value);
    }
}
