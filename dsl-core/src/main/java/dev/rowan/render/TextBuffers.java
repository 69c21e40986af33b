package dev.rowan.render;

import java.util.ArrayDeque;

/**
 * The text of a statement is collected where that of an earlier one of the same thread was, so that it grows only once. A buffer that is
 * not given back, because rendering failed, is garbage.
 */
final class TextBuffers {
    private static final int MOST = 4; // of a thread: a statement, and common table expressions within it
    private static final int LONGEST = 1 << 14; // characters that a thread may hold on to in each
    private static final ThreadLocal<ArrayDeque<StringBuilder>> FREE =
            ThreadLocal.withInitial(() -> new ArrayDeque<>(MOST));

    private TextBuffers() {}

    static StringBuilder take() {
        StringBuilder free = FREE.get().poll();
        return free == null ? new StringBuilder(512) : free;
    }

    /** The giver must not use it any more. */
    static void giveBack(StringBuilder buffer) {
        ArrayDeque<StringBuilder> free = FREE.get();
        if (buffer.capacity() <= LONGEST && free.size() < MOST) {
            buffer.setLength(0);
            free.push(buffer);
        }
    }
}
