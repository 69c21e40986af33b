package dev.rowan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of Markdown with sections that are measured, each between {@code <!-- NAME -->} and {@code <!-- end of NAME -->}. */
final class Page {
    private Page() {}

    /**
     * Replaces the text of a section.
     *
     * @throws IllegalStateException if the page has no such section
     */
    static void replace(Path page, String section, String text) throws IOException {
        String before = Files.readString(page);
        Matcher found = Pattern.compile(
                        "(<!-- " + section + " -->\n).*(<!-- end of " + section + " -->)", Pattern.DOTALL)
                .matcher(before);
        if (!found.find()) {
            throw new IllegalStateException("expected <!-- " + section + " --> and its end in " + page);
        }
        Files.writeString(page, found.replaceFirst("$1" + Matcher.quoteReplacement(text + "\n") + "$2"));
    }

    /** The figures of Rowan alone, a line for each contestant. */
    static String table(Effort effort, List<Comparison> comparisons) {
        StringBuilder table = new StringBuilder("JDK " + Runtime.version() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors; " + effort.rounds()
                + " rounds of one fork each.\n\n| | by hand | time | times by hand | bytes | times by hand |\n"
                + "|---|---|---|---|---|---|\n");
        for (Comparison comparison : comparisons) {
            double factor = comparison.timeUncertainty();
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %,.0f ns, %,.0f B | %,.0f ns | **%.2fx** (%.2f-%.2f) | %,.0f B | %.3fx |%n",
                    comparison.name(),
                    comparison.nanosecondsByHand(),
                    comparison.bytesByHand(),
                    comparison.nanoseconds(),
                    comparison.timeRatio(),
                    comparison.timeRatio() / factor,
                    comparison.timeRatio() * factor,
                    comparison.bytes(),
                    comparison.bytesRatio()));
        }
        return table.toString().stripTrailing();
    }
}
