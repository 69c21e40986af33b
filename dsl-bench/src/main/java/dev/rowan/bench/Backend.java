package dev.rowan.bench;

import static dev.rowan.bench.Parcels.PARCEL;
import static dev.rowan.query.Sql.createTable;

import dev.rowan.bench.driver.OneConnection;
import dev.rowan.dialect.h2.H2Dialect;
import dev.rowan.dialect.postgres.PostgresDialect;
import dev.rowan.execute.Database;
import dev.rowan.render.Dialect;
import dev.rowan.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** What answers the statements. Each lends one connection, and no pool stands between. */
public enum Backend {
    /** Canned rows: what is left is the library's own cost. */
    NULL_DRIVER {
        @Override
        DataSource dataSource(List<Parcel> parcels) {
            return OneConnection.ofColumns(SampleParcels.columns(parcels), parcels.size());
        }

        @Override
        DataSource dataSource(Table<?> table) {
            return OneConnection.ofColumns(new Object[0], 0);
        }
    },
    /** A real database in the same process. */
    H2 {
        @Override
        DataSource emptyDatabase() throws SQLException {
            return newDatabase("");
        }
    },
    /** A real server on the same machine; its tables are kept until the process ends. */
    POSTGRESQL {
        @Override
        DataSource emptyDatabase() throws SQLException {
            return OneConnection.keeping(PostgresServer.emptyDatabase());
        }

        @Override
        Dialect dialect() {
            return new PostgresDialect(18, 0);
        }
    };

    static final Dialect DIALECT = new H2Dialect(2, 5);

    /**
     * A source of the one connection to a new H2 database.
     *
     * @param settings such as {@code ;OPTIMIZE_REUSE_RESULTS=FALSE}, without which a statement that comes again with equal
     *     values gets its last result, as long as nobody writes
     */
    static DataSource newDatabase(String settings) throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + settings);
        return OneConnection.keeping(source.getConnection());
    }

    /** A source of the one connection to a database without tables. */
    DataSource emptyDatabase() throws SQLException {
        throw new UnsupportedOperationException("expected a database, got " + this);
    }

    Dialect dialect() {
        return DIALECT;
    }

    /** A source of the one connection, on which a table holds the parcels. */
    DataSource dataSource(List<Parcel> parcels) throws SQLException {
        DataSource one = dataSource(PARCEL);
        try (Database database = Database.of(one, dialect())) {
            database.insertAll(PARCEL, parcels);
        }
        return one;
    }

    /** A source of the one connection, on which a table is empty. */
    DataSource dataSource(Table<?> table) throws SQLException {
        DataSource one = emptyDatabase();
        try (Database database = Database.of(one, dialect())) {
            database.execute(createTable(table));
        }
        return one;
    }
}
