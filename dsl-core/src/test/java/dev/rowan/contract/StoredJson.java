package dev.rowan.contract;

import static dev.rowan.contract.Documents.DOCUMENT;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.rowan.contract.Documents.Document;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.JsonPath;
import dev.rowan.type.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of JSON, and what is found and computed in it. */
interface StoredJson extends OpenDatabase {
    /** Keys that mean something to some database, somewhere; as a step of a path they are keys. */
    List<String> HOSTILE_KEYS = List.of(
            "a'b",
            "a\"b",
            "a.b",
            "a::text) --",
            "$",
            "$.x",
            "[0]",
            "0",
            "#-1",
            "",
            " ",
            "?",
            "??",
            ":x",
            "back\\slash",
            "\\",
            "\\\"",
            "\\u0061",
            "ä🙂日本",
            "tab\t",
            "line\nend",
            "bell\u0007",
            "*",
            "**",
            "last",
            "{0}",
            "{fn now()}",
            "{d '2000-01-01'}",
            "a,b",
            "{a,b}",
            "null",
            "/",
            "@",
            "`",
            "NULL",
            "%_",
            "\u00a0\u2028");

    /** Passes over a test of what a database that only stores JSON does not do. */
    default void assumeJsonIsReadInPlace() {
        assumeFalse(db().dialect().refuses("json_text"));
    }

    /** Inserts documents with these texts, numbered from 1; a null is SQL NULL. */
    default void insertJson(@Nullable String... texts) {
        for (int i = 0; i < texts.length; i++) {
            String text = texts[i];
            db().execute(insertInto(DOCUMENT).row(new Document(i + 1, text == null ? null : Json.of(text))));
        }
    }

    default List<Long> documentsWhere(Condition condition) {
        return db().fetch(select(DOCUMENT.ID).from(DOCUMENT).where(condition).orderBy(DOCUMENT.ID.asc()));
    }

    default <T extends @Nullable Object> List<T> ofDocuments(Expression<T> expression) {
        return db().fetch(select(expression).from(DOCUMENT).orderBy(DOCUMENT.ID.asc()));
    }

    static JsonPath at(Object first, Object... rest) {
        return DOCUMENT.DATA.path(first, rest);
    }
}
