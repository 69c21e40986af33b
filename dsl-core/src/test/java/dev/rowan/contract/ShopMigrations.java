package dev.rowan.contract;

import dev.rowan.migrate.Migration;
import dev.rowan.migrate.Schema;
import dev.rowan.schema.ReferenceRules;
import dev.rowan.schema.ReferentialAction;
import dev.rowan.type.SqlType;

/** The history of a shop: users, orders, and a discount code. */
final class ShopMigrations {
    private ShopMigrations() {}

    static final class V1__create_users implements Migration {
        @Override
        public void up(Schema schema) {
            schema.createTable("users", t -> {
                t.add("id", SqlType.BIGINT).identity().notNull();
                t.add("name", SqlType.varchar(100)).notNull();
                t.add("email", SqlType.varchar(200)).notNull();
                t.primaryKey("id");
                t.unique("users_email_key", "email");
            });
        }

        @Override
        public void down(Schema schema) {
            schema.dropTable("users");
        }
    }

    static final class V2__create_orders implements Migration {
        @Override
        public void up(Schema schema) {
            schema.createTable("orders", t -> {
                t.add("id", SqlType.BIGINT).identity().notNull();
                t.add("user_id", SqlType.BIGINT).notNull();
                t.add("total", SqlType.INTEGER).notNull().defaultValue(0);
                t.primaryKey("id");
                t.foreignKey(
                        "orders_user_id_fkey",
                        "user_id",
                        "users",
                        "id",
                        ReferenceRules.DEFAULT.onDelete(ReferentialAction.CASCADE));
                t.index("orders_user_id_idx", "user_id");
            });
        }

        @Override
        public void down(Schema schema) {
            schema.dropTable("orders");
        }
    }

    static final class V10__add_discount_code implements Migration {
        private final boolean orFullIndex;

        V10__add_discount_code(boolean orFullIndex) {
            this.orFullIndex = orFullIndex;
        }

        @Override
        public void up(Schema schema) {
            schema.alterTable("orders", t -> {
                t.add("discount_code", SqlType.varchar(40));
                var index = t.index("orders_discount_code_idx", "discount_code")
                        .where(t.column("discount_code", SqlType.TEXT).isNotNull());
                if (orFullIndex) {
                    index.orFullIndex();
                }
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
