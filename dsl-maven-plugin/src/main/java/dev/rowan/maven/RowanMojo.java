package dev.rowan.maven;

import dev.rowan.error.RowanException;
import dev.rowan.task.DatabaseAddress;
import dev.rowan.task.Lines;
import java.io.File;
import java.io.IOException;
import java.sql.Driver;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals have in common: which database it is about, and how a failure is told. */
abstract class RowanMojo extends AbstractMojo {
    /** The JDBC URL; else {@code ROWAN_URL}. The driver is a dependency of the plugin. */
    @Parameter(property = "rowan.url")
    @Nullable
    String url;

    /** The user; else {@code ROWAN_USER}. */
    @Parameter(property = "rowan.user")
    @Nullable
    String user;

    /** The password; else {@code ROWAN_PASSWORD}. No pom should hold it. */
    @Parameter(property = "rowan.password")
    @Nullable
    String password;

    /** A file of properties; without a URL it is {@code rowan.properties} where Maven was started, if that is there. */
    @Parameter(property = "rowan.config")
    @Nullable
    File config;

    /** Whose settings of the file are taken. */
    @Parameter(property = "rowan.environment", defaultValue = "development")
    String environment = "development";

    /** The schema; else that of the connection. */
    @Parameter(property = "rowan.schema")
    @Nullable
    String schema;

    /** Does nothing. */
    @Parameter(property = "rowan.skip", defaultValue = "false")
    boolean skip;

    Map<String, String> variables = System.getenv();

    /** Does the work. */
    abstract void run() throws IOException;

    final DatabaseAddress address() {
        return new DatabaseAddress(
                url, user, password, config == null ? null : config.toPath(), environment, schema, variables);
    }

    /**
     * A failure that Rowan tells of is one of the build; others are errors. Neither has a cause, whose text could hold values: it is logged for
     * {@code mvn -X} only.
     */
    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped");
            return;
        }
        registerDrivers();
        try {
            run();
        } catch (RowanException | IllegalArgumentException | IllegalStateException e) {
            getLog().debug(e);
            throw new MojoFailureException(Lines.of(e));
        } catch (IOException e) {
            getLog().debug(e);
            throw new MojoExecutionException(Lines.of(e));
        }
    }

    /** The JVM looks for drivers once, for whichever plugin asks first; those of this one register when they are loaded. */
    private static void registerDrivers() {
        ServiceLoader.load(Driver.class, RowanMojo.class.getClassLoader()).stream()
                .forEach(ServiceLoader.Provider::get);
    }
}
