package dev.rowan.render;

import dev.rowan.expression.TimePart;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the functions of a dialect are written, each by the name that {@link dev.rowan.expression.Call} knows. Immutable:
 *
 * <pre>{@code Spellings.standard().with("position", "locate({0}, {1})").nullUnlessAll("greatest", "least")}</pre>
 */
public final class Spellings {
    private static final Spellings NONE = new Spellings(Map.of());
    private static final List<String> TIMES = List.of("date", "time", "timestamp", "instant");

    private final Map<String, Spelling> spellings;

    private Spellings(Map<String, Spelling> spellings) {
        this.spellings = spellings;
    }

    /** No spelling: each function is {@code name(arguments)}. */
    public static Spellings none() {
        return NONE;
    }

    /** Those of the standard, with what depends on the database refused: what a dialect starts from. */
    public static Spellings standard() {
        return StandardFunctions.ALL;
    }

    /** These, and one more; its template is that of {@link Spelling#of}. */
    public Spellings with(String function, String template) {
        return and(new Spellings(Map.of(function, Spelling.of(template))));
    }

    /** These, and some that have the same template. */
    public Spellings alike(String template, String... functions) {
        Spellings all = this;
        for (String function : functions) {
            all = all.with(function, template);
        }
        return all;
    }

    /** These, and others, which replace those of the same name. */
    public Spellings and(Spellings others) {
        Map<String, Spelling> copy = new HashMap<>(spellings);
        copy.putAll(others.spellings);
        return new Spellings(copy);
    }

    /**
     * These, but without some functions.
     *
     * @param alternative what to do instead
     */
    public Spellings refused(String alternative, String... functions) {
        Map<String, Spelling> copy = new HashMap<>(spellings);
        for (String function : functions) {
            copy.put(function, Spelling.refused(alternative));
        }
        return new Spellings(copy);
    }

    /** These, and functions that the dialect's renderer writes itself, whatever these say of them. */
    public Spellings rendered(String... functions) {
        Map<String, Spelling> copy = new HashMap<>(spellings);
        for (String function : functions) {
            copy.remove(function);
        }
        return new Spellings(copy);
    }

    /** These, and functions of two arguments that leave NULLs out in the database, where the standard lets them win. */
    public Spellings nullUnlessAll(String... functions) {
        Spellings all = this;
        for (String function : functions) {
            all = all.with(
                    function, "case when {0} is null or {1} is null then null else " + function + "({0}, {1}) end");
        }
        return all;
    }

    /**
     * These, and a function of each part of each type.
     *
     * @param verb {@code extract}, {@code plus} or {@code truncate}
     * @param template the template of a part, such as {@code year}, and a type: date, time, timestamp or instant
     */
    public Spellings times(String verb, BinaryOperator<String> template) {
        Map<String, Spelling> copy = new HashMap<>(spellings);
        for (TimePart time : TimePart.values()) {
            String part = time.name().toLowerCase(Locale.ROOT);
            for (String type : TIMES) {
                copy.put(verb + "_" + part + "_of_" + type, Spelling.of(template.apply(part, type)));
            }
        }
        return new Spellings(copy);
    }

    /** The spelling of a function, or null for {@code name(arguments)}. */
    public @Nullable Spelling get(String function) {
        return spellings.get(function);
    }

    /** The sorted names of those that are refused. */
    SortedSet<String> refused() {
        SortedSet<String> names = new TreeSet<>();
        spellings.forEach((name, spelling) -> {
            if (spelling.isRefused()) {
                names.add(name);
            }
        });
        return Collections.unmodifiableSortedSet(names);
    }
}
