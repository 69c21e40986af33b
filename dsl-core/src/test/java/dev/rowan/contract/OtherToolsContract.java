package dev.rowan.contract;

import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.ShopMigrations.V10__add_discount_code;
import dev.rowan.contract.ShopMigrations.V1__create_users;
import dev.rowan.contract.ShopMigrations.V2__create_orders;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.error.MigrationException;
import dev.rowan.migrate.Destruction;
import dev.rowan.migrate.FlywayScripts;
import dev.rowan.migrate.Migration;
import dev.rowan.migrate.MigrationState;
import dev.rowan.migrate.MigrationStatus;
import dev.rowan.migrate.Migrations;
import dev.rowan.migrate.Migrator;
import dev.rowan.migrate.Schema;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.type.SqlType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How Rowan lives with other tools for migrations: it reads their layouts and histories, and leaves their tables alone. */
public abstract class OtherToolsContract extends EmptyDatabase {
    private static final List<String> FOREIGN_TABLES =
            List.of("flyway_schema_history", "DATABASECHANGELOG", "DATABASECHANGELOGLOCK");

    @TempDir
    private Path folder;

    /** For subclasses. */
    protected OtherToolsContract() {}

    /** A row of a table with a name only, as the history of Sequelize is. */
    public record Note(String name) {}

    private static final class Notes extends Table<Note> {
        private Notes(TableName name) {
            super(name, Note.class, Notes::new);
            varchar("name", 255).primaryKey();
        }
    }

    private static Migrations migrations() {
        return Migrations.of(new V10__add_discount_code(true), new V1__create_users(), new V2__create_orders());
    }

    private Migrator migrator() {
        return Migrator.of(db(), migrations());
    }

    private static List<String> versions(List<MigrationStatus> statuses) {
        return statuses.stream().map(status -> status.version().toString()).toList();
    }

    private Notes note(String table, String... names) {
        Notes notes = new Notes(TableName.of(table));
        live().create(notes);
        for (String name : names) {
            db().execute(insertInto(notes).row(new Note(name)));
        }
        return notes;
    }

    private SchemaDefinition withoutHistory() {
        SchemaDefinition all = live().read();
        return all.withTables(all.tables().stream()
                .filter(table -> !table.name().name().startsWith("rowan_"))
                .toList());
    }

    @Test
    void tablesOfFlywayAndLiquibaseKeepTheirRows() {
        List<Notes> foreign =
                FOREIGN_TABLES.stream().map(table -> note(table, "theirs")).toList();
        List<Notes> own = List.of(note("mine", "row"));
        SchemaDefinition before = withoutHistory();

        migrator().migrate();
        migrator().undoAll();
        live().apply(live().diff(own.get(0)));
        live().dropAndCreate(Destruction.CONFIRMED, own.get(0));

        assertThat(withoutHistory()).isEqualTo(before);
        assertThat(db().fetch(select().from(own.get(0)))).isEmpty();
        for (Notes notes : foreign) {
            assertThat(db().fetch(select().from(notes))).containsExactly(new Note("theirs"));
        }
    }

    @Test
    void scriptsInTheLayoutOfFlywayDoAndUndoTheSame() throws IOException {
        migrator().migrate();
        SchemaDefinition wanted = withoutHistory();
        empty();

        FlywayScripts scripts = FlywayScripts.of(db(), migrations());
        assertThat(live().read().tables()).isEmpty();
        assertThat(scripts.writeTo(folder)).hasSize(6);
        assertThat(scripts.writeTo(folder)).isEmpty();
        assertThat(scripts.files())
                .containsOnlyKeys(
                        "V1__create_users.sql",
                        "U1__create_users.sql",
                        "V2__create_orders.sql",
                        "U2__create_orders.sql",
                        "V10__add_discount_code.sql",
                        "U10__add_discount_code.sql");
        Migrator read = Migrator.of(db(), Migrations.inDirectory(folder));

        assertThat(versions(read.migrate())).containsExactly("1", "2", "10");
        assertThat(withoutHistory()).isEqualTo(wanted);
        assertThat(versions(read.undoAll())).containsExactly("10", "2", "1");
        assertThat(withoutHistory().tables()).isEmpty();
    }

    @Test
    void aScriptThatWasAppliedIsNotWrittenOver() throws IOException {
        FlywayScripts scripts = FlywayScripts.of(db(), migrations());
        Files.writeString(folder.resolve("V2__create_orders.sql"), "select 1;");

        assertThatThrownBy(() -> scripts.writeTo(folder))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("V2__create_orders.sql");
        assertThat(folder).isDirectoryNotContaining("glob:**V1__*");
    }

    @Test
    void sqlFilesStayAsTheyAreAndPlaceholdersAreSwitchedOff() throws IOException {
        Files.writeString(folder.resolve("V1__a.up.sql"), "-- why ${not}\ncreate table a (b integer);\n");

        FlywayScripts scripts = FlywayScripts.of(db(), Migrations.inDirectory(folder));

        assertThat(scripts.files())
                .containsEntry("V1__a.sql", "-- why ${not}\ncreate table a (b integer);\n")
                .containsEntry("V1__a.sql.conf", "placeholderReplacement=false\n")
                .hasSize(2);
    }

    @Test
    void aPlanIsAScript() {
        Notes notes = new Notes(TableName.of("notes"));

        FlywayScripts scripts = FlywayScripts.of("V7__create_notes", live().diff(notes));

        assertThat(scripts.files().get("V7__create_notes.sql"))
                .startsWith("create table ")
                .endsWith(";\n");
        assertThatThrownBy(() -> FlywayScripts.of("create_notes", live().diff(notes)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("create_notes");
    }

    @Test
    void whatCannotBeAScriptIsRefusedByName() {
        final class V3__fill implements Migration {
            @Override
            public void up(Schema schema) {
                schema.createTable("notes", t -> t.add("name", SqlType.varchar(255)));
                schema.execute(insertInto(new Notes(TableName.of("notes"))).row(new Note("secret")));
            }
        }

        assertThatThrownBy(() -> FlywayScripts.of(db(), Migrations.of(new V3__fill())))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("3 (fill)")
                .hasMessageContaining("make it a SQL file")
                .hasMessageNotContaining("secret");
    }

    @Test
    void theHistoryOfSequelizeIsTakenOver() {
        Notes theirs = note("SequelizeMeta", "01-create-users.js", "2-create-orders.ts");

        assertThat(versions(migrator().baselineFromSequelize(TableName.of("SequelizeMeta"))))
                .containsExactly("1", "2");
        assertThat(migrator().status().stream().map(MigrationStatus::state))
                .containsExactly(MigrationState.APPLIED, MigrationState.APPLIED, MigrationState.PENDING);
        assertThat(migrator().baselineFromSequelize(TableName.of("SequelizeMeta")))
                .isEmpty();
        assertThat(db().fetch(select().from(theirs))).hasSize(2);
    }

    @Test
    void aNameOfSequelizeThatIsNoMigrationHereIsRefused() {
        note("SequelizeMeta", "1-create-users.js", "7-gone.js", "seven.js");

        assertThatThrownBy(() -> migrator().baselineFromSequelize(TableName.of("SequelizeMeta")))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("[7-gone.js, seven.js]");
        assertThat(migrator().status().stream().map(MigrationStatus::state)).containsOnly(MigrationState.PENDING);
        assertThatThrownBy(() -> migrator().baselineFromSequelize(TableName.of("elsewhere")))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("elsewhere");
    }
}
