package dev.rowan.dialect.tag;

import static dev.rowan.query.Sql.query;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.execute.PoolConfig;
import dev.rowan.expression.Functions;
import dev.rowan.server.PostgresServer;
import org.junit.jupiter.api.Test;

final class PostgresTagTest extends TagContract {
    @Override
    PoolConfig newDatabase() {
        return PoolConfig.of(PostgresServer.newDatabase("tagged") + "&prepareThreshold=2");
    }

    @Test
    void serverShowsTheTagsOfWhatRuns() {
        String running = db.tagged("route", "orders.list")
                .fetchOne(query(
                        "select query from pg_stat_activity where pid = pg_backend_pid()",
                        select(Functions.value(""))));

        assertThat(running).endsWith(" /*route='orders.list'*/");
    }

    @Test
    void serverReusesThePreparedStatement() {
        String prepared = db.tagged("route", "users.find").transaction(tx -> {
            for (int i = 0; i < 6; i++) {
                tx.fetch(select().from(USER).where(USER.ID.eq(i)));
            }
            return tx.fetchOne(query(
                    "select count(*) || ' statement, run ' || sum(generic_plans + custom_plans) || ' times'"
                            + " from pg_prepared_statements where statement like '%users.find%' and statement like '%\"users\"%'",
                    select(Functions.value(""))));
        });

        assertThat(prepared).isEqualTo("1 statement, run 5 times");
    }
}
