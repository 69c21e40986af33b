package dev.rowan.maven;

import org.apache.maven.plugin.logging.SystemStreamLog;

/** Keeps what a goal tells and warns of. */
final class LinesLog extends SystemStreamLog {
    private final StringBuilder text = new StringBuilder();

    String text() {
        return text.toString();
    }

    void clear() {
        text.setLength(0);
    }

    @Override
    public void info(CharSequence line) {
        text.append(line).append('\n');
    }

    @Override
    public void warn(CharSequence line) {
        text.append("warning: ").append(line).append('\n');
    }
}
