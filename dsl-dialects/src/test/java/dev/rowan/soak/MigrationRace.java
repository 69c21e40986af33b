package dev.rowan.soak;

import static dev.rowan.query.Sql.command;

import dev.rowan.error.MigrationException;
import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.migrate.Migration;
import dev.rowan.migrate.Migrations;
import dev.rowan.migrate.Migrator;
import dev.rowan.migrate.Schema;
import dev.rowan.type.SqlType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Migrates a database in a JVM of its own: {@code url}, and {@code hang} for one that begins a migration and never ends it. */
final class MigrationRace {
    private MigrationRace() {}

    static final class V1__create_steps implements Migration {
        @Override
        public void up(Schema schema) {
            schema.createTable("steps", t -> t.add("step", SqlType.INTEGER).notNull());
        }
    }

    static final class V2__first_step implements Migration {
        @Override
        public void up(Schema schema) {
            schema.execute(command("insert into steps values (1)"));
        }
    }

    static final class V3__second_step implements Migration {
        @Override
        public void up(Schema schema) {
            schema.execute(command("insert into steps values (2)"));
        }
    }

    /** Says that it has begun, and waits for an input that never comes. */
    static final class V4__hang implements Migration {
        private final boolean hangs;

        V4__hang(boolean hangs) {
            this.hangs = hangs;
        }

        @Override
        public void up(Schema schema) {
            if (!hangs) {
                return;
            }
            System.out.println("hangs");
            try {
                System.in.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Migrator migrator(Database db, boolean hangs) {
        return Migrator.of(
                        db,
                        Migrations.of(
                                new V1__create_steps(),
                                new V2__first_step(),
                                new V3__second_step(),
                                new V4__hang(hangs)))
                .withPatience(Duration.ofSeconds(60));
    }

    public static void main(String[] arguments) {
        try (Database db = Database.connect(PoolConfig.of(arguments[0]).withSize(1, 1))) {
            System.out.println(
                    "applied " + migrator(db, arguments.length > 1).migrate().size());
        } catch (MigrationException e) {
            System.out.println("refused " + e.getMessage());
        }
    }
}
