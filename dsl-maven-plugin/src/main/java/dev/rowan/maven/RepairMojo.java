package dev.rowan.maven;

import dev.rowan.migrate.Version;
import dev.rowan.task.MigrationTask;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Says what becomes of a migration that is half-way, or whose file was changed. */
@Mojo(name = "repair", requiresProject = false, threadSafe = true)
final class RepairMojo extends MigrationMojo {
    /** The version of the migration. */
    @Parameter(property = "rowan.version", required = true)
    @SuppressWarnings("NullAway.Init") // required
    String version;

    /** {@code forget}, {@code applied}, {@code resume} or {@code accept-change}. */
    @Parameter(property = "rowan.as", required = true)
    @SuppressWarnings("NullAway.Init") // required
    String as;

    @Override
    void run(MigrationTask task) {
        task.repair(Version.of(version), MigrationTask.repairOf(as));
    }
}
