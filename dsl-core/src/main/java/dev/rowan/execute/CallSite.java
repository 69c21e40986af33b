package dev.rowan.execute;

import java.lang.StackWalker.StackFrame;

/** Where Rowan was called from. */
final class CallSite {
    private static final String HERE = CallSite.class.getPackageName() + ".";

    private CallSite() {}

    /** The caller's class, method, file and line. */
    static String find() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !frame.getClassName().startsWith(HERE)
                                && !frame.getClassName().startsWith("java."))
                        .findFirst())
                .map(StackFrame::toString)
                .orElse("an unknown place");
    }
}
