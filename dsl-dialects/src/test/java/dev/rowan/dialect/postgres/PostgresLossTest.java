package dev.rowan.dialect.postgres;

import static dev.rowan.query.Sql.command;
import static dev.rowan.query.Sql.query;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.contract.LossContract;
import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.expression.Functions;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.migrate.Migration;
import dev.rowan.migrate.Migrations;
import dev.rowan.migrate.Migrator;
import dev.rowan.migrate.Schema;
import dev.rowan.server.PostgresServer;
import org.junit.jupiter.api.Test;

final class PostgresLossTest extends LossContract {
    @Override
    protected String newDatabase() {
        return PostgresServer.newDatabase("loss");
    }

    /** As scripts of pg_dump do. */
    @Test
    void lockEndsThoughAMigrationLeavesAnotherSearchPath() {
        final class V1__dumped implements Migration {
            @Override
            public void up(Schema schema) {
                schema.execute(command("set search_path = 'pg_catalog'"));
            }
        }
        try (Database one = Database.connect(
                PoolConfig.of(PostgresServer.newDatabase("dumped")).withSize(1, 1))) {
            Migrator.of(one.withSchema("public"), Migrations.of(new V1__dumped()))
                    .migrate();

            assertThat(one.fetchOne(query(
                            "select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()",
                            select(Functions.value(1L)))))
                    .isZero();
        }
    }

    @Test
    void enumOfAnotherSchemaLosesAValueThere() {
        final class V1__moods implements Migration {
            @Override
            public void up(Schema schema) {
                schema.createEnum("mood", "sad", "ok");
                schema.alterEnum("mood", e -> e.remove("sad"));
            }
        }
        db().execute(command("create schema moody"));
        Database moody = db().withSchema("moody");

        Migrator.of(moody, Migrations.of(new V1__moods())).migrate();

        assertThat(LiveSchema.of(moody).read().enums().get(0).values()).containsExactly("ok");
        assertThat(live().read().enums()).isEmpty();
    }
}
