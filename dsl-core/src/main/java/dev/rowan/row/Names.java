package dev.rowan.row;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When a component and a column bear the same name. */
final class Names {
    private Names() {}

    /**
     * Column {@code user_id} and component {@code userId} are the same name; so are {@code USERID} and {@code userid}, and {@code unit
     * price} and {@code unitPrice}, for a component can hold letters and digits only.
     */
    static boolean same(String component, @Nullable String column) {
        return column != null && normalize(component).equals(normalize(column));
    }

    private static String normalize(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        name.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }
}
