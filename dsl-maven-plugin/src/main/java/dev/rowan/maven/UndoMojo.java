package dev.rowan.maven;

import dev.rowan.migrate.Version;
import dev.rowan.task.MigrationTask;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Undoes the migration that was applied last, or several. */
@Mojo(name = "undo", requiresProject = false, threadSafe = true)
final class UndoMojo extends MigrationMojo {
    /** The version after which all are undone. */
    @Parameter(property = "rowan.to")
    @Nullable
    String to;

    /** Whether all are undone. */
    @Parameter(property = "rowan.all", defaultValue = "false")
    boolean all;

    @Override
    void run(MigrationTask task) {
        if (to != null && all) {
            throw new IllegalArgumentException("expected rowan.to or rowan.all, got both");
        } else if (to != null) {
            task.undoTo(Version.of(to));
        } else if (all) {
            task.undoAll();
        } else {
            task.undo();
        }
    }
}
