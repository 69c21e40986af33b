package dev.rowan.expression;

import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Columns in which words are looked for: {@code fullText(POST.TITLE, POST.BODY)}. Immutable. A word is a run of letters and
 * digits; whatever else a search holds only separates words, so that no operator of a database's search language gets
 * through. MySQL and MariaDB need a full-text index of just these columns, SQLite a table of {@code fts5}; PostgreSQL an
 * index only to be fast. Upper and lower case are the same, on MySQL and MariaDB if the columns' collation says so, which that
 * of Rowan's own DDL does not; there the servers also pass over the words of their stop lists and short ones.
 */
public final class FullText {
    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final List<Expression<?>> texts;

    FullText(List<Expression<?>> texts) {
        this.texts = texts;
    }

    /**
     * {@code fullText(POST.TITLE, POST.BODY).matches("quick fox")} finds the rows that hold every word, in any of the
     * columns; none if there is no word. On PostgreSQL it is {@code to_tsvector('simple', …) @@
     * plainto_tsquery('simple', …)}, on MySQL {@code match (title, body) against (? in boolean mode)}.
     */
    public Condition matches(String search) {
        String words = words(search);
        return words.isEmpty() ? Truth.FALSE : new Typed.OfBoolean<>(call("full_text_match", words), SqlType.BOOLEAN);
    }

    /**
     * {@code orderBy(fullText(POST.TITLE, POST.BODY).score("quick fox").desc())}: how well the row fits, the more the better;
     * the numbers of one database mean nothing on another. SQLite knows it only in a query that also {@link #matches}.
     */
    public NumberExpression<@Nullable Double> score(String search) {
        return new Typed.OfNumber<>(call("full_text_score", words(search)), SqlType.DOUBLE);
    }

    private static String words(String search) {
        return SEPARATOR.splitAsStream(search).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    private Call call(String function, String words) {
        List<Expression<?>> arguments = new ArrayList<>();
        arguments.add(BoundValue.of(SqlType.TEXT, words));
        arguments.addAll(texts);
        return new Call(function, Nullability.POSSIBLE, arguments);
    }
}
