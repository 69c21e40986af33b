package dev.rowan.dialect.rendering;

import static dev.rowan.expression.Functions.lower;
import static dev.rowan.expression.Functions.text;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;

import dev.rowan.contract.RenderingTest;
import dev.rowan.expression.BoundValue;
import dev.rowan.shop.Product;
import dev.rowan.type.SqlType;
import org.junit.jupiter.api.Test;

final class InsertRenderingTest extends RenderingTest {
    @Test
    void setsAreColumnsAndValues() {
        assertRenders(insertInto(PRODUCT).set(PRODUCT.NAME, "Tea").set(PRODUCT.STOCK, 3))
                .as("insert into \"products\" (\"name\", \"stock\") values (?, ?)")
                .binds("Tea", 3);
    }

    @Test
    void recordsLeaveTheIdentityOut() {
        assertRenders(insertInto(PRODUCT).row(new Product(0, "Tea", 450, 1)).row(new Product(0, "Cup", 900, 2)))
                .as("insert into \"products\" (\"name\", \"price_in_cents\", \"stock\") values (?, ?, ?), (?, ?, ?)")
                .binds("Tea", 450, 1, "Cup", 900, 2);
    }

    @Test
    void nullIsBound() {
        assertRenders(insertInto(ORDER).set(ORDER.NOTE, (String) null))
                .as("insert into \"orders\" (\"note\") values (?)")
                .binds((Object) null);
    }

    @Test
    void expressionsAreValues() {
        assertRenders(insertInto(PRODUCT).set(PRODUCT.NAME, lower(text(BoundValue.of(SqlType.TEXT, "TEA")))))
                .as("insert into \"products\" (\"name\") values (lower(?))")
                .binds("TEA");
    }

    @Test
    void nothingSetIsDefaultValues() {
        assertRenders(insertInto(PRODUCT))
                .as("insert into \"products\" default values")
                .on("MySQL", "insert into `products` () values ()")
                .on("MariaDB", "insert into `products` () values ()");
    }
}
