package dev.rowan.schema;

import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** The match of a regular expression that ends, however badly the expression and the text go together. */
final class BoundedMatch {
    private static final long STEPS_OF_A_CHARACTER = 100;
    private static final long MOST_STEPS = 5_000_000;

    private BoundedMatch() {}

    static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Counted(
                            text, new AtomicLong(Math.min(MOST_STEPS, 10_000 + STEPS_OF_A_CHARACTER * text.length()))))
                    .matches();
        } catch (TooManySteps | StackOverflowError e) {
            return false;
        }
    }

    /** A text that can be looked at only so often, alone or in parts. */
    private record Counted(CharSequence text, AtomicLong left) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (left.decrementAndGet() < 0) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super(null, null, false, false);
        }
    }
}
