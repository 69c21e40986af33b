package dev.rowan.maven;

import dev.rowan.task.MigrationTask;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows what has been applied, and what has not. */
@Mojo(name = "status", requiresProject = false, threadSafe = true)
final class StatusMojo extends MigrationMojo {
    @Override
    void run(MigrationTask task) {
        task.status();
    }
}
