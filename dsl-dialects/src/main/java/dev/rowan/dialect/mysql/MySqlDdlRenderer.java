package dev.rowan.dialect.mysql;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.render.DdlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.type.SqlType;

/** What MySQL and MariaDB spell differently in definitions. */
final class MySqlDdlRenderer extends DdlRenderer {
    private final String collation;

    MySqlDdlRenderer(MySqlFamilyDialect dialect, SqlWriter writer) {
        super(dialect, writer);
        this.collation = " character set utf8mb4 collate " + dialect.binaryCollation();
    }

    @Override
    protected String identity() {
        return " auto_increment";
    }

    @Override
    protected String typeName(SqlType<?> type) {
        return switch (type.kind()) {
            case VARCHAR -> super.typeName(type) + collation;
            case TEXT -> "longtext" + collation; // text holds only 64 KiB
            case REAL -> "double"; // see RealCodec
            case TIMESTAMP, INSTANT -> "datetime(6)"; // timestamp ends in 2038, and follows the session's zone
            case UUID -> "binary(16)"; // the type uuid of MariaDB does not take every value
            case BINARY -> "longblob";
            default -> super.typeName(type);
        };
    }

    /** Whether a backslash stands for itself depends on the session's SQL mode, so none may occur. */
    @Override
    protected String textLiteral(String text) {
        if (text.indexOf('\\') >= 0) {
            throw new UnsupportedFeatureException(
                    "default value with a backslash", dialect().toString(), "set the value in each insert");
        }
        return super.textLiteral(text);
    }
}
