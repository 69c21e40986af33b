package dev.rowan.task;

import dev.rowan.execute.Database;
import dev.rowan.migrate.FlywayScripts;
import dev.rowan.migrate.MigrationState;
import dev.rowan.migrate.MigrationStatus;
import dev.rowan.migrate.Migrations;
import dev.rowan.migrate.Migrator;
import dev.rowan.migrate.Repair;
import dev.rowan.migrate.Version;
import dev.rowan.schema.TableName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is done with the migrations of a database, told line by line. What a migrator refuses is thrown as it is. */
public final class MigrationTask {
    private final Database db;
    private final Migrations migrations;
    private final Migrator migrator;
    private final Consumer<String> out;

    /**
     * Creates a task.
     *
     * @param out takes each line that is told, without its end
     */
    public MigrationTask(Database db, Migrations migrations, Consumer<String> out) {
        this.db = db;
        this.migrations = migrations;
        this.migrator = Migrator.of(db, migrations);
        this.out = out;
    }

    /**
     * Applies what has not been applied.
     *
     * @param last the version to stop after; null for none
     * @param outOfOrder whether versions below one that was applied already are applied too
     */
    public void migrate(@Nullable Version last, boolean outOfOrder) {
        Migrator ordered = outOfOrder ? migrator.withOutOfOrder() : migrator;
        tell("applied", last == null ? ordered.migrate() : ordered.migrateTo(last));
    }

    /** Undoes the migration that was applied last. */
    public void undo() {
        tell("undone", migrator.undo());
    }

    /** Undoes all. */
    public void undoAll() {
        tell("undone", migrator.undoAll());
    }

    /** Undoes what was applied after a version. */
    public void undoTo(Version last) {
        tell("undone", migrator.undoTo(last));
    }

    /** Notes migrations up to a version as applied. */
    public void baseline(Version last) {
        tell("noted", migrator.baseline(last));
    }

    /** Notes those migrations as applied that Sequelize has noted in a table of its own. */
    public void baselineFromSequelize(TableName table) {
        tell("noted", migrator.baselineFromSequelize(table));
    }

    /** Writes all migrations as scripts in the layout of Flyway. */
    public void exportToFlyway(Path folder) throws IOException {
        FlywayScripts scripts = FlywayScripts.of(db, migrations);
        List<Path> written = scripts.writeTo(folder);
        written.forEach(file -> out.accept("wrote " + file));
        out.accept(written.size() + " written, " + (scripts.files().size() - written.size()) + " unchanged.");
    }

    /** Shows the statements that would be run. */
    public void dryRun() {
        migrator.dryRun().lines().forEach(out);
    }

    /** Says what becomes of a migration. */
    public void repair(Version version, Repair repair) {
        migrator.repair(version, repair);
        out.accept("repaired " + version);
    }

    private void tell(String verb, List<MigrationStatus> done) {
        done.forEach(status -> out.accept(verb + " " + status.version() + " " + status.description() + time(status)));
        out.accept(
                done.isEmpty() ? "Nothing to do." : done.size() + (done.size() == 1 ? " migration." : " migrations."));
    }

    private static String time(MigrationStatus status) {
        return status.state() == MigrationState.PENDING || status.duration() == null
                ? ""
                : " in " + status.duration().toMillis() + " ms";
    }

    /** Shows what has been applied, and what has not, as a table. */
    public void status() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("VERSION", "STATE", "APPLIED AT", "TOOK", "DESCRIPTION"));
        migrator.status().forEach(status -> rows.add(row(status)));
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < rows.get(0).size(); i++) {
            int column = i;
            widths.add(rows.stream()
                    .mapToInt(row -> row.get(column).length())
                    .max()
                    .orElseThrow());
        }
        rows.forEach(row -> out.accept(line(row, widths)));
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

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i)).append(" ".repeat(widths.get(i) - row.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }

    /**
     * What a word of the command line says: {@code forget}, {@code applied}, {@code resume} or {@code accept-change}.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public static Repair repairOf(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "forget" -> Repair.FORGET;
            case "applied" -> Repair.MARK_APPLIED;
            case "resume" -> Repair.RESUME;
            case "accept-change" -> Repair.ACCEPT_CHANGE;
            default ->
                throw new IllegalArgumentException(
                        "expected forget, applied, resume or accept-change, got '" + word + "'");
        };
    }
}
