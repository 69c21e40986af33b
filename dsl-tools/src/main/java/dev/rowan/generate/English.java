package dev.rowan.generate;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The few rules of English by which a table of orders holds an order. */
final class English {
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("people", "person"),
            Map.entry("children", "child"),
            Map.entry("men", "man"),
            Map.entry("women", "woman"),
            Map.entry("indices", "index"),
            Map.entry("matrices", "matrix"),
            Map.entry("vertices", "vertex"),
            Map.entry("criteria", "criterion"),
            Map.entry("mice", "mouse"),
            Map.entry("caches", "cache"),
            Map.entry("movies", "movie"),
            Map.entry("cookies", "cookie"),
            Map.entry("leaves", "leaf"),
            Map.entry("shelves", "shelf"));
    private static final List<String> SAME =
            List.of("series", "species", "news", "staff", "sheep", "data", "metadata", "information", "equipment");

    private English() {}

    /** The singular of the last word of {@code order_lines}; a word that is no plural stays as it is. */
    static String singular(String words) {
        int start = words.lastIndexOf('_') + 1;
        return words.substring(0, start) + singularWord(words.substring(start));
    }

    private static String singularWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (SAME.contains(lower)) {
            return word;
        } else if (IRREGULAR.containsKey(lower)) {
            return IRREGULAR.get(lower);
        } else if (lower.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        } else if (lower.matches(".*(ss|sh|ch|x|zz|tus|rus|nus|bus)es")) {
            return word.substring(0, word.length() - 2);
        }
        boolean isPlural = lower.endsWith("s") && !lower.matches(".*(ss|us|is|as|os)") && word.length() > 2;
        return isPlural ? word.substring(0, word.length() - 1) : word;
    }

    /** The plural of the last word of {@code order_line}; a word that is a plural stays as it is. */
    static String plural(String words) {
        int start = words.lastIndexOf('_') + 1;
        return words.substring(0, start) + pluralWord(words.substring(start));
    }

    private static String pluralWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (SAME.contains(lower) || !singularWord(word).equals(word)) {
            return word;
        }
        for (Map.Entry<String, String> entry : IRREGULAR.entrySet()) {
            if (entry.getValue().equals(lower)) {
                return entry.getKey();
            }
        }
        if (lower.matches(".*[^aeiou]y")) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word + (lower.matches(".*(s|sh|ch|x|z)") ? "es" : "s");
    }
}
