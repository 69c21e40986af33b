package dev.rowan.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.definition.SchemaDefinition;
import dev.rowan.execute.Database;
import dev.rowan.migrate.Finding;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.row.Many;
import dev.rowan.schema.Table;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What generated sources are like, on each database. */
abstract class GenerationContract {
    private static final String PROGRAM = """
            package shop;

            import static dev.rowan.query.Sql.select;
            import static shop.db.Customers.CUSTOMER;

            import dev.rowan.execute.Database;
            import java.util.List;
            import shop.db.Customer;

            public final class Program {
                public static List<Customer> customers(Database db) {
                    return db.fetch(select()
                            .from(CUSTOMER)
                            .where(CUSTOMER.ID.eq(1))
                            .where(c -> c.ORDERS_BY_CUSTOMER.any(o -> o.TOTAL.gt(3)))
                            .include(c -> c.ORDERS_BY_CUSTOMER.include(o -> o.TAGS)));
                }

                private Program() {}
            }
            """;

    @TempDir
    private Path folder;

    private Database db;
    private SchemaDefinition schema;
    private GeneratedSources sources;

    /** The URL of an empty database. */
    abstract String newDatabase();

    /** The SQL that makes the shop. */
    abstract String script();

    @BeforeEach
    void generate() {
        db = Database.connect(newDatabase());
        run(script());
        schema = LiveSchema.of(db).read();
        sources = CodeGenerator.of("shop.db").generate(schema, db.dialect().ddl());
    }

    @AfterEach
    void close() {
        db.close();
    }

    private void run(String script) {
        db.session(session -> {
            try (Reader reader = new InputStreamReader(
                    GenerationContract.class.getResourceAsStream(script), StandardCharsets.UTF_8)) {
                session.run(session.dialect().ddl().script(reader));
                return script;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private ClassLoader compiled() throws IOException {
        sources.writeTo(folder.resolve("java"));
        return Compilation.compiled(folder.resolve("java"), Files.createDirectories(folder.resolve("classes")));
    }

    private static Table<?> table(ClassLoader loader, String name, String constant)
            throws ReflectiveOperationException {
        return (Table<?>) loader.loadClass("shop.db." + name).getField(constant).get(null);
    }

    @Test
    void theSameDefinitionYieldsTheSameBytes() {
        GeneratedSources again = CodeGenerator.of("shop.db")
                .generate(LiveSchema.of(db).read(), db.dialect().ddl());

        assertThat(again).isEqualTo(sources);
        assertThat(sources.files().values()).allMatch(text -> !text.contains("\r") && text.startsWith("//"));
    }

    @Test
    void filesThatDidNotChangeAreNotTouched() throws IOException {
        Path java = folder.resolve("java");
        GeneratedSources.Report first = sources.writeTo(java);

        GeneratedSources.Report second = sources.writeTo(java);

        assertThat(first.written()).hasSize(sources.files().size());
        assertThat(second.written()).isEmpty();
        assertThat(second.unchanged()).isEqualTo(sources.files().size());
    }

    @Test
    void generatedSourcesCompileWithoutWarnings() throws Exception {
        ClassLoader loader = compiled();

        assertThat(table(loader, "Customers", "CUSTOMER").columns()).hasSizeGreaterThan(10);
        assertThat(sources.files().get("shop/db/Customer.java"))
                .contains(
                        "long id", "String name", "boolean active", "@Nullable Long referrerId", "class_", "unitPrice")
                .contains("_2nd", "größe", "wait_", "One<Customer> referrer", "Many<Order> ordersByCustomer")
                .contains(
                        "Many<Order> ordersByRecipient", "One<Profile> profile", "Many<Customer> customersByReferrer");
        assertThat(sources.files().get("shop/db/Order.java")).contains("Many<Tag> tags", "@Nullable Json payload");
    }

    @Test
    void generatedTablesAgreeWithTheDatabase() throws Exception {
        ClassLoader loader = compiled();
        Table<?>[] tables = sources.files().keySet().stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1).replace(".java", ""))
                .filter(name -> isTable(loader, name) && !name.equals("OpenOrders"))
                .map(name -> constant(loader, name))
                .toArray(Table<?>[]::new);

        assertThat(tables).hasSize(7);
        assertThat(LiveSchema.of(db).verify(tables).all())
                .filteredOn(finding -> finding.severity() == Finding.Severity.ERROR)
                .isEmpty();
    }

    private static boolean isTable(ClassLoader loader, String name) {
        try {
            return !name.equals("package-info") && Table.class.isAssignableFrom(loader.loadClass("shop.db." + name));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Table<?> constant(ClassLoader loader, String name) {
        try {
            Class<?> type = loader.loadClass("shop.db." + name);
            for (var field : type.getFields()) {
                if (field.getType() == type) {
                    return (Table<?>) field.get(null);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
        throw new AssertionError(name + " has no constant of itself");
    }

    @Test
    void graphsAreLoadedByGeneratedTables() throws Exception {
        Path program = folder.resolve("java/shop/Program.java");
        Files.createDirectories(program.getParent());
        Files.writeString(program, PROGRAM);
        ClassLoader loader = compiled();

        List<?> customers = (List<?>) loader.loadClass("shop.Program")
                .getMethod("customers", Database.class)
                .invoke(null, db);

        assertThat(customers).hasSize(1);
        Object customer = customers.get(0);
        assertThat(value(customer, "email")).isEqualTo("ann@example.org");
        Object order = ((Many<?>) value(customer, "ordersByCustomer")).get(0);
        assertThat((BigDecimal) value(order, "total")).isEqualByComparingTo("12.50");
        assertThat(value(order, "status")).hasToString(value(order, "status") instanceof Enum ? "PENDING" : "pending");
        assertThat(value(((Many<?>) value(order, "tags")).get(0), "name")).isEqualTo("gift");
    }

    private static Object value(Object row, String component) throws ReflectiveOperationException {
        return row.getClass().getMethod(component).invoke(row);
    }

    @Test
    void whatRowanHasNoTypeForIsLeftOutAndTold() {
        assertThat(sources.warnings()).anyMatch(warning -> warning.contains("for which Rowan has no type"));
        assertThat(sources.files().get("shop/db/Orders.java")).contains("// Not declared: column ");
    }

    @Test
    void filesThatAreNotGeneratedStay() throws IOException {
        Path java = folder.resolve("java");
        Path mine = java.resolve("shop/db/Tags.java");
        Files.createDirectories(mine.getParent());
        Files.writeString(mine, "package shop.db; // mine\n");

        assertThat(sources.writeTo(java).kept()).containsExactly(mine);
        assertThat(mine).hasContent("package shop.db; // mine\n");
        assertThat(Map.copyOf(sources.files())).hasSize(sources.files().size());
    }
}
