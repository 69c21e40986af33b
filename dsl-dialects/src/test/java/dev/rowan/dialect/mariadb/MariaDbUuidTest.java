package dev.rowan.dialect.mariadb;

import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.execute.Database;
import dev.rowan.schema.PlainColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.server.MariaDbServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A column of the server's own type, which Rowan's tables do not use, is written, found and read all the same. */
final class MariaDbUuidTest {
    private static final UUID A_UUID = UUID.fromString("8f3b0c52-6d1e-4a7b-9c2d-0123456789ab");

    @Test
    void columnOfTheServersOwnTypeIsWrittenFoundAndRead() throws SQLException {
        String url = MariaDbServer.newDatabase("uuids");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table things (id uuid primary key)");
        }
        Things things = new Things(TableName.of("things"));

        try (Database db = Database.connect(url)) {
            db.execute(insertInto(things).set(things.id, A_UUID));

            assertThat(db.fetch(select(things.id).from(things).where(things.id.eq(A_UUID))))
                    .containsExactly(A_UUID);
        }
    }

    private static final class Things extends Table<Things.Thing> {
        final PlainColumn<Thing, UUID> id = uuid("id").primaryKey();

        Things(TableName name) {
            super(name, Thing.class, Things::new);
        }

        record Thing(UUID id) {}
    }
}
