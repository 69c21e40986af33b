package dev.rowan.guide;

import static dev.rowan.expression.Functions.number;
import static dev.rowan.query.Sql.command;
import static dev.rowan.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.definition.TableDefinition;
import dev.rowan.execute.Database;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.migrate.Migration;
import dev.rowan.migrate.Migrations;
import dev.rowan.migrate.Migrator;
import dev.rowan.migrate.Schema;
import dev.rowan.schema.ReferenceRules;
import dev.rowan.schema.TableName;
import dev.rowan.type.SqlType;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table that {@code docs/migrations.md} makes, on H2 and SQLite. */
final class MigrationsPageTest {
    @SuppressWarnings("checkstyle:TypeName") // the name is the version
    public static final class V1__create_branches implements Migration {
        @Override
        public void up(Schema schema) {
            schema.createTable("branches", t -> {
                t.add("id", SqlType.BIGINT).identity().notNull();
                t.add("name", SqlType.varchar(100)).notNull();
                t.add("city_id", SqlType.BIGINT).notNull();
                t.add("seats", SqlType.INTEGER).notNull().defaultValue(0);
                t.primaryKey("id");
                t.unique("branches_name_key", "name", "city_id");
                t.check(
                        "branches_seats_check",
                        number(t.column("seats", SqlType.INTEGER)).ge(0));
                t.foreignKey(
                        "branches_city_id_fkey", "city_id", "cities", "id", ReferenceRules.DEFAULT.onDelete(CASCADE));
                t.index("branches_city_idx", "city_id");
            });
        }

        @Override
        public void down(Schema schema) {
            schema.dropTable("branches");
        }
    }

    @Test
    void tableIsMadeOnH2() {
        requireMade("jdbc:h2:mem:migrationspage");
    }

    @Test
    void tableIsMadeOnSqlite(@TempDir Path folder) {
        requireMade("jdbc:sqlite:" + folder.resolve("branches.db"));
    }

    private static void requireMade(String url) {
        try (Database db = Database.connect(url)) {
            db.execute(command("create table \"cities\" (\"id\" integer primary key)"));
            Migrator migrator = Migrator.of(db, Migrations.of(new V1__create_branches()));

            migrator.migrate();

            TableDefinition branches =
                    LiveSchema.of(db).read().table(TableName.of("branches")).orElseThrow();
            assertThat(branches.columns()).hasSize(4);
            assertThat(branches.primaryKey()).isNotNull();
            assertThat(branches.uniqueKeys())
                    .singleElement()
                    .satisfies(key -> assertThat(key.columns()).containsExactly("name", "city_id"));
            assertThat(branches.foreignKeys()).hasSize(1);
            assertThat(branches.indexes()).hasSize(1);
            migrator.undo();
            assertThat(LiveSchema.of(db).read().table(TableName.of("branches"))).isEmpty();
        }
    }
}
