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

    private static final String TABLE = "\"parcels\"";
    private static final String[] COLUMNS = {
        "\"id\"", "\"label\"", "\"pieces\"", "\"fragile\"", "\"weight\"",
        "\"price\"", "\"sent_on\"", "\"note\"", "\"priority\"", "\"owner_id\""
    };

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

    static TextAndBinds insert(List<Parcel> parcels) {
        StringBuilder sql = new StringBuilder(256 + 32 * parcels.size())
                .append("insert into ")
                .append(TABLE)
                .append(" (");
        for (int i = 0; i < COLUMNS.length; i++) {
            sql.append(i == 0 ? "" : ", ").append(COLUMNS[i]);
        }
        sql.append(") values ");
        Object[] binds = new Object[COLUMNS.length * parcels.size()];
        int bind = 0;
        for (Parcel parcel : parcels) {
            sql.append(bind == 0 ? "(" : ", (");
            for (int i = 0; i < COLUMNS.length; i++) {
                sql.append(i == 0 ? "?" : ", ?");
            }
            sql.append(')');
            binds[bind++] = parcel.id();
            binds[bind++] = parcel.label();
            binds[bind++] = parcel.pieces();
            binds[bind++] = parcel.fragile();
            binds[bind++] = parcel.weight();
            binds[bind++] = parcel.price();
            binds[bind++] = parcel.sentOn();
            binds[bind++] = parcel.note();
            binds[bind++] = parcel.priority();
            binds[bind++] = parcel.ownerId();
        }
        return new TextAndBinds(sql.toString(), binds);
    }

    static Parcel read(ResultSet row) throws SQLException {
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
