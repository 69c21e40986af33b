package dev.rowan.render;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.Aggregate;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Precedence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a function is written: {@code Spelling.of("cast({0} as double)")}, with the arguments by number; {@code {...}} are
 * those after the last that has a number, with commas; of an aggregate also {@code {distinct}}, {@code {order}} and {@code
 * {filter}} and {@code {over}}, which otherwise follow at the end. Immutable.
 */
public final class Spelling {
    private static final Pattern HOLE = Pattern.compile("\\{(\\d|\\.\\.\\.|distinct|order|filter|over)}");
    private static final int DISTINCT = -1;
    private static final int ORDER = -2;
    private static final int FILTER = -3;
    private static final int REST = -4;
    private static final int OVER = -5;

    private final String[] texts;
    private final int[] holes;
    private final boolean[] enclosed;
    private final String alternative; // what to do where the function is refused; empty where it is not

    private Spelling(List<String> texts, List<Integer> holes, String alternative) {
        this.texts = texts.toArray(String[]::new);
        this.holes = holes.stream().mapToInt(Integer::intValue).toArray();
        this.enclosed = new boolean[this.holes.length];
        this.alternative = alternative;
        for (int i = 0; i < enclosed.length; i++) {
            enclosed[i] = opens(this.texts[i]) && closes(this.texts[i + 1]);
        }
    }

    private static boolean opens(String before) {
        return before.endsWith("(") || before.endsWith(", ") || before.isEmpty();
    }

    private static boolean closes(String after) {
        return after.startsWith(")") || after.startsWith(",") || after.startsWith(" as ") || after.isEmpty();
    }

    /** Parses a template; {@code {0}} is the place of the first argument, which gets parentheses where it needs them. */
    public static Spelling of(String template) {
        List<String> texts = new ArrayList<>();
        List<Integer> holes = new ArrayList<>();
        Matcher hole = HOLE.matcher(template);
        int end = 0;
        while (hole.find()) {
            texts.add(template.substring(end, hole.start()));
            holes.add(hole(hole.group(1)));
            end = hole.end();
        }
        texts.add(template.substring(end));
        return new Spelling(texts, holes, "");
    }

    private static int hole(String name) {
        return switch (name) {
            case "distinct" -> DISTINCT;
            case "order" -> ORDER;
            case "filter" -> FILTER;
            case "over" -> OVER;
            case "..." -> REST;
            default -> Integer.parseInt(name);
        };
    }

    /**
     * Refuses the function.
     *
     * @param alternative what to do instead
     */
    public static Spelling refused(String alternative) {
        return new Spelling(List.of(""), List.of(), alternative);
    }

    /** Whether the function is refused. */
    public boolean isRefused() {
        return !alternative.isEmpty();
    }

    void write(ExpressionRenderer renderer, String function, List<Expression<?>> arguments) {
        requireKnown(renderer, function);
        for (int i = 0; i < holes.length; i++) {
            renderer.sql().append(texts[i]);
            argument(renderer, arguments, i);
        }
        renderer.sql().append(texts[holes.length]);
    }

    void write(AggregateRenderer renderer, Aggregate aggregate) {
        requireKnown(renderer, aggregate.function());
        for (int i = 0; i < holes.length; i++) {
            renderer.sql().append(texts[i]);
            switch (holes[i]) {
                case DISTINCT -> renderer.sql().append(aggregate.distinct() ? "distinct " : "");
                case ORDER -> renderer.order(aggregate.order());
                case FILTER -> renderer.filter(aggregate.condition());
                case OVER -> renderer.over();
                default -> argument(renderer, aggregate.arguments(), i);
            }
        }
        renderer.sql().append(texts[holes.length]);
        if (!hasFilter()) {
            renderer.filter(aggregate.condition());
        }
    }

    private void argument(ExpressionRenderer renderer, List<Expression<?>> arguments, int hole) {
        if (holes[hole] == REST) {
            renderer.list(arguments.subList(
                    1 + Math.max(-1, Arrays.stream(holes).max().orElse(-1)), arguments.size()));
        } else if (enclosed[hole]) {
            renderer.write(arguments.get(holes[hole]));
        } else {
            renderer.operand(arguments.get(holes[hole]), Precedence.PRIMARY);
        }
    }

    private boolean hasFilter() {
        return Arrays.stream(holes).anyMatch(hole -> hole == FILTER);
    }

    private void requireKnown(ExpressionRenderer renderer, String function) {
        if (isRefused()) {
            throw new UnsupportedFeatureException(
                    "function " + function, renderer.dialect().toString(), alternative);
        }
    }
}
