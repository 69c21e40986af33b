package dev.rowan.contract;

import java.util.List;

/** Texts that mean something to some database, somewhere: as a value, a pattern or a name they stand for themselves. */
final class HostileTexts {
    static final List<String> ALL = List.of(
            "",
            " ",
            "trailing ",
            "'",
            "''",
            "\"",
            "`",
            "\\",
            "\\'",
            "' or '1'='1",
            "'; drop table notes; --",
            "\\'; drop table notes; -- ",
            "\"; drop table notes; --",
            "`; drop table notes; #",
            "/* comment */",
            "-- comment",
            "# comment",
            "$1 $$ $a$",
            "? ?? ?1",
            ":name ::text",
            "{0} {fn now()} {d '2000-01-01'}",
            "%_",
            "@variable",
            "\r\n\t\b\f\u001a\u007f",
            "äöüß ÅÇñ Ж 日本語 العربية",
            "e\u0301 é",
            "\u00a0\u200b\ufeff\u2028",
            "🙂👩‍👩‍👧",
            "NULL",
            "0x27",
            "N'x' E'\\x' U&'x'");

    private HostileTexts() {}
}
