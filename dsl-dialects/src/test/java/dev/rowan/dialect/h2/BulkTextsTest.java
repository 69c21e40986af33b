package dev.rowan.dialect.h2;

import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Products.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.execute.Database;
import dev.rowan.execute.StatementEvent;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.shop.Product;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;

/** Rows are sent together to a server, and one by one to a database in this process. */
final class BulkTextsTest {
    private static final List<Product> PRODUCTS =
            List.of(new Product(1, "Cup", 500, 2), new Product(2, "Jug", 900, 1), new Product(3, "Tea", 300, 9));

    private static List<StatementEvent> inserts(String url) {
        List<StatementEvent> sent = new ArrayList<>();
        try (Database db = Database.connect(url)) {
            db.execute(createTable(PRODUCT));
            assertThat(db.withListener(sent::add).insertAll(PRODUCT, PRODUCTS)).isEqualTo(3);
        }
        return sent;
    }

    @Test
    void statementOfOneRowIsRepeatedInThisProcess() {
        assertThat(inserts("jdbc:h2:mem:bulk")).singleElement().satisfies(event -> {
            assertThat(event.sql().text()).endsWith("values (?, ?, ?)");
            assertThat(event.rows()).isEqualTo(3);
        });
    }

    @Test
    void rowsThatLeaveAllToTheDatabaseAreInsertedOneByOne() {
        Tickets ticket = new Tickets(TableName.of("tickets"));
        try (Database db = Database.connect("jdbc:h2:mem:tickets")) {
            db.execute(createTable(ticket));

            assertThat(db.insertAll(ticket, List.of(new Tickets.Ticket(0), new Tickets.Ticket(0))))
                    .isEqualTo(2);
            assertThat(db.fetch(select(ticket.ID).from(ticket).orderBy(ticket.ID.asc())))
                    .containsExactly(1L, 2L);
        }
    }

    private static final class Tickets extends Table<Tickets.Ticket> {
        final NumberColumn<Ticket, Long> ID = bigint("id").primaryKey().identity();

        Tickets(TableName name) {
            super(name, Ticket.class, Tickets::new);
        }

        record Ticket(long id) {}
    }

    @Test
    void serverGetsOneStatementOfAllRows() throws SQLException {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try {
            assertThat(inserts("jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:bulk"))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.sql().text()).endsWith("values (?, ?, ?), (?, ?, ?), (?, ?, ?)");
                        assertThat(event.rows()).isEqualTo(3);
                    });
        } finally {
            server.stop();
        }
    }
}
