package dev.rowan.dialect.sqlite;

import dev.rowan.definition.IndexDefinition;
import dev.rowan.render.DefinitionTokens;
import dev.rowan.render.DefinitionTokens.Kind;
import dev.rowan.render.DefinitionTokens.Token;
import java.util.ArrayList;
import java.util.List;

/** What the text of an index says. */
final class SqliteIndexText {
    private SqliteIndexText() {}

    static IndexDefinition of(String name, String sql) {
        List<Token> tokens = DefinitionTokens.of(sql, false);
        int at = 0;
        while (!tokens.get(at).is("(")) {
            at++;
        }
        List<IndexDefinition.Key> keys = new ArrayList<>();
        int depth = 0;
        int start = at + 1;
        do {
            Token token = tokens.get(at);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 || (depth == 1 && token.is(","))) {
                keys.add(key(sql, tokens.subList(start, at)));
                start = at + 1;
            }
            at++;
        } while (depth > 0);
        String where = at < tokens.size() && tokens.get(at).is("where")
                ? sql.substring(tokens.get(at).end()).strip()
                : null;
        return new IndexDefinition(name, tokens.get(1).is("unique"), keys, where);
    }

    private static IndexDefinition.Key key(String sql, List<Token> tokens) {
        Token last = tokens.get(tokens.size() - 1);
        boolean isOrdered = tokens.size() > 1 && (last.is("desc") || last.is("asc"));
        List<Token> bare = isOrdered ? tokens.subList(0, tokens.size() - 1) : tokens;
        Token first = bare.get(0);
        boolean isColumn = bare.size() == 1 && (first.kind() == Kind.NAME || first.kind() == Kind.WORD);
        String text = sql.substring(first.start(), bare.get(bare.size() - 1).end());
        return new IndexDefinition.Key(
                isColumn ? first.text() : SqliteCatalog.bare(text), isColumn, last.is("desc") && isOrdered);
    }
}
