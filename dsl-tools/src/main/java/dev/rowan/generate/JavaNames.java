package dev.rowan.generate;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** What names of a database become in Java. */
final class JavaNames {
    /** Methods that a record cannot have a component of the name of. */
    private static final Set<String> METHODS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private JavaNames() {}

    /** The words of a name between underscores, in small letters: {@code order_line} of {@code OrderLine}, {@code ORDER LINE}. */
    static String words(String name) {
        StringBuilder words = new StringBuilder();
        boolean wasSmall = false;
        for (int c : name.codePoints().toArray()) {
            boolean isLetter = Character.isLetterOrDigit(c);
            if ((!isLetter || (wasSmall && Character.isUpperCase(c)))
                    && words.length() > 0
                    && words.charAt(words.length() - 1) != '_') {
                words.append('_');
            }
            if (isLetter) {
                words.appendCodePoint(c);
            }
            wasSmall = Character.isLowerCase(c) || Character.isDigit(c);
        }
        String text = words.toString().toLowerCase(Locale.ROOT);
        return text.endsWith("_") ? text.substring(0, text.length() - 1) : text;
    }

    /** {@code OrderLine} of {@code order_line}, in ASCII, for it becomes the name of a file. */
    static String type(String words) {
        StringBuilder type = new StringBuilder();
        for (String word : words.split("_", -1)) {
            String ascii = ascii(word);
            if (!ascii.isEmpty()) {
                type.append(ascii.substring(0, 1).toUpperCase(Locale.ROOT)).append(ascii.substring(1));
            }
        }
        return type.length() == 0 || Character.isDigit(type.charAt(0)) ? "T" + type : type.toString();
    }

    private static String ascii(String word) {
        StringBuilder ascii = new StringBuilder();
        Normalizer.normalize(word, Normalizer.Form.NFD).codePoints().forEach(c -> {
            if (c < 128) {
                ascii.appendCodePoint(c);
            } else if (Character.isLetterOrDigit(c)) {
                ascii.append(String.format(Locale.ROOT, "u%04x", c));
            }
        });
        return ascii.toString();
    }

    /** {@code orderLine} of {@code order_line}; an underscore keeps apart what Java has its own use for. */
    static String component(String words) {
        StringBuilder component = new StringBuilder();
        for (String word : words.split("_", -1)) {
            component.append(component.length() == 0 ? word : capital(word));
        }
        String text = component.toString();
        if (text.isEmpty() || !Character.isJavaIdentifierStart(text.codePointAt(0))) {
            return "_" + text;
        }
        return SourceVersion.isKeyword(text, SourceVersion.RELEASE_17) || METHODS.contains(text) ? text + "_" : text;
    }

    private static String capital(String word) {
        int first = word.offsetByCodePoints(0, word.isEmpty() ? 0 : 1);
        return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
    }

    /** {@code ORDER_LINE} of {@code order_line}. */
    static String constant(String words) {
        String constant = words.toUpperCase(Locale.ROOT);
        if (constant.isEmpty()) {
            return "UNNAMED";
        }
        return !Character.isJavaIdentifierStart(constant.codePointAt(0)) ? "_" + constant : constant;
    }

    /** What a record compares of the name of a component: its letters and digits. */
    static String compared(String component) {
        StringBuilder letters = new StringBuilder();
        component.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }
}
