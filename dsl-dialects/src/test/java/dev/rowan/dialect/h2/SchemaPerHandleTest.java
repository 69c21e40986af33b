package dev.rowan.dialect.h2;

import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.cte;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.Products.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.execute.Database;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two tenants behind one pool, each in a schema of its own. */
final class SchemaPerHandleTest {
    @Test
    void eachHandleSeesItsOwnSchema() {
        try (Database db = Database.connect("jdbc:h2:mem:tenants")) {
            Database red = tenant(db, "red");
            Database blue = tenant(db, "blue");
            var names = select(PRODUCT.NAME).from(PRODUCT);

            red.execute(update(PRODUCT).set(PRODUCT.STOCK, 7).where(PRODUCT.NAME.eq("red")));
            blue.execute(deleteFrom(PRODUCT).where(PRODUCT.NAME.eq("red")));

            assertThat(red.fetch(names)).containsExactly("red");
            assertThat(blue.fetch(names)).containsExactly("blue");
            assertThat(red.fetch(names)).as("the same query again").containsExactly("red");
            List<String> texts = red.transaction(tx -> {
                var common = cte(names, "products_of_one");
                return tx.fetch(select(common.get(PRODUCT.NAME)).from(common));
            });
            assertThat(texts).containsExactly("red");
        }
    }

    @Test
    void writtenRowsAreReturnedFromTheSchemaOfTheHandle() {
        try (Database db = Database.connect("jdbc:h2:mem:returning_tenants")) {
            Database red = tenant(db, "red");
            Database blue = tenant(db, "blue");

            assertThat(red.fetch(
                            update(PRODUCT).set(PRODUCT.STOCK, 9).everyRow().returning(PRODUCT.STOCK)))
                    .containsExactly(9);
            assertThat(blue.fetch(deleteFrom(PRODUCT).everyRow().returning(PRODUCT.STOCK)))
                    .containsExactly(0);
        }
    }

    private static final class Tickets extends Table<Tickets.Ticket> {
        final NumberColumn<Ticket, Long> ID = bigint("id").identity().primaryKey();

        Tickets(TableName name) {
            super(name, Ticket.class, Tickets::new);
        }

        record Ticket(long id) {}
    }

    @Test
    void returningOfATableThatNamesItsSchemaIsRefused() {
        Tickets tickets = new Tickets(TableName.of("red", "tickets"));

        assertThatThrownBy(() -> new H2Dialect(2, 5).render(insertInto(tickets).returning(tickets.ID)))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("withSchema");
    }

    private static Database tenant(Database db, String schema) {
        db.withJdbc(connection -> connection.createStatement().execute("create schema \"" + schema + "\""));
        Database tenant = db.withSchema(schema);
        tenant.execute(createTable(PRODUCT));
        tenant.execute(insertInto(PRODUCT).set(PRODUCT.NAME, schema).set(PRODUCT.PRICE_IN_CENTS, 1));
        return tenant;
    }
}
