package dev.rowan.contract;

import dev.rowan.execute.Database;
import dev.rowan.execute.StatementEvent;
import dev.rowan.schema.Table;
import java.util.List;
import javax.sql.DataSource;

/** What each theme of the contract is tested on: a database whose tables are there and empty. */
interface OpenDatabase {
    /** The database. */
    Database db();

    /** Its connections, for what Rowan itself does not do. */
    DataSource dataSource();

    /** Creates a table, be it without what the database holds no row to. */
    void create(Table<?> table);

    /** The database, adding to a list whatever is sent to it. */
    default Database recording(List<StatementEvent> sent) {
        return db().withListener(sent::add);
    }
}
