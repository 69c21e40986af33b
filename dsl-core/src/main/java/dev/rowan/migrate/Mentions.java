package dev.rowan.migrate;

import java.util.Locale;

/** Whether a text mentions a name as a word of its own. */
final class Mentions {
    private Mentions() {}

    static boolean of(String name, String text) {
        int at = text.toLowerCase(Locale.ROOT).indexOf(name.toLowerCase(Locale.ROOT));
        while (at >= 0) {
            int end = at + name.length();
            if ((at == 0 || !isPart(text.charAt(at - 1))) && (end == text.length() || !isPart(text.charAt(end)))) {
                return true;
            }
            at = text.toLowerCase(Locale.ROOT).indexOf(name.toLowerCase(Locale.ROOT), at + 1);
        }
        return false;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
