package dev.rowan.dialect.mysql;

import dev.rowan.render.DdlDialect;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What MySQL tells, which escapes its expressions as if they were texts. */
final class MySqlCatalog extends MySqlFamilyCatalog {
    private static final Charset LATIN_1 = Charset.forName("windows-1252"); // as MySQL understands it
    private static final Pattern TEXT_OR_NAME =
            Pattern.compile("(?s)(_utf8mb4'|`)((?<=')(?:[^'\\\\]|\\\\.)*|(?<=`)[^`]*(?:``[^`]*)*`)");

    MySqlCatalog(DdlDialect words) {
        super(words);
    }

    @Override
    protected String checks() {
        return "select t.table_name, t.constraint_name, k.check_clause from information_schema.table_constraints t"
                + " join information_schema.check_constraints k on k.constraint_schema = t.constraint_schema"
                + " and k.constraint_name = t.constraint_name"
                + " where t.table_schema = ? and t.constraint_type = 'CHECK'";
    }

    @Override
    protected String indexExpression() {
        return "expression";
    }

    @Override
    protected String told(String expression) {
        StringBuilder told = new StringBuilder();
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\' && i + 1 < expression.length()) {
                c = expression.charAt(++i);
            }
            told.append(c);
        }
        return TEXT_OR_NAME
                .matcher(told)
                .replaceAll(text -> Matcher.quoteReplacement(text.group(1) + repaired(text.group(2))));
    }

    /** The letters of a text within an expression, whose UTF-8 MySQL takes for Latin 1 when it tells of it. */
    private static String repaired(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            byte[] encoded = c < 256 ? new byte[] {(byte) c} : String.valueOf(c).getBytes(LATIN_1);
            if (encoded[0] == '?' && c != '?') {
                return text;
            }
            bytes.put(encoded[0]);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException asItIs) {
            return text;
        }
    }

    @Override
    protected String toldDefault(String type, String text, String extra) {
        String lower = extra.toLowerCase(Locale.ROOT);
        int update = lower.indexOf("on update ");
        String onUpdate = update < 0 ? "" : " " + lower.substring(update);
        if (lower.contains("default_generated")) {
            return told(text) + onUpdate;
        }
        boolean isBare = MySqlTypes.isNumber(type) || text.startsWith("b'");
        return (isBare ? text : textLiteral(text)) + onUpdate;
    }
}
