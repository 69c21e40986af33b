package dev.rowan.contract;

import static dev.rowan.query.Sql.command;
import static dev.rowan.query.Sql.query;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rowan.contract.ShopMigrations.V10__add_discount_code;
import dev.rowan.contract.ShopMigrations.V1__create_users;
import dev.rowan.contract.ShopMigrations.V2__create_orders;
import dev.rowan.definition.IndexDefinition;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.error.MigrationException;
import dev.rowan.error.RowanException;
import dev.rowan.expression.Functions;
import dev.rowan.migrate.Destruction;
import dev.rowan.migrate.Migration;
import dev.rowan.migrate.MigrationState;
import dev.rowan.migrate.MigrationStatus;
import dev.rowan.migrate.Migrations;
import dev.rowan.migrate.Migrator;
import dev.rowan.migrate.Renames;
import dev.rowan.migrate.Repair;
import dev.rowan.migrate.Schema;
import dev.rowan.migrate.Version;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.Support;
import dev.rowan.schema.TableName;
import dev.rowan.type.SqlType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How tables, indexes and enums are altered on each database, with their rows. */
public abstract class AlterationContract extends EmptyDatabase {
    /** For subclasses. */
    protected AlterationContract() {}

    private Migrator migrator(Migration... migrations) {
        return Migrator.of(db(), Migrations.of(migrations));
    }

    private Migrator all() {
        return migrator(new V10__add_discount_code(true), new V1__create_users(), new V2__create_orders());
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

    @Test
    void partialIndexIsPartialOrRefusedUnlessAFullOneWillDo() {
        Migrator strict = migrator(new V1__create_users(), new V2__create_orders(), new V10__add_discount_code(false));
        boolean refused = db().dialect().ddl().support(DdlFeature.PARTIAL_INDEX) == Support.REFUSED;

        if (refused) {
            assertThatThrownBy(strict::migrate)
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("partial index")
                    .hasMessageContaining("orFullIndex()");
            assertThat(users().table(TableName.of("orders")).orElseThrow().column("discount_code"))
                    .as("nothing is left of it, or it is known to be half-way")
                    .matches(column -> column.isEmpty() || states(strict).contains(MigrationState.HALF_WAY));
        } else {
            strict.migrate();
            IndexDefinition index = users().table(TableName.of("orders")).orElseThrow().indexes().stream()
                    .filter(each -> each.name().equals("orders_discount_code_idx"))
                    .findFirst()
                    .orElseThrow();
            assertThat(index.where()).containsIgnoringCase("is not null");
        }
    }

    @Test
    void tablesAreAlteredWithTheirRows() {
        all().migrate();
        db().execute(command("insert into users (name, email) values ('Ann', 'ann@example.org')"));
        db().execute(command("insert into orders (user_id, total) select id, 7 from users"));
        final class V11__change_orders implements Migration {
            @Override
            public void up(Schema schema) {
                schema.alterTable("users", t -> {
                    t.rebuild();
                    t.rename("name", "full_name");
                    t.add("active", SqlType.BOOLEAN).notNull().defaultValue(true);
                    t.check(
                            "users_name_check",
                            Functions.text(t.column("full_name", SqlType.TEXT)).ne(""));
                });
                schema.alterTable("orders", t -> {
                    t.rebuild();
                    t.alter("total", SqlType.BIGINT).notNull().defaultValue(1L);
                    t.unique("orders_once_key", "user_id", "total");
                });
            }

            @Override
            public void down(Schema schema) {
                schema.alterTable("orders", t -> {
                    t.rebuild();
                    t.dropConstraint("orders_once_key");
                    t.alter("total", SqlType.INTEGER).notNull().defaultValue(0);
                });
                schema.alterTable("users", t -> {
                    t.rebuild();
                    t.dropConstraint("users_name_check");
                    t.drop("active");
                    t.rename("full_name", "name");
                });
            }
        }
        Migrator migrator = migrator(
                new V1__create_users(),
                new V2__create_orders(),
                new V10__add_discount_code(true),
                new V11__change_orders());
        SchemaDefinition before = users();

        migrator.migrate();
        assertThat(db().fetch(query("select full_name from users where active", select(Functions.value("")))))
                .containsExactly("Ann");
        assertThat(db().fetchOne(query("select total from orders", select(Functions.value(1L)))))
                .isEqualTo(7);
        migrator.undo();

        assertThat(users()).isEqualTo(before);
        assertThat(db().fetchOne(query(
                        "select count(*) from orders o join users u on u.id = o.user_id", select(Functions.value(1L)))))
                .isEqualTo(1);
    }

    @Test
    void alterationOfWhatIsNotThereIsRefused() {
        all().migrate();
        final class V11__wrong implements Migration {
            @Override
            public void up(Schema schema) {
                schema.alterTable("orders", t -> t.drop("no_such"));
            }
        }

        assertThatThrownBy(() -> migrator(
                                new V1__create_users(),
                                new V2__create_orders(),
                                new V10__add_discount_code(true),
                                new V11__wrong())
                        .migrate())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("no_such")
                .hasMessageContaining("user_id");
    }

    @Test
    void enumsChangeWithTheirRows() {
        assumeTrue(db().dialect().ddl().support(DdlFeature.ENUM_TYPE) != Support.REFUSED);
        final class V1__moods implements Migration {
            @Override
            public void up(Schema schema) {
                schema.createEnum("mood", "sad", "ok", "glad");
                schema.createTable("people", t -> {
                    t.add("id", SqlType.INTEGER).notNull();
                    t.addEnum("mood", "mood").notNull().defaultValue("ok");
                    t.primaryKey("id");
                });
            }
        }
        final class V2__more_moods implements Migration {
            @Override
            public void up(Schema schema) {
                schema.alterEnum("mood", e -> {
                    e.rename("ok", "fine");
                    e.addBefore("meh", "fine");
                    e.add("ecstatic");
                });
            }

            @Override
            public void down(Schema schema) {
                schema.alterEnum("mood", e -> {
                    e.remove("ecstatic");
                    e.remove("meh");
                    e.rename("fine", "ok");
                });
            }
        }
        migrator(new V1__moods()).migrate();
        SchemaDefinition once = users();
        db().execute(command("insert into people (id) values (1)"));
        Migrator migrator = migrator(new V1__moods(), new V2__more_moods());
        migrator.migrate();
        assertThat(live().read().enums().get(0).values()).containsExactly("sad", "meh", "fine", "glad", "ecstatic");
        db().execute(command("insert into people (id) values (2)"));

        migrator.undo();

        assertThat(users()).isEqualTo(once);
        assertThat(db().fetch(query("select mood::text from people order by id", select(Functions.value("")))))
                .containsExactly("ok", "ok");
    }

    @Test
    void valueOfAnEnumThatARowHoldsStays() {
        assumeTrue(db().dialect().ddl().support(DdlFeature.ENUM_TYPE) != Support.REFUSED);
        final class V1__moods implements Migration {
            @Override
            public void up(Schema schema) {
                schema.createEnum("mood", "sad", "ok");
                schema.createTable("people", t -> t.addEnum("mood", "mood"));
                schema.execute(command("insert into people values ('sad')"));
            }
        }
        final class V2__fewer_moods implements Migration {
            @Override
            public void up(Schema schema) {
                schema.alterEnum("mood", e -> e.remove("sad"));
            }
        }
        migrator(new V1__moods()).migrate();

        assertThatThrownBy(
                        () -> migrator(new V1__moods(), new V2__fewer_moods()).migrate())
                .isInstanceOf(MigrationException.class);
        assertThat(live().read().enums().get(0).values()).containsExactly("sad", "ok");
    }

    @Test
    void hostileNamesAndTextsAreDataWhereverTheyStand() {
        all().migrate();
        List<String> texts = HostileTexts.ALL.stream()
                .filter(text -> text.length() < 50 && !text.isEmpty() && text.indexOf('\0') < 0)
                .toList();
        assertThat(texts).hasSizeGreaterThan(10);
        long done = texts.stream().filter(this::hostile).count();
        assertThat(done).as("texts that are no refusal").isGreaterThan(texts.size() / 2);

        assertThat(users().tables().stream().map(table -> table.name().name())).containsExactly("orders", "users");
    }

    /** Each is done, or refused by the database or before it; never does it become SQL. */
    private boolean hostile(String text) {
        final class V20__hostile implements Migration {
            @Override
            public void up(Schema schema) {
                schema.createTable(text, t -> {
                    t.add(text, SqlType.varchar(100)).defaultValue(text);
                    t.add("n", SqlType.INTEGER);
                    t.unique(text + "_key", "n");
                    t.check(
                            text + "_check",
                            Functions.text(t.column(text, SqlType.TEXT)).ne(text));
                });
                schema.alterTable(text, t -> {
                    t.rebuild();
                    t.rename(text, text + "2");
                });
                schema.renameTable(text, text + "3");
                schema.dropTable(text + "3");
            }
        }
        Migrator migrator = migrator(
                new V1__create_users(), new V2__create_orders(), new V10__add_discount_code(true), new V20__hostile());
        SchemaDefinition before = live().read();
        try {
            migrator.migrate();
        } catch (RowanException | IllegalArgumentException refused) {
            if (states(migrator).contains(MigrationState.HALF_WAY)) {
                migrator.repair(Version.of("20"), Repair.FORGET);
                live().apply(live().diff(before, Renames.NONE), Destruction.CONFIRMED);
            }
            return false;
        }
        assertThat(live().read()).isEqualTo(before);
        db().execute(command("delete from rowan_migrations where version = '20'"));
        return true;
    }
}
