package dev.rowan.execute;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Something done with a JDBC connection that is lent for it. */
@FunctionalInterface
public interface ConnectionWork<T extends @Nullable Object> {

    /** Does it. The connection is not valid afterwards, and must not be closed. */
    T run(Connection connection) throws SQLException;
}
