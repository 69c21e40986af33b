package dev.rowan.example.shop;

import static dev.rowan.example.shop.OrderItems.ORDER_ITEM;
import static dev.rowan.example.shop.Orders.ORDER;
import static dev.rowan.example.shop.Products.PRODUCT;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.example.web.Client;
import dev.rowan.example.web.Client.Reply;
import dev.rowan.example.web.Engine;
import dev.rowan.example.web.Load;
import dev.rowan.example.web.Scenario;
import dev.rowan.example.web.WebServer;
import dev.rowan.execute.Database;
import dev.rowan.execute.StatementCounter;
import dev.rowan.migrate.Migrator;
import dev.rowan.type.SqlType;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The calls of the shop: what is ordered is taken from the stock, all of it or nothing. */
class ShopTest {
    private static void on(Engine engine, Scenario test) throws Exception {
        try (Database db = Database.connect(engine.newDatabase("shop"));
                WebServer server = ShopApi.on(db).start(0)) {
            test.run(new Client(server.uri()), db);
        }
    }

    private static long user(Client client) {
        return client.post("/users", "{'name': 'Ann', 'email': 'ann@example.org'}")
                .json()
                .get("id")
                .asLong();
    }

    private static long product(Client client, String name, int price, int stock) {
        Reply created = client.post(
                "/products", "{'name': '" + name + "', 'priceInCents': " + price + ", 'stock': " + stock + "}");
        assertThat(created.status()).isEqualTo(201);
        return created.json().get("id").asLong();
    }

    private static Reply order(Client client, long user, String items) {
        return client.post("/orders", "{'userId': " + user + ", 'items': [" + items + "]}");
    }

    private static String item(long product, int quantity) {
        return "{'productId': " + product + ", 'quantity': " + quantity + "}";
    }

    private static int stock(Database db, long product) {
        return db.find(PRODUCT.KEY, product).orElseThrow().stock();
    }

    @ParameterizedTest
    @EnumSource
    void historyShowsOrdersWithTheirProducts(Engine engine) throws Exception {
        on(engine, (client, db) -> {
            long ann = user(client);
            long tea = product(client, "Tea", 450, 10);
            long cup = product(client, "Cup", 900, 5);

            Reply first = order(client, ann, item(tea, 2));
            assertThat(first.status()).isEqualTo(201);
            Reply second = client.post(
                    "/orders",
                    "{'userId': " + ann + ", 'discountCode': 'SPRING', 'items': [" + item(cup, 1) + "," + item(tea, 1)
                            + "]}");

            assertThat(client.get("/users/" + ann + "/orders").text())
                    .isEqualTo(("{'id':1,'name':'Ann','orders':["
                                    + "{'id':2,'status':'PENDING','totalInCents':1350,'discountCode':'SPRING','items':["
                                    + "{'quantity':1,'unitPriceInCents':450,'product':{'name':'Tea','priceInCents':450}},"
                                    + "{'quantity':1,'unitPriceInCents':900,'product':{'name':'Cup','priceInCents':900}}]},"
                                    + "{'id':1,'status':'PENDING','totalInCents':900,'discountCode':null,'items':["
                                    + "{'quantity':2,'unitPriceInCents':450,'product':{'name':'Tea','priceInCents':450}}]}]}")
                            .replace('\'', '"'));
            assertThat(client.get("/orders/" + second.json().get("id").asLong()).json())
                    .isEqualTo(second.json());
            assertThat(client.get("/products/best").text())
                    .isEqualTo("[{\"name\":\"Tea\",\"sold\":3},{\"name\":\"Cup\",\"sold\":1}]");
            assertThat(stock(db, tea)).isEqualTo(7);
        });
    }

    @ParameterizedTest
    @EnumSource
    void historyTakesThreeStatementsHoweverLongItIs(Engine engine) {
        try (Database db = Database.connect(engine.newDatabase("shop"))) {
            StatementCounter counter = new StatementCounter();
            try (WebServer server = ShopApi.on(db.withListener(counter)).start(0)) {
                Client client = new Client(server.uri());
                long ann = user(client);
                long tea = product(client, "Tea", 450, 1_000);
                for (int i = 0; i < 20; i++) {
                    order(client, ann, item(tea, 1));
                }
                counter.assertStatements(3, () -> client.get("/users/" + ann + "/orders"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void orderThatCannotBeServedLeavesNothing(Engine engine) throws Exception {
        on(engine, (client, db) -> {
            long ann = user(client);
            long tea = product(client, "Tea", 450, 10);
            long cup = product(client, "Cup", 900, 1);

            Reply tooMany = order(client, ann, item(tea, 2) + "," + item(cup, 2));
            assertThat(tooMany.status()).isEqualTo(409);
            assertThat(tooMany.json().get("error").asText()).isEqualTo("only 1 of Cup in stock, wanted 2");
            assertThat(order(client, ann, item(tea, 2) + "," + item(4711, 1)).status())
                    .isEqualTo(404);
            assertThat(order(client, 4711, item(tea, 2)).status()).isEqualTo(400);
            assertThat(order(client, ann, item(tea, -2)).status()).isEqualTo(400);
            assertThat(order(client, ann, item(tea, Integer.MAX_VALUE)).status())
                    .isEqualTo(409);
            assertThat(order(client, ann, "").status()).isEqualTo(400);

            assertThat(stock(db, tea)).isEqualTo(10);
            assertThat(db.count(select().from(ORDER))).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void moneyIsInCentsAndStockIsNotNegative(Engine engine) throws Exception {
        on(engine, (client, db) -> {
            Reply negative = client.post("/products", "{'name': 'Tea', 'priceInCents': 450, 'stock': -1}");
            assertThat(negative.status()).isEqualTo(400);
            assertThat(negative.json().get("details").get(0).get("message").asText())
                    .isEqualTo("Stock cannot go below zero");
            assertThat(client.post("/products", "{'name': 'Tea', 'priceInCents': 4.5}")
                            .status())
                    .isEqualTo(400);
        });
    }

    @ParameterizedTest
    @EnumSource
    void migrationsGoDownAndUp(Engine engine) throws Exception {
        on(engine, (client, db) -> {
            Migrator migrator = Migrator.of(db, ShopMigrations.all());
            assertThat(migrator.undo()).hasSize(1);
            assertThat(migrator.migrate()).hasSize(1);
            assertThat(order(client, user(client), item(product(client, "Tea", 450, 1), 1))
                            .status())
                    .isEqualTo(201);
        });
    }

    @ParameterizedTest
    @EnumSource
    @Tag("load")
    void fiftyClientsBuyWhatThereIsAndNoMore(Engine engine) throws Exception {
        on(engine, (client, db) -> {
            long ann = user(client);
            long tea = product(client, "Tea", 450, 150);
            long cup = product(client, "Cup", 900, 1_000_000);

            Map<Integer, Long> statuses = Load.run(db, i -> switch (i % 4) {
                case 0 -> order(client, ann, item(tea, 1) + "," + item(cup, 1));
                case 1 -> order(client, ann, item(cup, 1) + "," + item(tea, 1));
                case 2 -> client.get("/products");
                default -> client.get("/products/best");
            });

            assertThat(statuses).containsOnlyKeys(200, 201, 409);
            assertThat(statuses.get(201)).isEqualTo(150);
            assertThat(stock(db, tea)).isZero();
            assertThat(db.count(select().from(ORDER))).isEqualTo(150);
            assertThat(db.fetchOne(select(sum(ORDER_ITEM.QUANTITY).cast(SqlType.BIGINT))
                            .from(ORDER_ITEM)))
                    .isEqualTo(300L);
        });
    }
}
