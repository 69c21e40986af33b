package dev.rowan.example.shop;

import static dev.rowan.example.shop.OrderItems.ORDER_ITEM;
import static dev.rowan.example.shop.Orders.ORDER;
import static dev.rowan.example.shop.Products.PRODUCT;
import static dev.rowan.example.shop.Users.USER;
import static dev.rowan.expression.Functions.coalesce;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;

import dev.rowan.example.web.Answer;
import dev.rowan.example.web.Call;
import dev.rowan.example.web.Refusal;
import dev.rowan.example.web.WebServer;
import dev.rowan.execute.Database;
import dev.rowan.execute.Retry;
import dev.rowan.execute.SqlExecutor;
import dev.rowan.execute.TransactionOptions;
import dev.rowan.migrate.Finding.Severity;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.migrate.Migrator;
import dev.rowan.query.Select;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The calls of the shop. */
public final class ShopApi {
    private static final Select<Order, Orders> ORDERS = select().from(ORDER)
            .include(ORDER.ITEMS.orderBy(item -> item.PRODUCT_ID.asc()).include(item -> item.OF_PRODUCT));

    private static final TransactionOptions ORDERING = TransactionOptions.DEFAULT.withRetry(Retry.onConflict(10));

    private final Database db;

    private ShopApi(Database db) {
        this.db = db;
    }

    /** The shop on a database, which it migrates and compares with its tables; it is not started yet. */
    public static WebServer on(Database db) {
        Migrator.of(db, ShopMigrations.all()).migrate();
        LiveSchema.of(db).verify(USER, PRODUCT, ORDER, ORDER_ITEM).requireNone(Severity.ERROR);
        ShopApi shop = new ShopApi(db);
        return new WebServer()
                .route("POST", "/users", shop::createUser)
                .route("GET", "/users/{id}/orders", shop::history)
                .route("GET", "/products", shop::products)
                .route("POST", "/products", shop::createProduct)
                .route("GET", "/products/best", shop::bestSellers)
                .route("POST", "/orders", shop::order)
                .route("GET", "/orders/{id}", shop::showOrder);
    }

    private Answer createUser(Call call) {
        User user = db.fetchOne(
                insertInto(USER).setAll(call.body(), USER.NAME, USER.EMAIL).returning());
        return Answer.created(ordered("id", user.id(), "name", user.name(), "email", user.email()));
    }

    private Answer createProduct(Call call) {
        var insert = insertInto(PRODUCT).setAll(call.body(), PRODUCT.NAME, PRODUCT.PRICE_IN_CENTS, PRODUCT.STOCK);
        return Answer.created(db.fetchOne(insert.returning()));
    }

    private Answer products(Call call) {
        return Answer.ok(db.page(select().from(PRODUCT).orderBy(PRODUCT.NAME.asc()), call.page())
                .rows());
    }

    /** A user with all orders, the latest first, in three statements however many there are. */
    private Answer history(Call call) {
        User user = db.fetchOptional(select().from(USER)
                        .where(USER.ID.eq(call.id()))
                        .include(USER.ORDERS
                                .orderBy(order -> order.ID.desc())
                                .include(order -> order.ITEMS
                                        .orderBy(item -> item.PRODUCT_ID.asc())
                                        .include(item -> item.OF_PRODUCT))))
                .orElseThrow(() -> Refusal.notFound("user", call.id()));
        return Answer.ok(ordered(
                "id", user.id(),
                "name", user.name(),
                "orders", user.orders().stream().map(ShopApi::json).toList()));
    }

    private record BestSeller(String name, long sold) {}

    private Answer bestSellers(Call call) {
        var sold = coalesce(sum(ORDER_ITEM.QUANTITY).cast(SqlType.BIGINT), 0L).as("sold");
        return Answer.ok(db.fetch(select(PRODUCT.NAME, sold)
                .as(BestSeller.class)
                .from(PRODUCT)
                .join(ORDER_ITEM)
                .on(ORDER_ITEM.PRODUCT_ID.eq(PRODUCT.ID))
                .groupBy(PRODUCT.ID, PRODUCT.NAME)
                .orderBy(sold.desc(), PRODUCT.NAME.asc())
                .limit(call.page().size())));
    }

    /** What is ordered: {@code {"userId": 42, "discountCode": "TEA", "items": [{"productId": 7, "quantity": 2}]}}. */
    record Wanted(
            long userId,
            @Nullable String discountCode,
            @Nullable List<Item> items) {
        record Item(long productId, int quantity) {}
    }

    private Answer order(Call call) {
        Wanted wanted = call.body(Wanted.class);
        Map<Long, Integer> quantities = new TreeMap<>(); // in one order, so that no two wait for each other
        for (Wanted.Item item : wanted.items() == null ? List.<Wanted.Item>of() : wanted.items()) {
            if (item.quantity() < 1) {
                throw Refusal.badRequest("expected a quantity from 1, got " + item.quantity());
            }
            quantities.merge(item.productId(), item.quantity(), Math::addExact);
        }
        if (quantities.isEmpty()) {
            throw Refusal.badRequest("expected items, got none");
        }
        Order order = db.transaction(ORDERING, tx -> {
            List<OrderItem> taken = new ArrayList<>();
            quantities.forEach((product, quantity) -> taken.add(take(tx, product, quantity)));
            Order placed = Order.of(wanted.userId(), total(taken), wanted.discountCode());
            long id = tx.fetchOne(insertInto(ORDER).row(placed).returning(ORDER.ID));
            tx.insertAll(ORDER_ITEM, taken.stream().map(item -> item.of(id)).toList());
            return tx.fetchOne(ORDERS.where(ORDER.ID.eq(id)));
        });
        return Answer.created(json(order));
    }

    /** Takes products from the stock, if there are as many: the database decides, not what was read before. */
    private static OrderItem take(SqlExecutor tx, long id, int quantity) {
        long rows = tx.execute(update(PRODUCT)
                .set(PRODUCT.STOCK, PRODUCT.STOCK.minus(quantity))
                .where(PRODUCT.ID.eq(id).and(PRODUCT.STOCK.ge(quantity))));
        Product product = tx.find(PRODUCT.KEY, id).orElseThrow(() -> Refusal.notFound("product", id));
        if (rows == 0) {
            throw Refusal.conflict(
                    "only " + product.stock() + " of " + product.name() + " in stock, wanted " + quantity);
        }
        return OrderItem.of(product, quantity);
    }

    private static int total(Collection<OrderItem> items) {
        return items.stream()
                .mapToInt(item -> Math.multiplyExact(item.quantity(), item.unitPriceInCents()))
                .reduce(0, Math::addExact);
    }

    private Answer showOrder(Call call) {
        return db.fetchOptional(ORDERS.where(ORDER.ID.eq(call.id())))
                .map(order -> Answer.ok(json(order)))
                .orElseThrow(() -> Refusal.notFound("order", call.id()));
    }

    private static Map<String, Object> json(Order order) {
        return ordered(
                "id", order.id(),
                "status", order.status().name(),
                "totalInCents", order.totalInCents(),
                "discountCode", order.discountCode(),
                "items", order.items().stream().map(ShopApi::json).toList());
    }

    private static Map<String, Object> json(OrderItem item) {
        Product product = item.product().get();
        return ordered(
                "quantity", item.quantity(),
                "unitPriceInCents", item.unitPriceInCents(),
                "product", ordered("name", product.name(), "priceInCents", product.priceInCents()));
    }

    private static Map<String, Object> ordered(@Nullable Object... namesAndValues) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return json;
    }
}
