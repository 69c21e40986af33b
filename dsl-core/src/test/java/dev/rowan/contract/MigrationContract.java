package dev.rowan.contract;

import static dev.rowan.query.Sql.command;
import static dev.rowan.query.Sql.query;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.rowan.contract.ShopMigrations.V10__add_discount_code;
import dev.rowan.contract.ShopMigrations.V1__create_users;
import dev.rowan.contract.ShopMigrations.V2__create_orders;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.error.MigrationException;
import dev.rowan.expression.Functions;
import dev.rowan.migrate.FlywayScripts;
import dev.rowan.migrate.Migration;
import dev.rowan.migrate.MigrationState;
import dev.rowan.migrate.MigrationStatus;
import dev.rowan.migrate.Migrations;
import dev.rowan.migrate.Migrator;
import dev.rowan.migrate.Repair;
import dev.rowan.migrate.Schema;
import dev.rowan.migrate.Version;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.Support;
import dev.rowan.schema.TableName;
import dev.rowan.type.SqlType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What migrations do on each database: wholly or resumably, once, in order, and back again. */
public abstract class MigrationContract extends EmptyDatabase {
    /** For subclasses. */
    protected MigrationContract() {}

    private Migrator migrator(Migration... migrations) {
        return Migrator.of(db(), Migrations.of(migrations));
    }

    private Migrator all() {
        return migrator(new V10__add_discount_code(true), new V1__create_users(), new V2__create_orders());
    }

    private static List<String> versions(List<MigrationStatus> statuses) {
        return statuses.stream().map(status -> status.version().toString()).toList();
    }

    private List<MigrationState> states(Migrator migrator) {
        return migrator.status().stream().map(MigrationStatus::state).toList();
    }

    private SchemaDefinition users() {
        SchemaDefinition all = live().read();
        return all.withTables(all.tables().stream()
                .filter(table -> !table.name().name().startsWith("rowan_"))
                .toList());
    }

    private boolean isAtomic() {
        return db().dialect().ddl().support(DdlFeature.TRANSACTIONAL_DDL) != Support.REFUSED;
    }

    @Test
    void versionsAreAppliedOnceInTheOrderOfTheirNumbers() {
        assertThat(versions(all().migrate())).containsExactly("1", "2", "10");
        assertThat(all().migrate()).isEmpty();

        assertThat(states(all())).containsOnly(MigrationState.APPLIED).hasSize(3);
        assertThat(all().status())
                .allSatisfy(status -> assertThat(status.duration()).isNotNull());
        assertThat(users().tables().stream().map(table -> table.name().name())).containsExactly("orders", "users");
    }

    @Test
    void upDownUpLeavesTheSame() {
        all().migrate();
        SchemaDefinition once = users();

        assertThat(versions(all().undo())).containsExactly("10");
        assertThat(users().table(TableName.of("orders")).orElseThrow().column("discount_code"))
                .isEmpty();
        assertThat(versions(all().undoAll())).containsExactly("2", "1");
        assertThat(users().tables()).isEmpty();
        assertThat(states(all())).containsOnly(MigrationState.PENDING);
        all().migrate();

        assertThat(users()).isEqualTo(once);
    }

    @Test
    void versionsInBetweenCanBeReached() {
        assertThat(versions(all().migrateTo(Version.of("2")))).containsExactly("1", "2");
        all().migrate();

        assertThat(versions(all().undoTo(Version.of("1")))).containsExactly("10", "2");
        assertThatThrownBy(() -> all().migrateTo(Version.of("3")))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("10 (add discount code)");
    }

    @Test
    void undoWithoutAWayBackIsRefused() {
        final class V1__one_way implements Migration {
            @Override
            public void up(Schema schema) {
                schema.createTable("doors", t -> t.add("id", SqlType.BIGINT));
            }
        }
        Migrator migrator = migrator(new V1__one_way());
        migrator.migrate();

        assertThatThrownBy(migrator::undo)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("1 (one way)")
                .hasMessageContaining("no down(");
        assertThat(states(migrator)).containsExactly(MigrationState.APPLIED);
        assertThat(users().tables()).hasSize(1);
    }

    @Test
    void lateVersionsAreRefusedUnlessAllowed() {
        migrator(new V2__lonely()).migrate();
        Migrator late = migrator(new V1__create_users(), new V2__lonely());

        assertThatThrownBy(late::migrate)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("withOutOfOrder()");
        assertThat(versions(late.withOutOfOrder().migrate())).containsExactly("1");
        assertThat(versions(late.withOutOfOrder().undo()))
                .as("the one that was applied last")
                .containsExactly("1");
    }

    public static final class V2__lonely implements Migration {
        @Override
        public void up(Schema schema) {
            schema.createTable("lonely", t -> t.add("id", SqlType.BIGINT));
        }

        @Override
        public void down(Schema schema) {
            schema.dropTable("lonely");
        }
    }

    @Test
    void migrationThatIsNotKnownAnyMoreIsAnError() {
        all().migrate();
        Migrator older = migrator(new V1__create_users());

        assertThat(states(older))
                .containsExactly(MigrationState.APPLIED, MigrationState.UNKNOWN, MigrationState.UNKNOWN);
        assertThatThrownBy(older::migrate)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("deploy");
    }

    private void write(Path directory, String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }

    @Test
    void filesAreAppliedAndUndone(@TempDir Path directory) throws IOException {
        write(directory, "V1__create_notes.up.sql", "create table notes (id int primary key, body varchar(50));\n");
        write(directory, "V1__create_notes.down.sql", "drop table notes;");
        write(
                directory,
                "V2__fill_notes.sql",
                "-- a comment; with a semicolon\ninsert into notes values (1, 'one; two');\n/* ; */ insert into notes values (2, 'it''s');");
        Migrator migrator = Migrator.of(db(), Migrations.inDirectory(directory));

        migrator.migrate();

        assertThat(bodies()).containsExactly("one; two", "it's");
        assertThatThrownBy(migrator::undo).hasMessageContaining("V2__fill_notes.down.sql");
    }

    private List<String> bodies() {
        return db().fetch(query("select body from notes order by id", select(Functions.value(""))));
    }

    @Test
    void changedFileIsAnErrorUntilItIsAccepted(@TempDir Path directory) throws IOException {
        write(directory, "V1__create_notes.sql", "create table notes (id int primary key);\n");
        Migrator.of(db(), Migrations.inDirectory(directory)).migrate();
        write(directory, "V1__create_notes.sql", "create table notes (id int primary key);\r\n");
        assertThat(Migrator.of(db(), Migrations.inDirectory(directory)).migrate())
                .as("line ends")
                .isEmpty();
        write(directory, "V1__create_notes.sql", "create table notes (id bigint primary key);\n");
        Migrator changed = Migrator.of(db(), Migrations.inDirectory(directory));

        assertThat(states(changed)).containsExactly(MigrationState.CHANGED);
        assertThatThrownBy(changed::migrate)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("checksum");
        changed.repair(Version.of("1"), Repair.ACCEPT_CHANGE);

        assertThat(changed.migrate()).isEmpty();
    }

    private void threeStatements(Path directory, String second) throws IOException {
        write(
                directory,
                "V1__three_steps.sql",
                "create table one (id int primary key);\n" + second + ";\ncreate table three (id int primary key);\n");
    }

    @Test
    void failureInTheSecondOfThreeStatementsLeavesNothingOrAStateThatCanBeRepaired(@TempDir Path directory)
            throws IOException {
        threeStatements(directory, "insert into nowhere values (1)");
        Migrator migrator = Migrator.of(db(), Migrations.inDirectory(directory));

        assertThatThrownBy(migrator::migrate)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("three steps");

        if (isAtomic()) {
            assertThat(users().tables()).isEmpty();
            assertThat(states(migrator)).containsExactly(MigrationState.PENDING);
            return;
        }
        assertThat(migrator.status().get(0).state()).isEqualTo(MigrationState.HALF_WAY);
        assertThat(migrator.status().get(0).statements()).isEqualTo(1);
        assertThatThrownBy(migrator::migrate)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("repair(");
        db().execute(command("create table nowhere (id int primary key)"));
        migrator.repair(Version.of("1"), Repair.RESUME);
        assertThat(states(migrator)).containsExactly(MigrationState.APPLIED);
        assertThat(users().tables().stream().map(table -> table.name().name()))
                .containsExactly("nowhere", "one", "three");
        assertThat(migrator.migrate()).isEmpty();
    }

    @Test
    void halfWayMigrationIsForgottenOrMarked(@TempDir Path directory) throws IOException {
        assumeFalse(isAtomic());
        threeStatements(directory, "insert into nowhere values (1)");
        Migrator migrator = Migrator.of(db(), Migrations.inDirectory(directory));
        assertThatThrownBy(migrator::migrate).isInstanceOf(MigrationException.class);

        db().execute(command("drop table one"));
        migrator.repair(Version.of("1"), Repair.FORGET);
        assertThat(states(migrator)).containsExactly(MigrationState.PENDING);
        assertThatThrownBy(migrator::migrate).isInstanceOf(MigrationException.class);
        migrator.repair(Version.of("1"), Repair.MARK_APPLIED);

        assertThat(states(migrator)).containsExactly(MigrationState.APPLIED);
        assertThatThrownBy(() -> migrator.repair(Version.of("1"), Repair.RESUME))
                .hasMessageContaining("applied");
    }

    @Test
    void databaseThatIsThereAlreadyBeginsAtItsVersion() {
        live().create(dev.rowan.shop.Users.USER);

        assertThat(versions(all().baseline(Version.of("1")))).containsExactly("1");
        assertThat(versions(all().migrate())).containsExactly("2", "10");
        assertThat(all().baseline(Version.of("10"))).isEmpty();
    }

    @Test
    void dryRunShowsWhatWouldBeDoneAndDoesNothing() {
        String script = all().dryRun();

        assertThat(script)
                .contains("-- 1 (create users)")
                .contains("create table")
                .contains("-- 10 (add discount code)")
                .contains("discount_code");
        assertThat(live().read().tables()).isEmpty();
        all().migrate();
        assertThat(all().dryRun()).isEmpty();
    }

    @Test
    void dryRunAltersWhatAnEarlierMigrationCreates() {
        Migrator migrator = migrator(new V1__create_crates(), new V2__label_crates());

        assertThat(migrator.dryRun()).contains("-- 1 (create crates)", "-- 2 (label crates)", "label");
        assertThat(FlywayScripts.of(db(), Migrations.of(new V1__create_crates(), new V2__label_crates()))
                        .files())
                .containsKey("V2__label_crates.sql");
        assertThat(live().read().tables()).isEmpty();
        migrator.migrate();
    }

    /** Creates a table. */
    static final class V1__create_crates implements Migration {
        @Override
        public void up(Schema schema) {
            schema.createTable("crates", t -> {
                t.add("id", SqlType.BIGINT).notNull();
                t.primaryKey("id");
            });
        }
    }

    /** Alters it. */
    static final class V2__label_crates implements Migration {
        @Override
        public void up(Schema schema) {
            schema.alterTable("crates", t -> t.add("label", SqlType.varchar(40)));
        }
    }

    @Test
    void severalAtOnceApplyEachMigrationOnce() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                tasks.add(() -> all().migrate().size());
            }
            int done = 0;
            for (Future<Integer> result : threads.invokeAll(tasks)) {
                done += result.get();
            }

            assertThat(done).isEqualTo(3);
        } finally {
            threads.shutdownNow();
        }
        assertThat(states(all())).containsOnly(MigrationState.APPLIED);
    }

    @Test
    void tablesOfOtherToolsAreLeftAlone() {
        db().execute(command("create table flyway_schema_history (installed_rank int primary key)"));
        TableDefinition theirs =
                live().read().table(TableName.of("flyway_schema_history")).orElseThrow();

        all().migrate();
        all().undoAll();

        assertThat(live().read().table(theirs.name())).contains(theirs);
    }
}
