package dev.rowan.dialect.sqlserver;

import com.alibaba.druid.DbType;
import com.alibaba.druid.sql.SQLUtils;
import com.alibaba.druid.sql.parser.ParserException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;

/**
 * Whether a text is T-SQL. {@link TransactSqlGrammar} says what Rowan may write; that it says no more than others is checked by Druid's
 * parser, and where that one lacks a kind, by JSqlParser. ShardingSphere's takes ten seconds for some nested conditions, and rejects
 * listed rows with names, locks and windows.
 */
public final class TransactSql {
    /** What neither of them knows, and is left out for them. */
    private static final List<String> UNKNOWN = List.of(
            " option \\(maxrecursion 0\\)", // of recursive queries
            " with \\(holdlock\\)", // of a merge
            "(?<=^create unique index .{1,300}?\\)) where .*", // of the rows of an index
            "(?<=^delete from .{1,90}?) output .*? into @written|(?<=^merge .*) output .*? into @written(?=;)");

    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

    private TransactSql() {}

    /**
     * Reads statements.
     *
     * @throws AssertionError if they are no T-SQL to the grammar, or to both parsers
     */
    public static void require(String text) {
        TransactSqlGrammar.require(text);
        String shape = text.replaceAll(
                        "\\[\\w*[^\\]\\w](?:[^\\]]|\\]\\])*\\]", "[x]") // names of all kinds are the grammar's
                .replaceAll("\\?(, \\?)+", "?")
                .replaceAll("\\(\\?\\)(, \\(\\?\\))+", "(?)");
        if (!KNOWN.add(shape)) {
            return;
        }
        for (String statement : statements(shape)) {
            if (!isKnownToDruid(statement) && !isKnownToJSqlParser(statement)) {
                throw new AssertionError("expected a statement that a parser of T-SQL accepts, got: " + statement);
            }
        }
    }

    private static List<String> statements(String text) {
        return Arrays.stream(text.split("(?<=;) "))
                .map(TransactSql::withoutUnknown)
                .map(statement -> statement.startsWith("merge") ? statement : statement.replaceAll(";$", ""))
                .filter(statement -> !statement.equals("set nocount on") && !statement.equals("set nocount off"))
                .toList();
    }

    private static String withoutUnknown(String statement) {
        String known = statement;
        for (String unknown : UNKNOWN) {
            known = known.replaceAll(unknown, "");
        }
        return known;
    }

    private static boolean isKnownToDruid(String statement) {
        try {
            return !SQLUtils.parseStatements(statement, DbType.sqlserver).isEmpty();
        } catch (ParserException rejected) {
            return false;
        }
    }

    private static boolean isKnownToJSqlParser(String statement) {
        try {
            CCJSqlParserUtil.parse(statement, parser -> parser.withSquareBracketQuotation(true));
            return true;
        } catch (JSQLParserException rejected) {
            return false;
        }
    }
}
