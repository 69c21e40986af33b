package dev.rowan.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** JDBC as one writes it by hand. The texts are those that Rowan renders. */
final class ParcelsByHand {
    static final String ALL =
            "select \"parcels\".\"id\", \"parcels\".\"label\", \"parcels\".\"pieces\", \"parcels\".\"fragile\", "
                    + "\"parcels\".\"weight\", \"parcels\".\"price\", \"parcels\".\"sent_on\", \"parcels\".\"note\", "
                    + "\"parcels\".\"priority\", \"parcels\".\"owner_id\" from \"parcels\"";
    static final String BY_KEY = ALL + " where \"parcels\".\"id\" = ?";

    private ParcelsByHand() {}

    static List<Parcel> all(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet rows = statement.executeQuery()) {
            List<Parcel> parcels = new ArrayList<>();
            while (rows.next()) {
                parcels.add(read(rows));
            }
            return parcels;
        }
    }

    static Optional<Parcel> byKey(DataSource source, long id) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(BY_KEY)) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(read(rows)) : Optional.empty();
            }
        }
    }

    private static Parcel read(ResultSet row) throws SQLException {
        return new Parcel(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getBoolean(4),
                row.getDouble(5),
                row.getBigDecimal(6),
                row.getObject(7, LocalDate.class),
                row.getString(8),
                row.getInt(9),
                row.getLong(10));
    }
}
