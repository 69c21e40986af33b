package dev.rowan.contract;

import static dev.rowan.query.Sql.command;
import static dev.rowan.query.Sql.query;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.rowan.error.MigrationException;
import dev.rowan.expression.Functions;
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
import dev.rowan.type.SqlType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of migrations that fail on their way, there and back, and what becomes of it. */
public abstract class RepairContract extends EmptyDatabase {
    /** For subclasses. */
    protected RepairContract() {}

    private boolean isAtomic() {
        return db().dialect().ddl().support(DdlFeature.TRANSACTIONAL_DDL) != Support.REFUSED;
    }

    private Migrator migrator(Path directory) {
        return Migrator.of(db(), Migrations.inDirectory(directory));
    }

    private static List<MigrationState> states(Migrator migrator) {
        return migrator.status().stream().map(MigrationStatus::state).toList();
    }

    private List<String> tables() {
        return live().read().tables().stream()
                .map(table -> table.name().name())
                .filter(name -> !name.startsWith("rowan_"))
                .toList();
    }

    private static void write(Path directory, String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }

    private static void twoTables(Path directory) throws IOException {
        write(directory, "V1__one.up.sql", "create table one (id int primary key);");
        write(directory, "V1__one.down.sql", "drop table one;");
        write(directory, "V2__two.up.sql", "create table two (id int primary key);");
        write(directory, "V2__two.down.sql", "drop table two;");
    }

    @Test
    void undoToAVersionThatWasNotAppliedUndoesNothing(@TempDir Path directory) throws IOException {
        twoTables(directory);
        migrator(directory).migrateTo(Version.of("1"));

        assertThatThrownBy(() -> migrator(directory).undoTo(Version.of("2")))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("got 2");
        assertThat(tables()).containsExactly("one");
    }

    @Test
    void undoOfSeveralIsRefusedBeforeTheFirstIfOneHasNoWayBack(@TempDir Path directory) throws IOException {
        twoTables(directory);
        Files.delete(directory.resolve("V1__one.down.sql"));
        migrator(directory).migrate();

        assertThatThrownBy(() -> migrator(directory).undoAll()).hasMessageContaining("V1__one.down.sql");
        assertThat(tables()).containsExactly("one", "two");
    }

    private void failingUndo(Path directory) throws IOException {
        write(
                directory,
                "V1__three.up.sql",
                "create table one (id int primary key);"
                        + " create table two (id int primary key); create table three (id int primary key);");
        write(
                directory,
                "V1__three.down.sql",
                "drop table three; insert into nowhere values (1); drop table two; drop table one;");
        migrator(directory).migrate();
    }

    @Test
    void undoThatFailedOnItsWayIsResumedBackwards(@TempDir Path directory) throws IOException {
        failingUndo(directory);

        assertThatThrownBy(() -> migrator(directory).undo())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("to be undone");

        if (isAtomic()) {
            assertThat(tables()).containsExactly("one", "three", "two");
            assertThat(states(migrator(directory))).containsExactly(MigrationState.APPLIED);
            return;
        }
        assertThat(tables()).containsExactly("one", "two");
        assertThat(states(migrator(directory))).containsExactly(MigrationState.HALF_WAY);
        assertThatThrownBy(() -> migrator(directory).migrate()).hasMessageContaining("statements that undo it");
        db().execute(command("create table nowhere (id int primary key)"));
        migrator(directory).repair(Version.of("1"), Repair.RESUME);
        assertThat(states(migrator(directory))).containsExactly(MigrationState.PENDING);
        assertThat(tables()).containsExactly("nowhere");
    }

    @Test
    void undoThatFailsBeforeItsFirstStatementLeavesWhatWasNoted(@TempDir Path directory) throws IOException {
        failingUndo(directory);
        write(directory, "V1__three.down.sql", "insert into nowhere values (1);");
        List<MigrationStatus> before = migrator(directory).status();

        assertThatThrownBy(() -> migrator(directory).undo()).hasMessageContaining("nothing of it stays");

        assertThat(migrator(directory).status()).isEqualTo(before);
    }

    @Test
    void errorOfTheMigrationItselfIsNotedLikeOneOfTheDatabase() {
        final class V1__mistaken implements Migration {
            @Override
            public void up(Schema schema) {
                schema.createTable("one", t -> t.add("id", SqlType.INTEGER));
                throw new UnsupportedOperationException("not written yet");
            }
        }
        Migrator migrator = Migrator.of(db(), Migrations.of(new V1__mistaken()));

        assertThatThrownBy(migrator::migrate)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("not written yet")
                .hasRootCauseInstanceOf(UnsupportedOperationException.class);

        if (isAtomic()) {
            assertThat(states(migrator)).containsExactly(MigrationState.PENDING);
        } else {
            assertThatThrownBy(migrator::migrate).hasMessageContaining("it failed with: not written yet");
        }
    }

    @Test
    void migrationWhoseRowsNobodyCountedIsNotResumed() {
        assumeFalse(isAtomic());
        final class V1__filled implements Migration {
            @Override
            public void up(Schema schema) {
                schema.createTable("one", t -> t.add("id", SqlType.INTEGER));
                schema.db().execute(command("insert into one values (1)"));
                schema.execute(command("insert into nowhere values (1)"));
            }
        }
        Migrator migrator = Migrator.of(db(), Migrations.of(new V1__filled()));
        assertThatThrownBy(migrator::migrate).hasMessageContaining("nowhere");
        db().execute(command("create table nowhere (id int primary key)"));

        assertThatThrownBy(() -> migrator.repair(Version.of("1"), Repair.RESUME))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("uses db()");

        assertThat(db().fetchOne(query("select count(*) from one", select(Functions.value(1L)))))
                .isEqualTo(1);
        assertThatThrownBy(migrator::migrate).as("why it failed at first").hasMessageContaining("nowhere");
    }

    @Test
    void migrationThatHasAlteredATableIsNotResumedWithinIt() {
        assumeFalse(isAtomic());
        final class V1__altered implements Migration {
            @Override
            public void up(Schema schema) {
                schema.createTable("one", t -> t.add("id", SqlType.INTEGER));
                schema.alterTable("one", t -> t.add("n", SqlType.INTEGER));
                schema.execute(command("insert into nowhere values (1)"));
            }
        }
        Migrator migrator = Migrator.of(db(), Migrations.of(new V1__altered()));
        assertThatThrownBy(migrator::migrate).hasMessageContaining("nowhere");

        assertThatThrownBy(() -> migrator.repair(Version.of("1"), Repair.RESUME))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("MARK_APPLIED");
    }
}
