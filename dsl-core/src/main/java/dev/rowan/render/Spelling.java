package dev.rowan.render;

import dev.rowan.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a function is written: {@code Spelling.of("cast({0} as double)")}, with the arguments by number. Immutable.
 */
public final class Spelling {
    private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");

    private final String[] texts;
    private final int[] arguments;

    private Spelling(String[] texts, int[] arguments) {
        this.texts = texts;
        this.arguments = arguments;
    }

    /** Parses a template; {@code {0}} is the place of the first argument. */
    public static Spelling of(String template) {
        List<String> texts = new ArrayList<>();
        List<Integer> arguments = new ArrayList<>();
        Matcher hole = HOLE.matcher(template);
        int end = 0;
        while (hole.find()) {
            texts.add(template.substring(end, hole.start()));
            arguments.add(Integer.valueOf(hole.group(1)));
            end = hole.end();
        }
        texts.add(template.substring(end));
        return new Spelling(
                texts.toArray(String[]::new),
                arguments.stream().mapToInt(Integer::intValue).toArray());
    }

    void write(SqlWriter writer, SqlRenderer renderer, List<Expression<?>> values) {
        for (int i = 0; i < arguments.length; i++) {
            writer.append(texts[i]);
            values.get(arguments[i]).accept(renderer);
        }
        writer.append(texts[arguments.length]);
    }
}
