package dev.rowan.example.shop;

import dev.rowan.migrate.Migration;
import dev.rowan.migrate.Migrations;
import dev.rowan.migrate.Schema;
import dev.rowan.schema.ReferenceRules;
import dev.rowan.type.SqlType;

/** The history of the shop's tables: what it began with, and the discount code that came later. */
final class ShopMigrations {
    private ShopMigrations() {}

    static Migrations all() {
        return Migrations.of(new V1__create_shop(), new V2__add_discount_code());
    }

    static final class V1__create_shop implements Migration {
        @Override
        public void up(Schema schema) {
            schema.createTable("users", t -> {
                t.add("id", SqlType.BIGINT).identity().notNull();
                t.add("name", SqlType.varchar(100)).notNull();
                t.add("email", SqlType.varchar(200)).notNull();
                t.add("password_hash", SqlType.varchar(100));
                t.primaryKey("id");
                t.unique("users_email_key", "email");
            });
            schema.createTable("products", t -> {
                t.add("id", SqlType.BIGINT).identity().notNull();
                t.add("name", SqlType.varchar(200)).notNull();
                t.add("price_in_cents", SqlType.INTEGER).notNull();
                t.add("stock", SqlType.INTEGER).notNull().defaultValue(0);
                t.primaryKey("id");
            });
            schema.createTable("orders", t -> {
                t.add("id", SqlType.BIGINT).identity().notNull();
                t.add("user_id", SqlType.BIGINT).notNull();
                t.add("status", Orders.ORDER.STATUS.type()).notNull().defaultValue(OrderStatus.PENDING);
                t.add("total_in_cents", SqlType.INTEGER).notNull();
                t.primaryKey("id");
                t.foreignKey("orders_user_id_fkey", "user_id", "users", "id", ReferenceRules.DEFAULT);
                t.index("orders_user_id_idx", "user_id");
            });
            schema.createTable("order_items", t -> {
                t.add("order_id", SqlType.BIGINT).notNull();
                t.add("product_id", SqlType.BIGINT).notNull();
                t.add("quantity", SqlType.INTEGER).notNull();
                t.add("unit_price_in_cents", SqlType.INTEGER).notNull();
                t.primaryKey("order_id", "product_id");
                t.foreignKey("order_items_order_id_fkey", "order_id", "orders", "id", ReferenceRules.DEFAULT);
                t.foreignKey("order_items_product_id_fkey", "product_id", "products", "id", ReferenceRules.DEFAULT);
            });
        }

        @Override
        public void down(Schema schema) {
            schema.dropTable("order_items");
            schema.dropTable("orders");
            schema.dropTable("products");
            schema.dropTable("users");
        }
    }

    /** Only orders with a code are in the index, where the database can say so. */
    static final class V2__add_discount_code implements Migration {
        @Override
        public void up(Schema schema) {
            schema.alterTable("orders", t -> {
                t.add("discount_code", SqlType.varchar(40));
                t.index("orders_discount_code_idx", "discount_code")
                        .where(t.column("discount_code", SqlType.TEXT).isNotNull())
                        .orFullIndex();
            });
        }

        @Override
        public void down(Schema schema) {
            schema.alterTable("orders", t -> {
                t.dropIndex("orders_discount_code_idx");
                t.drop("discount_code");
            });
        }
    }
}
