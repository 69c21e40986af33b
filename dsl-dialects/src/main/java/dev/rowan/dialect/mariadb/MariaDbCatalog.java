package dev.rowan.dialect.mariadb;

import dev.rowan.dialect.mysql.MySqlFamilyCatalog;
import dev.rowan.render.DdlDialect;
import java.util.Locale;

/** What MariaDB tells, whose defaults are expressions. */
final class MariaDbCatalog extends MySqlFamilyCatalog {
    MariaDbCatalog(DdlDialect words) {
        super(words);
    }

    @Override
    protected String checks() {
        return "select table_name, constraint_name, check_clause from information_schema.check_constraints"
                + " where constraint_schema = ?";
    }

    @Override
    protected String indexExpression() {
        return "cast(null as char)";
    }

    @Override
    protected String told(String expression) {
        return expression;
    }

    @Override
    protected String toldDefault(String type, String text, String extra) {
        String lower = extra.toLowerCase(Locale.ROOT);
        int update = lower.indexOf("on update ");
        return text + (update < 0 ? "" : " " + lower.substring(update));
    }
}
