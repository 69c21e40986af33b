package dev.rowan.dialect;

import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;

import dev.rowan.execute.Database;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PlainColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.TimeZone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values that Rowan wrote in a JVM in Berlin, to be looked at with the server's own eyes: a round trip hides two errors. */
public final class StoredValues extends Table<StoredValues.Stored> {
    public static final Instant AN_INSTANT = Instant.parse("2024-07-01T10:00:00.123456Z");
    public static final LocalDateTime IN_THE_GAP = LocalDateTime.of(2024, 3, 31, 2, 30, 0, 1_000);
    public static final UUID A_UUID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

    final NumberColumn<Stored, Long> id = bigint("id").primaryKey();
    final TemporalColumn<Stored, @Nullable Instant> at = instant("at");
    final TemporalColumn<Stored, @Nullable LocalDateTime> local = timestamp("local");
    final PlainColumn<Stored, @Nullable UUID> key = uuid("key");

    private StoredValues(TableName name) {
        super(name, Stored.class, StoredValues::new);
    }

    /** A row. */
    public record Stored(
            long id,
            @Nullable Instant at,
            @Nullable LocalDateTime local,
            @Nullable UUID key) {}

    /** Creates the table {@code stored} and writes the values into its only row. */
    public static void write(String url) {
        TimeZone zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try (Database db = Database.connect(url)) {
            StoredValues table = new StoredValues(TableName.of("stored"));
            db.execute(createTable(table));
            db.execute(insertInto(table).row(new Stored(1, AN_INSTANT, IN_THE_GAP, A_UUID)));
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    /** What the server answers to a select of one text. */
    public static String ask(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
