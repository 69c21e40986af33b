package dev.rowan.soak;

import static dev.rowan.query.Sql.command;

import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.execute.StatementEvent;
import dev.rowan.execute.StatementListener;
import dev.rowan.render.RenderedSql;
import java.time.Duration;

/** What runs in a JVM that is told to end: a statement that takes a while. */
final class Shutdown {
    private Shutdown() {}

    /** Says when the statement is about to be sent. */
    private static final class Announcement implements StatementListener {
        @Override
        public void started(RenderedSql sql) {
            System.out.println("started");
        }

        @Override
        public void executed(StatementEvent event) {}
    }

    /** Takes the URL, whether the statement is of two seconds or of ten minutes, and the grace in milliseconds. */
    public static void main(String[] arguments) {
        Duration grace = Duration.ofMillis(Long.parseLong(arguments[2]));
        Database db = Database.connect(PoolConfig.of(arguments[0]).withSize(1, 1))
                .closeOnShutdown(grace)
                .withListener(new Announcement());
        db.execute(
                arguments[1].equals("short")
                        ? command("insert into entries select 1, 'done' from (select pg_sleep(2)) s")
                        : command("insert into entries select 1, 'done' from (select pg_sleep(600)) s"));
    }
}
