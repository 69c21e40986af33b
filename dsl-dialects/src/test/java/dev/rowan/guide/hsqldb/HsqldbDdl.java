package dev.rowan.guide.hsqldb;

import dev.rowan.render.DdlDialect;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.Dialect;
import dev.rowan.render.Support;
import dev.rowan.type.SqlType;

/** How HSQLDB defines what it holds. */
final class HsqldbDdl extends DdlDialect {
    HsqldbDdl(Dialect dialect) {
        super(dialect);
    }

    @Override
    public Support support(DdlFeature feature) {
        return switch (feature) {
            case PARTIAL_INDEX, EXPRESSION_INDEX, ENUM_TYPE, DEFERRABLE, TRANSACTIONAL_DDL -> Support.REFUSED;
            default -> Support.NATIVE;
        };
    }

    /** Large objects are compared with nothing there, so texts and bytes are long values of the usual kind. */
    @Override
    public String typeName(SqlType<?> type) {
        return switch (type.kind()) {
            case REAL -> "double";
            case TEXT, JSON -> "longvarchar";
            case BINARY -> "longvarbinary";
            default -> super.typeName(type);
        };
    }
}
