package dev.rowan.guide;

import static dev.rowan.expression.Functions.currentTimestamp;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.schema.ReferentialAction.CASCADE;
import static dev.rowan.schema.Rule.email;
import static dev.rowan.schema.Rule.length;
import static dev.rowan.schema.Rule.min;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;

import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.execute.Replicas;
import dev.rowan.expression.Setting;
import dev.rowan.migrate.Destruction;
import dev.rowan.migrate.Finding.Rule;
import dev.rowan.migrate.Finding.Severity;
import dev.rowan.migrate.FlywayScripts;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.migrate.Migration;
import dev.rowan.migrate.Migrations;
import dev.rowan.migrate.Migrator;
import dev.rowan.migrate.Renames;
import dev.rowan.migrate.Schema;
import dev.rowan.migrate.SchemaPlan;
import dev.rowan.migrate.Seeder;
import dev.rowan.schema.DefaultFilter;
import dev.rowan.schema.ForeignKey;
import dev.rowan.schema.Index;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.ReferenceRules;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableCheck;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.UniqueKey;
import dev.rowan.shop.Product;
import dev.rowan.type.SqlType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the guides show and do not run: what they describe is tested where it belongs. */
final class Declarations {
    static final Setting<Long> TENANT = Setting.of("tenant", SqlType.BIGINT);

    private Declarations() {}

    record User(
            long id,
            String email,
            String name,
            Instant createdAt,
            Instant updatedAt,
            long version,
            @Nullable Instant deletedAt,
            long tenantId) {}

    static final class Members extends Table<User> {
        public final NumberColumn<User, Long> ID = bigint("id").identity().primaryKey();

        public final TextColumn<User, String> EMAIL =
                varchar("email", 200).notNull().trimmed().lowerCased().check(email());
        public final TextColumn<User, String> NAME =
                varchar("name", 100).notNull().check(length(2, 100).asConstraint());
        public final TextColumn<User, @Nullable String> PASSWORD_HASH =
                varchar("password_hash", 60).hidden();
        public final TemporalColumn<User, Instant> CREATED_AT =
                instant("created_at").notNull().createdAt();
        public final TemporalColumn<User, Instant> UPDATED_AT =
                instant("updated_at").notNull().updatedAt();
        public final NumberColumn<User, Long> VERSION =
                bigint("version").notNull().version();
        public final TemporalColumn<User, @Nullable Instant> DELETED_AT = instant("deleted_at");
        public final NumberColumn<User, Long> TENANT_ID = bigint("tenant_id").notNull();

        public final UniqueKey<User> BY_EMAIL = uniqueKey(TENANT_ID, EMAIL);
        public final DefaultFilter LIVE = softDelete(DELETED_AT);
        public final DefaultFilter TENANTS = partition(TENANT_ID, TENANT);

        Members(TableName name) {
            super(name, User.class, Members::new);
        }
    }

    record Booking(
            long id,
            int seats,
            int cents,
            @Nullable Integer total,
            Instant bookedAt,
            @Nullable Instant cancelledAt,
            long userId) {}

    static final class Bookings extends Table<Booking> {
        final NumberColumn<Booking, Long> ID = bigint("id").identity().primaryKey();
        final NumberColumn<Booking, Integer> SEATS = integer("seats").notNull();
        final NumberColumn<Booking, Integer> CENTS = integer("cents").notNull().check(min(0).asConstraint());
        final NumberColumn<Booking, @Nullable Integer> TOTAL = integer("total").computedAs(CENTS.times(SEATS));
        final TemporalColumn<Booking, Instant> BOOKED_AT =
                instant("booked_at").notNull().defaultExpression(currentTimestamp());
        final TemporalColumn<Booking, @Nullable Instant> CANCELLED_AT = instant("cancelled_at");
        final NumberColumn<Booking, Long> USER_ID =
                bigint("user_id").notNull().references(() -> USER.ID, ReferenceRules.DEFAULT.onDelete(CASCADE));

        final TableCheck FEW = check("bookings_few_check", SEATS.le(10).or(CENTS.eq(0)));
        final Index<Booking> BY_TIME = index("bookings_time_idx", BOOKED_AT.desc(), ID.asc());
        final Index<Booking> LIVE_USER =
                index("bookings_live_user_idx", USER_ID.asc()).unique().where(CANCELLED_AT.isNull());
        final ForeignKey<Booking> USER_KEY =
                references("bookings_user_fkey", foreignKey(USER_ID), () -> USER.KEY, ReferenceRules.DEFAULT);

        Bookings(TableName name) {
            super(name, Booking.class, Bookings::new);
        }
    }

    static Database replicas() {
        PoolConfig primary = PoolConfig.of("jdbc:postgresql://db1/shop");
        Replicas replicas = Replicas.of(
                        PoolConfig.of("jdbc:postgresql://db2/shop"), PoolConfig.of("jdbc:postgresql://db3/shop"))
                .withLongestLag(Duration.ofSeconds(5));
        Database db = Database.connect(primary, replicas);
        return db;
    }

    static void liveSchema(Database db) {
        LiveSchema schema = LiveSchema.of(db);
        schema.create(USER, ORDER, LINE_ITEM); // in an order in which it can be done; foreign keys of a cycle come last
        schema.createMissing(USER, ORDER, LINE_ITEM); // for development: creates, and never changes
        schema.dropAndCreate(
                Destruction.CONFIRMED, USER); // with all rows; the word must be written, and production refuses

        SchemaPlan plan = schema.diff(Renames.NONE.column("orders", "total", "total_in_cents"), ORDER);
        System.out.println(plan); // the statements, with what is lost by them
        schema.lint(plan).requireNone(Severity.ERROR); // dropped columns, narrowed types, rewritten tables, …
        schema.apply(plan); // refused if rows or values are lost; apply(plan, Destruction.CONFIRMED) then

        schema.verify(USER, ORDER) // for the start of a program, and for tests
                .ignoring(Rule.COLUMN_UNDECLARED, "users.legacy_id", "read by the old billing until May")
                .requireNone(Severity.ERROR);
    }

    public static final class V20240315__add_discount_code implements Migration {
        @Override
        public void up(Schema schema) {
            schema.alterTable("orders", t -> {
                t.add("discount_code", SqlType.varchar(40));
                t.index("orders_discount_code_idx", "discount_code")
                        .where(t.column("discount_code", SqlType.TEXT).isNotNull())
                        .orFullIndex(); // where the database has no partial indexes; refused without
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

    static void migrate(Database db) {
        Migrator migrator = Migrator.of(
                db,
                Migrations.of(new V20240315__add_discount_code())
                        .and(Migrations.onClassPath("db/migrations", Declarations.class.getClassLoader())));
        migrator.migrate();
    }

    static void flyway(Database db, Migrations migrations, LiveSchema schema, Path folder) throws java.io.IOException {
        FlywayScripts.of(db, migrations)
                .writeTo(Path.of("src/main/resources/db/migration")); // all of them, for a database of the kind of db
        FlywayScripts.of("V7__add_discount_code", schema.diff(ORDER)).writeTo(folder); // what a diff has found
    }

    static void seed(Database db, List<Product> products) {
        Seeder.of(db)
                .once("products", tx -> tx.execute(insertInto(PRODUCT).rows(products))) // never again
                .always(
                        "admin",
                        tx -> tx.execute(insertInto(USER)
                                .set(USER.NAME, "Admin")
                                .set(USER.EMAIL, "admin@example.org")
                                .onConflict(USER.BY_EMAIL)
                                .doUpdate(u -> u.NAME)))
                .run();
    }
}
