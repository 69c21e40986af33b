package dev.rowan.dialect.trino;

import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.type.SqlType;

/** Tables of columns, for Trino holds no row to a key or a check, and makes no keys. */
final class TrinoDdl extends DdlDialect {

    TrinoDdl(Dialect dialect) {
        super(dialect);
    }

    @Override
    public Support support(DdlFeature feature) {
        return switch (feature) {
            case COMMENT, SCHEMA -> Support.NATIVE;
            default -> Support.REFUSED;
        };
    }

    @Override
    public String typeName(SqlType<?> type) {
        return switch (type.kind()) {
            case TEXT -> "varchar";
            case DOUBLE -> "double";
            case BINARY -> "varbinary";
            default -> super.typeName(type);
        };
    }

    @Override
    public String createTable(TableDefinition table) {
        if (table.columns().stream().anyMatch(ColumnDefinition::identity)) {
            dialect().require(Feature.GENERATED_KEY);
        }
        if (table.columns().stream().anyMatch(column -> column.defaultValue() != null)) {
            dialect().require(Feature.COLUMN_DEFAULT);
        }
        boolean constrained = table.primaryKey() != null
                || !table.uniqueKeys().isEmpty()
                || !table.foreignKeys().isEmpty()
                || !table.checks().isEmpty();
        if (constrained) {
            require(DdlFeature.CONSTRAINT);
        }
        return super.createTable(table);
    }
}
