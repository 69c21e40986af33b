package dev.rowan.maven;

import dev.rowan.task.MigrationTask;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows the statements that {@code migrate} would run, and runs none. */
@Mojo(name = "dry-run", requiresProject = false, threadSafe = true)
final class DryRunMojo extends MigrationMojo {
    @Override
    void run(MigrationTask task) {
        task.dryRun();
    }
}
