package dev.rowan.quickstart;

import static dev.rowan.expression.Functions.rank;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.OrderStatus.PENDING;
import static dev.rowan.shop.OrderStatus.SHIPPED;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.execute.Database;
import dev.rowan.execute.Page;
import dev.rowan.execute.Paged;
import dev.rowan.execute.Retry;
import dev.rowan.execute.Slice;
import dev.rowan.execute.Sliced;
import dev.rowan.execute.TransactionOptions;
import dev.rowan.execute.Upserted;
import dev.rowan.expression.Window;
import dev.rowan.migrate.Finding.Severity;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.migrate.Migrations;
import dev.rowan.migrate.Migrator;
import dev.rowan.migrate.SchemaPlan;
import dev.rowan.row.Many;
import dev.rowan.row.One;
import dev.rowan.schema.TableName;
import dev.rowan.shop.Order;
import dev.rowan.shop.Product;
import dev.rowan.shop.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README shows code that is compiled here, and the SQL that it renders. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Path SHOP = ROOT.resolve("dsl-core/src/test/java/dev/rowan/shop");
    private static final Path THIS = Path.of("src/test/java/dev/rowan/quickstart/ReadmeTest.java");

    @Test
    void exampleRendersTheSqlThatIsShown() throws IOException {
        List<String> sql = new ArrayList<>();

        String product = example(sql);

        assertThat(product).isEqualTo("Tea");
        assertThat(blocks("sql")).containsExactly(String.join("\n", sql));
    }

    @Test
    void databaseIsBroughtAlong(@TempDir Path directory) {
        try (Database db = Database.connect("jdbc:h2:mem:readme-schema;DB_CLOSE_DELAY=-1")) {
            LiveSchema live = LiveSchema.of(db);
            live.create(USER, PRODUCT, ORDER, LINE_ITEM);
            SchemaPlan plan = live.diff(ORDER);
            live.lint(plan).requireNone(Severity.ERROR);
            live.apply(plan);
            live.verify(USER, ORDER).requireNone(Severity.ERROR);
            Migrator.of(db, Migrations.inDirectory(directory)).migrate();

            assertThat(plan.isEmpty()).isTrue();
            assertThat(live.read().table(TableName.of("rowan_migrations"))).isPresent();
        }
    }

    @Test
    void javaThatIsShownIsCompiled() throws IOException {
        String compiled = stripped(Files.readString(SHOP.resolve("Products.java")))
                + stripped(Files.readString(SHOP.resolve("Product.java")))
                + stripped(Files.readString(THIS));

        assertThat(blocks("java"))
                .hasSize(7)
                .allSatisfy(block -> assertThat(compiled).contains(stripped(block)));
    }

    private static String example(List<String> sql) {
        try (Database db = Database.connect("jdbc:h2:mem:readme")) {
            fill(db);
            return firstProduct(db.withListener(event -> sql.add(event.sql().text())));
        }
    }

    private static String firstProduct(Database db) {
        List<Order> orders = db.fetch(select().from(ORDER)
                .where(o -> o.USER_ID.eq(42).and(o.STATUS.ne(SHIPPED)))
                .orderBy(o -> o.ID.desc())
                .limit(10)
                .include(o -> o.LINE_ITEMS.include(i -> i.PRODUCT)));
        String firstProduct = orders.get(0).lineItems().get(0).product().get().name();
        return firstProduct;
    }

    @Test
    void bestCustomersAreRanked() {
        try (Database db = Database.connect("jdbc:h2:mem:best")) {
            fill(db);

            var spent = sum(LINE_ITEM.QUANTITY.times(PRODUCT.PRICE_IN_CENTS)).as("spent");
            var place = rank().over(Window.by(spent.desc())).as("place");

            var best = db.fetch(select(USER.NAME, spent, place)
                    .from(USER)
                    .join(ORDER)
                    .on(ORDER.USER_ID.eq(USER.ID))
                    .join(LINE_ITEM)
                    .on(LINE_ITEM.ORDER_ID.eq(ORDER.ID))
                    .join(PRODUCT)
                    .on(LINE_ITEM.PRODUCT_ID.eq(PRODUCT.ID))
                    .groupBy(USER.ID, USER.NAME)
                    .orderBy(place.asc()));

            assertThat(best).hasSize(1);
            assertThat(best.get(0).value2()).isEqualByComparingTo("2700");
            assertThat(best.get(0).value3()).isEqualTo(1);
        }
    }

    @Test
    void resultsComeInParts() {
        try (Database db = Database.connect("jdbc:h2:mem:parts")) {
            fill(db);
            var orders = select().from(ORDER).include(ORDER.LINE_ITEMS);
            String cursor = "";
            List<Long> exported = new ArrayList<>();

            Paged<Order> page = db.page(orders, Page.of(1, 10));
            Sliced<Order> slice = db.slice(orders, Slice.of(20, cursor));
            db.stream(orders, order -> exported.add(order.id()));

            assertThat(page.total()).isEqualTo(exported.size());
            assertThat(slice.rows()).isEqualTo(page.rows()).hasSameSizeAs(exported);
        }
    }

    @Test
    void writesAreTold() {
        try (Database db = Database.connect("jdbc:h2:mem:writes")) {
            List.of(createTable(USER), createTable(PRODUCT), createTable(ORDER)).forEach(db::execute);
            List<User> users = List.of(user("bob@example.org"), user("cy@example.org"));
            List<Product> products = List.of(new Product(0, "Tea", 450, 5), new Product(0, "Cup", 900, 5));
            Order order = new Order(0, null, 42, PENDING, 450, Many.unloaded(), One.unloaded());
            db.execute(insertInto(USER).set(USER.ID, 42).set(USER.NAME, "Ann").set(USER.EMAIL, "ann@example.org"));
            db.execute(insertInto(PRODUCT).row(products.get(0)).set(PRODUCT.ID, 7));

            db.execute(insertInto(USER).rows(users).onConflict(USER.BY_EMAIL).doUpdate(u -> u.NAME));
            List<Upserted<Long>> told = db.upsert(
                    insertInto(USER).rows(users).onConflict(USER.BY_EMAIL).doNothing(), USER.KEY);
            long rows = db.insertAll(PRODUCT, products);
            db.transaction(TransactionOptions.DEFAULT.withRetry(Retry.onConflict(5)), tx -> {
                tx.execute(update(PRODUCT)
                        .set(PRODUCT.STOCK, PRODUCT.STOCK.minus(1))
                        .where(PRODUCT.ID.eq(7)));
                return tx.execute(insertInto(ORDER).row(order));
            });

            assertThat(told).extracting(Upserted::outcome).containsOnly(Upserted.Outcome.UNCHANGED);
            assertThat(rows).isEqualTo(2);
            assertThat(db.fetchOne(select(PRODUCT.STOCK).from(PRODUCT).where(PRODUCT.ID.eq(7))))
                    .isEqualTo(4);
        }
    }

    private static User user(String email) {
        return new User(0, "Somebody", email, true, null, Many.unloaded(), One.unloaded());
    }

    private static void fill(Database db) {
        List.of(createTable(USER), createTable(PRODUCT), createTable(ORDER), createTable(LINE_ITEM))
                .forEach(db::execute);
        db.execute(insertInto(USER).set(USER.ID, 42).set(USER.NAME, "Ann").set(USER.EMAIL, "ann@example.org"));
        db.execute(insertInto(PRODUCT).row(new Product(0, "Tea", 450, 5)).row(new Product(0, "Cup", 900, 5)));
        for (long order = 1; order <= 2; order++) {
            db.execute(insertInto(ORDER)
                    .set(ORDER.ID, order)
                    .set(ORDER.USER_ID, 42)
                    .set(ORDER.TOTAL_IN_CENTS, 0));
            for (long product = 1; product <= 2; product++) {
                db.execute(insertInto(LINE_ITEM)
                        .set(LINE_ITEM.ORDER_ID, order)
                        .set(LINE_ITEM.PRODUCT_ID, product)
                        .set(LINE_ITEM.QUANTITY, 1));
            }
        }
    }

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        for (String part : Files.readString(ROOT.resolve("README.md")).split("```" + language + "\n", -1)) {
            blocks.add(part.split("\n```", 2)[0]);
        }
        return blocks.subList(1, blocks.size());
    }

    private static String stripped(String text) {
        return text.replaceAll("\\s+", "");
    }
}
