package dev.rowan.cli;

import dev.rowan.migrate.MigrationStatus;
import dev.rowan.migrate.Migrator;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** {@code rowan status}. */
@Command(name = "status", description = "Show what has been applied, and what has not.")
final class StatusCommand extends MigrationCommand {
    @Override
    void run(Migrator migrator, PrintWriter out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("VERSION", "STATE", "APPLIED AT", "TOOK", "DESCRIPTION"));
        migrator.status().forEach(status -> rows.add(row(status)));
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = rows.stream()
                        .mapToInt(other -> other.get(column).length())
                        .max()
                        .orElse(0);
                line.append(String.format(Locale.ROOT, "%-" + width + "s  ", row.get(i)));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static List<String> row(MigrationStatus status) {
        return List.of(
                status.version().toString(),
                status.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                status.appliedAt() == null
                        ? "-"
                        : status.appliedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                status.duration() == null ? "-" : status.duration().toMillis() + " ms",
                status.description());
    }
}
