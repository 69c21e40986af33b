package dev.rowan.dialect.sqlite;

import dev.rowan.expression.Identifier;
import dev.rowan.render.Catalog;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.DdlRenderer;
import dev.rowan.render.Dialect;
import dev.rowan.render.Support;
import dev.rowan.type.SqlType;
import dev.rowan.type.SqlType.Kind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How SQLite defines what it holds. Its own types are few, and hold almost anything: a definition names {@code varchar(200)}, and
 * what is written is {@code text} with a constraint of that name.
 */
final class SqliteDdl extends DdlDialect {
    /** How the names of the constraints begin that hold a value to the range of its type. */
    static final String RANGE = "range of ";

    SqliteDdl(Dialect dialect) {
        super(dialect);
    }

    @Override
    public Support support(DdlFeature feature) {
        return switch (feature) {
            case COMMENT, COLUMN_POSITION, SEQUENCE, ENUM_TYPE, SCHEMA -> Support.REFUSED;
            case ALTER_TABLE -> Support.EMULATED;
            default -> Support.NATIVE;
        };
    }

    @Override
    public String typeName(SqlType<?> type) {
        return switch (type.kind()) {
            case BOOLEAN, SMALLINT, INTEGER, VARCHAR, JSON, ARRAY -> super.typeName(type); // of arrays a refusal
            case BIGINT -> "int";
            case REAL, DOUBLE -> "real";
            case DECIMAL, TEXT, DATE, TIME, TIMESTAMP, INSTANT, UUID -> "text";
            case BINARY -> "blob";
        };
    }

    @Override
    protected String number(SqlType<?> type, String name) {
        return type.kind() == Kind.DECIMAL ? "cast(" + name + " as numeric)" : name;
    }

    @Override
    protected String characters(String text) {
        return "length(" + text + ")";
    }

    @Override
    public String literal(SqlType<?> type, Object value) {
        return value instanceof BigDecimal decimal
                ? textLiteral(SqliteCodecs.canonical(decimal, type.scale()))
                : super.literal(type, value);
    }

    @Override
    public String expression(String text) {
        return "(" + text + ")";
    }

    @Override
    public Catalog catalog() {
        return new SqliteCatalog(this);
    }

    @Override
    protected DdlRenderer renderer(@Nullable Identifier schema) {
        return new SqliteDdlRenderer(this, schema);
    }
}
