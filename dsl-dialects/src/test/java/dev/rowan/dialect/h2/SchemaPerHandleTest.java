package dev.rowan.dialect.h2;

import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.cte;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.Products.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.execute.Database;
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

    private static Database tenant(Database db, String schema) {
        db.withJdbc(connection -> connection.createStatement().execute("create schema \"" + schema + "\""));
        Database tenant = db.withSchema(schema);
        tenant.execute(createTable(PRODUCT));
        tenant.execute(insertInto(PRODUCT).set(PRODUCT.NAME, schema).set(PRODUCT.PRICE_IN_CENTS, 1));
        return tenant;
    }
}
