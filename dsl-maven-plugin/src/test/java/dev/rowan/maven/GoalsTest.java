package dev.rowan.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the goals do and tell, without a build around them. */
final class GoalsTest {
    @TempDir
    private Path folder;

    private String url;
    private final LinesLog log = new LinesLog();

    @BeforeEach
    void twoMigrations() throws IOException {
        url = "jdbc:h2:" + folder.resolve("database").toAbsolutePath();
        Files.createDirectories(folder.resolve("migrations"));
        file("V1__create_users.up.sql", "create table \"users\" (\"id\" bigint primary key, \"name\" varchar(9));");
        file("V1__create_users.down.sql", "drop table \"users\";");
        file("V2__create_orders.up.sql", "create table \"orders\" (\"id\" bigint primary key);");
    }

    private void file(String name, String sql) throws IOException {
        Files.writeString(folder.resolve("migrations").resolve(name), sql);
    }

    private <T extends RowanMojo> T goal(T mojo) {
        mojo.setLog(log);
        mojo.url = url;
        mojo.variables = Map.of();
        if (mojo instanceof MigrationMojo migration) {
            migration.migrations = folder.resolve("migrations").toFile();
        }
        return mojo;
    }

    private String told(RowanMojo mojo) throws Exception {
        log.clear();
        mojo.execute();
        return log.text();
    }

    @Test
    void migrationsAreAppliedShownAndUndone() throws Exception {
        MigrateMojo first = goal(new MigrateMojo());
        first.to = "1";

        assertThat(told(goal(new DryRunMojo()))).contains("-- 1 (create users)", "create table \"orders\"");
        assertThat(told(first)).contains("applied 1 create users", "1 migration.");
        assertThat(told(goal(new StatusMojo()))).contains("applied", "2        pending");
        assertThat(told(goal(new UndoMojo()))).contains("undone 1 create users");
        assertThat(told(goal(new MigrateMojo()))).contains("2 migrations.");
    }

    @Test
    void whatFailsFailsTheBuildInOneLine() throws Exception {
        told(goal(new MigrateMojo()));

        assertThatThrownBy(() -> told(goal(new UndoMojo())))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("V2__create_orders.down.sql")
                .hasNoCause();
    }

    @Test
    void aChangedFileIsAcceptedByRepair() throws Exception {
        told(goal(new MigrateMojo()));
        file("V2__create_orders.up.sql", "create table \"orders\" (\"id\" bigint);");
        RepairMojo repair = goal(new RepairMojo());
        repair.version = "2";
        repair.as = "accept-change";

        assertThatThrownBy(() -> told(goal(new MigrateMojo())))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("another checksum");
        assertThat(told(repair)).contains("repaired 2");
        assertThat(told(goal(new MigrateMojo()))).contains("Nothing to do.");
    }

    @Test
    void aWrongPasswordIsOneLineWithoutIt() throws Exception {
        RowanMojo owner = goal(new MigrateMojo());
        owner.user = "owner";
        owner.password = "right-password";
        owner.execute();
        RowanMojo stranger = goal(new StatusMojo());
        stranger.user = "owner";
        stranger.password = "very-secret-1234";

        assertThatThrownBy(stranger::execute)
                .isInstanceOf(MojoFailureException.class)
                .satisfies(failure -> assertThat(failure.getMessage())
                        .doesNotContain("\n")
                        .doesNotContain("very-secret-1234")
                        .containsIgnoringCase("password"));
    }

    @Test
    void generatedSourcesAreSourcesOfTheProject() throws Exception {
        GenerateMojo generate = goal(new GenerateMojo());
        generate.url = "jdbc:h2:mem:";
        generate.project = new MavenProject();
        generate.packageName = "shop.db";
        generate.out = folder.resolve("java").toFile();
        generate.scripts = folder.resolve("migrations").toFile();

        assertThat(told(generate)).contains("5 written, 0 unchanged.");
        assertThat(generate.project.getCompileSourceRoots())
                .containsExactly(folder.resolve("java").toString());
        assertThat(folder.resolve("java/shop/db/Users.java")).exists();
        assertThat(told(generate)).isEqualTo("0 written, 5 unchanged.\n");
    }

    @Test
    void newMakesTwoFiles() throws Exception {
        NewMojo mojo = goal(new NewMojo());
        mojo.name = "add discount code";
        mojo.migrations = folder.resolve("new").toFile();

        assertThat(told(mojo)).contains("add_discount_code.up.sql", "add_discount_code.down.sql");
    }

    @Test
    void noDatabaseIsToldWithWaysToNameOne() {
        RowanMojo mojo = goal(new StatusMojo());
        mojo.url = null;

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("rowan.url");
    }

    @Test
    void skippedGoalsDoNothing() throws Exception {
        RowanMojo mojo = goal(new StatusMojo());
        mojo.url = null;
        mojo.skip = true;

        mojo.execute();

        assertThat(log.text()).isEqualTo("skipped\n");
    }
}
