package dev.rowan.guide;

import static dev.rowan.guide.School.Students.STUDENT;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.excluded;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.StaleRowException;
import dev.rowan.error.ValidationException;
import dev.rowan.error.Violation;
import dev.rowan.execute.Database;
import dev.rowan.execute.GotOrInserted;
import dev.rowan.execute.StatementCounter;
import dev.rowan.execute.Upserted;
import dev.rowan.guide.School.Student;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.row.Many;
import dev.rowan.row.One;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PrimaryKey;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.shop.LineItem;
import dev.rowan.shop.Order;
import dev.rowan.shop.OrderStatus;
import dev.rowan.shop.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code docs/writes.md}, run on H2. */
final class WritesPageTest {
    public record Hit(String page, long hits) {}

    public static final class Hits extends Table<Hit> {
        public static final Hits HIT = new Hits(TableName.of("hits"));

        public final TextColumn<Hit, String> PAGE = varchar("page", 100).primaryKey();
        public final NumberColumn<Hit, Long> HITS = bigint("hits").notNull();

        public final PrimaryKey<Hit, String> KEY = primaryKey(PAGE);

        private Hits(TableName name) {
            super(name, Hit.class, Hits::new);
        }
    }

    private static final Hits HIT = Hits.HIT;
    private final StatementCounter counter = new StatementCounter();
    private Database db;

    @BeforeEach
    void create() {
        db = Database.connect("jdbc:h2:mem:writespage").withListener(counter);
        LiveSchema.of(db).create(USER, PRODUCT, ORDER, LINE_ITEM, STUDENT, HIT);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static User user(String name, String email, Order... orders) {
        return new User(0, name, email, true, null, Many.of(List.of(orders)), One.unloaded());
    }

    private Student stored(long id) {
        return db.fetchOne(select().from(STUDENT).withDeleted().where(s -> s.ID.eq(id)));
    }

    @Test
    void nullIsSet() {
        db.execute(insertInto(USER).set(USER.NAME, "Ann").set(USER.EMAIL, "ann@example.org"));
        db.execute(insertInto(ORDER)
                .set(ORDER.USER_ID, 1)
                .set(ORDER.TOTAL_IN_CENTS, 1)
                .set(ORDER.NOTE, "gift"));

        db.execute(update(ORDER).setNull(ORDER.NOTE).where(o -> o.ID.eq(1)));

        assertThat(db.find(ORDER.KEY, 1).orElseThrow().note()).isNull();
    }

    @Test
    void upsertComputes() {
        for (int i = 0; i < 3; i++) {
            db.execute(insertInto(HIT)
                    .set(HIT.PAGE, "/tea")
                    .set(HIT.HITS, 1)
                    .onConflict(HIT.KEY)
                    .doUpdate()
                    .set(HIT.HITS, HIT.HITS.plus(1)));
        }
        List<Hit> hits = List.of(new Hit("/tea", 10), new Hit("/cup", 20));
        db.execute(insertInto(HIT)
                .rows(hits)
                .onConflict(HIT.KEY)
                .doUpdate()
                .set(HIT.HITS, HIT.HITS.plus(excluded(HIT.HITS))));

        assertThat(db.find(HIT.KEY, "/tea").orElseThrow().hits()).isEqualTo(13);
        assertThat(db.find(HIT.KEY, "/cup").orElseThrow().hits()).isEqualTo(20);
    }

    @Test
    void upsertTellsWhatBecameOfEachRow() {
        db.insertAll(USER, List.of(user("Ann", "ann@example.org")));
        List<User> users = List.of(user("Anna", "ann@example.org"), user("Bob", "bob@example.org"));

        List<Upserted<Long>> told =
                db.upsert(insertInto(USER).rows(users).onConflict(USER.BY_EMAIL).doUpdate(u -> u.NAME), USER.KEY);
        long key = told.get(1).key();
        boolean isNew = told.get(1).outcome() == Upserted.Outcome.INSERTED;

        assertThat(told.get(0)).isEqualTo(new Upserted<>(1L, Upserted.Outcome.UPDATED));
        assertThat(isNew).isTrue();
        assertThat(db.find(USER.KEY, key).orElseThrow().name()).isEqualTo("Bob");
        assertThat(key).isGreaterThan(2);
    }

    @Test
    void rowIsThereOrInserted() {
        User ann = user("Ann", "ann@example.org");

        GotOrInserted<User> got = db.insertOrGet(insertInto(USER).row(ann), USER.BY_EMAIL);
        long id = got.record().id();
        boolean isNew = got.inserted();

        assertThat(id).isEqualTo(1);
        assertThat(isNew).isTrue();
        assertThat(db.insertOrGet(insertInto(USER).row(ann), USER.BY_EMAIL).inserted())
                .isFalse();
    }

    @Test
    void graphIsInserted() {
        long tea = db.fetchOne(insertInto(PRODUCT)
                .set(PRODUCT.NAME, "Tea")
                .set(PRODUCT.PRICE_IN_CENTS, 450)
                .returning(PRODUCT.ID));

        LineItem item = new LineItem(0, 0, tea, 2, One.unloaded(), One.unloaded());
        Order order = new Order(0, null, 0, OrderStatus.PENDING, 900, Many.of(List.of(item)), One.unloaded());
        User ann = new User(0, "Ann", "ann@example.org", true, null, Many.of(List.of(order)), One.unloaded());

        List<User> inserted = db.insertGraph(List.of(ann), USER.ORDERS.include(o -> o.LINE_ITEMS));
        long first = inserted.get(0).orders().get(0).lineItems().get(0).orderId();

        assertThat(inserted.get(0).id()).isEqualTo(1);
        assertThat(inserted.get(0).orders().get(0).userId()).isEqualTo(1);
        assertThat(first).isEqualTo(inserted.get(0).orders().get(0).id()).isEqualTo(1);
        assertThat(db.count(select().from(LINE_ITEM))).isEqualTo(1);
        User bob = new User(0, "Bob", "bob@example.org", true, null, Many.unloaded(), One.unloaded());
        assertThatThrownBy(() -> db.insertGraph(List.of(bob), USER.ORDERS)).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> db.insertGraph(List.of(Student.of("Ada", "ada@example.org")), STUDENT.COURSES))
                .isInstanceOf(InvalidQueryException.class);
    }

    @Test
    void graphReturnsTheRecordsWithTheirKeysAndNothingElse() {
        Student ada = new Student(
                0,
                "Ada",
                "  ADA@example.org ",
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                null,
                Many.unloaded(),
                Many.of(List.of()));

        Student inserted = db.insertGraph(List.of(ada), STUDENT.SEATS).get(0);

        assertThat(inserted.id()).isEqualTo(1);
        assertThat(inserted.email()).isEqualTo("  ADA@example.org ");
        assertThat(inserted.createdAt()).isEqualTo(Instant.EPOCH);
        assertThat(stored(1).email()).isEqualTo("ada@example.org");
        assertThat(stored(1).createdAt()).isAfter(Instant.EPOCH);
        assertThat(stored(1).version()).isZero();
    }

    @Test
    void insertWritesTheTimeOfADeleteAndAnUpdateByARecordDoesNot() {
        Student gone = new Student(
                0,
                "Ada",
                "ada@example.org",
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                Instant.parse("2026-03-01T00:00:00Z"),
                Many.unloaded(),
                Many.unloaded());
        long id = db.fetchOne(insertInto(STUDENT).row(gone).returning(STUDENT.ID));

        assertThat(db.find(STUDENT.KEY, id)).isEmpty();
        assertThat(stored(id).leftAt()).isEqualTo("2026-03-01T00:00:00Z");

        long bob = db.fetchOne(
                insertInto(STUDENT).row(Student.of("Bob", "bob@example.org")).returning(STUDENT.ID));
        Student read = db.find(STUDENT.KEY, bob).orElseThrow();
        Student changed = new Student(
                bob,
                "Bobby",
                read.email(),
                Instant.EPOCH,
                Instant.EPOCH,
                read.version(),
                Instant.EPOCH,
                Many.unloaded(),
                Many.unloaded());
        long rows = db.execute(update(STUDENT).row(changed));

        assertThat(rows).isEqualTo(1);
        Student updated = db.find(STUDENT.KEY, bob).orElseThrow();
        assertThat(updated.name()).isEqualTo("Bobby");
        assertThat(updated.leftAt()).isNull();
        assertThat(updated.createdAt()).isEqualTo(read.createdAt());
        assertThat(updated.updatedAt()).isAfterOrEqualTo(read.updatedAt());
        assertThat(updated.version()).isEqualTo(read.version() + 1);

        assertThatThrownBy(() -> db.execute(update(STUDENT).row(Student.of("Nobody", "nobody@example.org"))))
                .isInstanceOf(StaleRowException.class);
    }

    @Test
    void upsertOntoARowThatIsDeletedSoftlyLeavesItSo() {
        long id = db.fetchOne(
                insertInto(STUDENT).row(Student.of("Ada", "ada@example.org")).returning(STUDENT.ID));
        db.execute(deleteFrom(STUDENT).where(s -> s.ID.eq(id)));

        List<Upserted<Long>> told = db.upsert(
                insertInto(STUDENT)
                        .row(Student.of("Adele", "ada@example.org"))
                        .onConflict(STUDENT.BY_EMAIL)
                        .doUpdate(s -> s.NAME),
                STUDENT.KEY);

        assertThat(told).containsExactly(new Upserted<>(id, Upserted.Outcome.UNCHANGED));
        assertThat(stored(id).name()).isEqualTo("Ada");
        assertThat(db.find(STUDENT.KEY, id)).isEmpty();
    }

    @Test
    void keysOfManyRowsAreAskedFor() {
        counter.reset();
        List<User> users = List.of(user("Ann", "ann@example.org"), user("Bob", "bob@example.org"));

        List<Long> keys = db.insertAll(USER, users, USER.KEY);

        assertThat(keys).containsExactly(1L, 2L);
        assertThat(counter.counts().keySet()).anyMatch(sql -> sql.startsWith("select"));
        assertThat(counter.total()).isEqualTo(2);
    }

    @Test
    void noRowsAreNoInsert() {
        long none = db.insertAll(USER, List.of());

        assertThat(none).isZero();
        assertThat(db.insertAll(USER, List.of(), USER.KEY)).isEmpty();
        assertThat(db.insertGraph(List.of(), USER.ORDERS)).isEmpty();
        assertThatThrownBy(() -> insertInto(USER).rows(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void violationsAreRead() {
        List<Student> students = List.of(Student.of("Ada", "ada@example.org"), Student.of("B", "no address"));

        List<String> told = new ArrayList<>();
        try {
            db.insertAll(STUDENT, students);
        } catch (ValidationException e) {
            for (Violation violation : e.violations()) {
                told.add(violation.row() + " " + violation.table() + "." + violation.column() + ": "
                        + violation.message() + " (" + violation.rule() + ")");
            }
        }

        assertThat(told).first().isEqualTo("1 students.name: must have between 2 and 100 characters (length)");
        assertThatThrownBy(() -> db.insertAll(STUDENT, students))
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::row, Violation::column, Violation::rule, Violation::value)
                                .containsExactly(
                                        tuple(1, "name", "length", "B"), tuple(1, "email", "email", "no address")));
    }
}
