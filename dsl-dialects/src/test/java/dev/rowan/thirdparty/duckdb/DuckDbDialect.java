package dev.rowan.thirdparty.duckdb;

import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.error.QueryException.Kind;
import dev.rowan.expression.SortKey;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.Dialect;
import dev.rowan.render.DialectProvider;
import dev.rowan.render.Feature;
import dev.rowan.render.Spellings;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.render.Support;
import dev.rowan.schema.TableName;
import dev.rowan.type.Codecs;
import dev.rowan.type.SqlType;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** DuckDB 2, through its own JDBC driver. */
public final class DuckDbDialect extends Dialect {
    private static final String LENGTH = "longer than its type";

    /** Creates the dialect of a version. */
    public DuckDbDialect(int majorVersion, int minorVersion) {
        super("DuckDB", majorVersion, minorVersion);
    }

    @Override
    public Codecs codecs() {
        return DuckDbCodec.ALL;
    }

    @Override
    public Support support(Feature feature) {
        return switch (feature) {
            case FOR_UPDATE, FOR_SHARE, LOCK_OF_TABLES, NO_WAIT, SKIP_LOCKED, NESTED_ROWS, ARRAY -> Support.REFUSED;
            case WITH_TIES, NESTED_TRANSACTION, SERIALIZABLE, READ_ONLY_TRANSACTION, DEFERRED_CONSTRAINTS ->
                Support.REFUSED;
            case DEPENDENT_COLUMN, IGNORE_NULLS, ROW_VALUES -> Support.EMULATED;
            case DIVISION_BY_ZERO_ERROR -> Support.APPROXIMATE;
            default -> Support.NATIVE;
        };
    }

    @Override
    protected Spellings spellings() {
        return DuckDbFunctions.ALL;
    }

    @Override
    protected SqlRenderer renderer(SqlWriter writer) {
        return new DuckDbRenderer(this, writer);
    }

    @Override
    public DdlDialect ddl() {
        return new Definitions(this);
    }

    @Override
    public SortKey.Nulls nullsOf(boolean descending) {
        return SortKey.Nulls.LAST;
    }

    /** The driver gives no code, but each message begins with the kind of the error. */
    @Override
    public Kind classify(SQLException exception) {
        String text = String.valueOf(exception.getMessage());
        return switch (text.replaceFirst("(?s)(Constraint Error: \\w+|[A-Za-z ]+).*", "$1")) {
            case "Constraint Error: Duplicate" -> Kind.UNIQUE_VIOLATION;
            case "Constraint Error: Violates" -> Kind.FOREIGN_KEY_VIOLATION;
            case "Constraint Error: NOT" -> Kind.NOT_NULL_VIOLATION;
            case "Constraint Error: CHECK" -> text.endsWith(LENGTH + ")") ? Kind.INVALID_VALUE : Kind.CHECK_VIOLATION;
            case "Conversion Error", "Invalid Input Error", "Out of Range Error" -> Kind.INVALID_VALUE;
            case "Binder Error", "Catalog Error", "Parser Error" -> Kind.INVALID_SQL;
            case "TransactionContext Error" -> Kind.CONFLICT;
            case "INTERRUPT Error" -> Kind.TIMEOUT;
            default -> Kind.OTHER;
        };
    }

    /** Sequences stand in for identities, and a check for the length of a text, which DuckDB ignores. */
    private static final class Definitions extends DdlDialect {
        Definitions(Dialect dialect) {
            super(dialect);
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
            return table.columns().stream()
                    .filter(ColumnDefinition::identity)
                    .map(column -> "create sequence if not exists " + sequence(table.name(), column) + "; ")
                    .collect(Collectors.joining("", "", super.createTable(table)));
        }

        @Override
        protected String identity(TableName table, ColumnDefinition column) {
            return " default nextval(" + textLiteral(sequence(table, column)) + ")";
        }

        @Override
        protected String column(TableName table, ColumnDefinition column) {
            String longest =
                    column.type().startsWith("varchar(") ? column.type().replaceAll("\\D", "") : "";
            return super.column(table, column)
                    + (longest.isEmpty()
                            ? ""
                            : " check (case when length(" + quoted(column.name()) + ") > " + longest + " then error('"
                                    + LENGTH + "') else true end)");
        }
    }

    public static final class Provider implements DialectProvider {
        @Override
        public String name() {
            return "DuckDB";
        }

        @Override
        public Dialect dialect(DatabaseMetaData server) {
            return new DuckDbDialect(2, 0); // the driver says 1.0
        }
    }
}
