package dev.rowan.maven;

import dev.rowan.migrate.Version;
import dev.rowan.task.MigrationTask;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Applies what has not been applied, in the order of the versions. */
@Mojo(name = "migrate", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, requiresProject = false, threadSafe = true)
final class MigrateMojo extends MigrationMojo {
    /** The version to stop after; without it, none. */
    @Parameter(property = "rowan.to")
    @Nullable
    String to;

    /** Whether versions below one that was applied already are applied too. */
    @Parameter(property = "rowan.outOfOrder", defaultValue = "false")
    boolean outOfOrder;

    @Override
    void run(MigrationTask task) {
        task.migrate(to == null ? null : Version.of(to), outOfOrder);
    }
}
