package dev.rowan.expression;

/** The name of a function, which is written into a statement as it is, and so must be nothing else. */
final class FunctionName {
    private FunctionName() {}

    /**
     * Yields the name.
     *
     * @throws IllegalArgumentException if it is not made of letters, digits and underscores, with points between its parts
     */
    static String checked(String name) {
        boolean begins = true;
        for (int i = name.startsWith(Functions.UNKNOWN) ? 1 : 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (isLetter(c) || (!begins && c >= '0' && c <= '9')) {
                begins = false;
            } else if (!begins && c == '.') {
                begins = true;
            } else {
                throw refusal(name);
            }
        }
        if (begins) {
            throw refusal(name);
        }
        return name;
    }

    private static boolean isLetter(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static IllegalArgumentException refusal(String name) {
        return new IllegalArgumentException(
                "expected the name of a function, as my_function or schema.my_function, got " + name);
    }
}
