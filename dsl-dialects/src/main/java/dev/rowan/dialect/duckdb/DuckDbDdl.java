package dev.rowan.dialect.duckdb;

import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.Dialect;
import dev.rowan.render.Support;
import dev.rowan.schema.ReferentialAction;
import dev.rowan.schema.TableName;
import dev.rowan.type.SqlType;
import java.util.Set;
import java.util.stream.Collectors;

/** Sequences stand in for identities, and a check for the length of a text, which DuckDB ignores. */
final class DuckDbDdl extends DdlDialect {
    private static final Set<ReferentialAction> IDLE = Set.of(ReferentialAction.NO_ACTION, ReferentialAction.RESTRICT);

    DuckDbDdl(Dialect dialect) {
        super(dialect);
    }

    @Override
    public Support support(DdlFeature feature) {
        return switch (feature) {
            case ALTER_TABLE, PARTIAL_INDEX, COLUMN_POSITION, DEFERRABLE, SET_DEFAULT -> Support.REFUSED;
            default -> Support.NATIVE;
        };
    }

    @Override
    public String typeName(SqlType<?> type) {
        return switch (type.kind()) {
            case TEXT -> "varchar";
            case TIME -> "time";
            case INSTANT -> "timestamp with time zone";
            case BINARY -> "blob";
            default -> super.typeName(type);
        };
    }

    private String sequence(TableName table, ColumnDefinition column) {
        return quoted(table.name() + "." + column.name());
    }

    @Override
    public String createTable(TableDefinition table) {
        table.foreignKeys().forEach(this::requireNoAction);
        return table.columns().stream()
                .filter(ColumnDefinition::identity)
                .map(column -> "create sequence if not exists " + sequence(table.name(), column) + "; ")
                .collect(Collectors.joining("", "", super.createTable(table)));
    }

    private void requireNoAction(ForeignKeyDefinition key) {
        if (!IDLE.contains(key.onDelete()) || !IDLE.contains(key.onUpdate())) {
            throw new UnsupportedFeatureException(
                    "action of the foreign key " + key.name(),
                    dialect().toString(),
                    "leave onDelete(…) and onUpdate(…) out, and write the rows that point first");
        }
    }

    @Override
    protected String identity(TableName table, ColumnDefinition column) {
        return " default nextval(" + textLiteral(sequence(table, column)) + ")";
    }

    @Override
    protected String column(TableName table, ColumnDefinition column) {
        String longest = column.type().startsWith("varchar(") ? column.type().replaceAll("\\D", "") : "";
        return super.column(table, column)
                + (longest.isEmpty()
                        ? ""
                        : " check (case when length(" + quoted(column.name()) + ") > " + longest + " then error('"
                                + DuckDbErrors.LENGTH + "') else true end)");
    }
}
