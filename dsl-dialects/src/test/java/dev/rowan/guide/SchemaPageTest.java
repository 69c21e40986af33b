package dev.rowan.guide;

import static dev.rowan.expression.Functions.count;
import static dev.rowan.guide.School.Courses.COURSE;
import static dev.rowan.guide.School.EveryType.ROOM;
import static dev.rowan.guide.School.Homeworks.HOMEWORK;
import static dev.rowan.guide.School.Lessons.LESSON;
import static dev.rowan.guide.School.Loads.LOAD;
import static dev.rowan.guide.School.Seats.SEAT;
import static dev.rowan.guide.School.Students.STUDENT;
import static dev.rowan.guide.School.Syllabi.SYLLABUS;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.hardDeleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.restore;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.ConstraintViolationException;
import dev.rowan.error.StaleRowException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.error.ValidationException;
import dev.rowan.execute.Database;
import dev.rowan.execute.TableListener;
import dev.rowan.guide.School.Course;
import dev.rowan.guide.School.Everything;
import dev.rowan.guide.School.Homework;
import dev.rowan.guide.School.Lesson;
import dev.rowan.guide.School.Level;
import dev.rowan.guide.School.Load;
import dev.rowan.guide.School.Money;
import dev.rowan.guide.School.Seat;
import dev.rowan.guide.School.Student;
import dev.rowan.guide.School.Syllabus;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.migrate.Migration;
import dev.rowan.migrate.Migrations;
import dev.rowan.migrate.Migrator;
import dev.rowan.migrate.Schema;
import dev.rowan.query.Insert;
import dev.rowan.row.One;
import dev.rowan.schema.Rule;
import dev.rowan.type.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code docs/schema.md}, run on H2, and on SQLite what H2 lacks. */
final class SchemaPageTest {
    private Database db;

    @BeforeEach
    void create() {
        db = Database.connect("jdbc:h2:mem:school");
        LiveSchema.of(db).create(STUDENT, COURSE, SYLLABUS, SEAT, HOMEWORK, ROOM);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private long student(String name, String email) {
        return db.fetchOne(insertInto(STUDENT).row(Student.of(name, email)).returning(STUDENT.ID));
    }

    private UUID course(String title) {
        return db.fetchOne(insertInto(COURSE).set(COURSE.TITLE, title).returning(COURSE.ID));
    }

    @Test
    void valueOfEveryTypeComesBack() {
        Everything room = new Everything(
                true,
                (short) -1,
                24,
                1L << 40,
                0.5f,
                31.25,
                new BigDecimal("1200.50"),
                "A1",
                "light",
                Level.ADVANCED,
                LocalDate.of(1931, 5, 1),
                LocalTime.of(8, 0),
                LocalDateTime.of(2026, 3, 29, 2, 30),
                Instant.parse("2026-03-29T01:00:00Z"),
                new UUID(1, 2),
                new byte[] {1, 2},
                Json.of("{\"chairs\":24}"),
                new Money(99));

        db.execute(insertInto(ROOM).row(room));

        assertThat(db.fetchOne(select().from(ROOM))).usingRecursiveComparison().isEqualTo(room);
    }

    @Test
    void keysAreMadeByTheDatabaseOrByRowan() {
        long ada = student("Ada", "ada@example.org");
        UUID logic = course("Logic");

        db.execute(insertInto(SEAT).row(Seat.of(ada, logic, null)));
        assertThat(db.find(STUDENT.KEY, ada)).isPresent();
        assertThat(db.find(COURSE.KEY, logic).orElseThrow().level()).isEqualTo(Level.BEGINNER);
        assertThat(logic.version()).isEqualTo(7);

        db.execute(insertInto(SEAT)
                .row(Seat.of(ada, logic, 2))
                .onConflict(SEAT.KEY)
                .doUpdate(seat -> seat.GRADE));

        assertThat(db.fetchOne(select().from(SEAT)).grade()).isEqualTo(2);
        Seat taken =
                db.fetchOne(select().from(SEAT).where(s -> s.STUDENT_ID.eq(ada).and(s.COURSE_ID.eq(logic))));
        assertThat(taken.grade()).isEqualTo(2);
    }

    @Test
    void rulesAreCheckedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> student("A", "nobody"))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("name")
                .hasMessageContaining("email");

        long id = student("Ada", "  Ada@Example.org ");

        assertThat(db.find(STUDENT.KEY, id).orElseThrow().email()).isEqualTo("ada@example.org");
        assertThatThrownBy(() -> db.execute(insertInto(STUDENT)
                        .row(Student.of("A", "a@example.org"))
                        .withoutRules()))
                .isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void rulesThatNoDatabaseChecksAreNoConstraints() {
        List<Rule<?>> checked =
                List.of(Rule.min(0), Rule.max(9), Rule.between(1, 6), Rule.length(2, 9), Rule.notBlank());

        assertThat(checked)
                .allSatisfy(rule -> assertThat(rule.asConstraint().constraint()).isNotNull());
        assertThat(Rule.oneOf("a", "b").asConstraint().constraint()).isNotNull();
        List<Rule<String>> ofRowan = List.of(
                Rule.email(), Rule.matches(Pattern.compile("[0-9]{13}")), Rule.of("none", "nothing", text -> false));
        assertThat(ofRowan)
                .allSatisfy(rule -> assertThatThrownBy(rule::asConstraint).isInstanceOf(IllegalStateException.class));
    }

    @Test
    void associationsAreIncluded() {
        long ada = student("Ada", "ada@example.org");
        UUID logic = course("Logic");
        db.execute(insertInto(COURSE).row(Course.of("Proofs", logic)));
        db.execute(insertInto(SEAT).row(Seat.of(ada, logic, 1)));
        db.execute(insertInto(SYLLABUS).row(new Syllabus(logic, Json.of("{\"weeks\": 12}"), List.of("and", "or"))));

        Course read = db.fetchOne(select().from(COURSE)
                .where(c -> c.TITLE.eq("Logic"))
                .include(c -> c.STUDENTS)
                .include(c -> c.SYLLABUS)
                .include(c -> c.AFTER));
        Student seated = db.fetchOne(select().from(STUDENT).include(s -> s.SEATS.include(seat -> seat.COURSE)));

        assertThat(read.students().get(0).name()).isEqualTo("Ada");
        assertThat(read.syllabus().get().words()).containsExactly("and", "or");
        assertThat(read.after().get(0).title()).isEqualTo("Proofs");
        assertThat(seated.seats().get(0).grade()).isEqualTo(1);
        assertThat(seated.seats().get(0).course().get().title()).isEqualTo("Logic");
    }

    @Test
    void databaseKeepsWhatPointsSomewhere() {
        long ada = student("Ada", "ada@example.org");
        UUID logic = course("Logic");
        UUID proofs =
                db.fetchOne(insertInto(COURSE).row(Course.of("Proofs", logic)).returning(COURSE.ID));
        db.execute(insertInto(SYLLABUS).row(new Syllabus(logic, Json.of("{}"), null)));
        db.execute(insertInto(SEAT).row(Seat.of(ada, proofs, null)));

        db.execute(deleteFrom(COURSE).where(c -> c.ID.eq(logic)));

        assertThat(db.find(COURSE.KEY, proofs).orElseThrow().follows()).isNull();
        assertThat(db.count(select().from(SYLLABUS))).isZero();
        assertThatThrownBy(() -> db.execute(deleteFrom(COURSE).where(c -> c.ID.eq(proofs))))
                .isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> db.execute(insertInto(HOMEWORK).row(new Homework(0, ada, logic, "none"))))
                .isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void jsonAndArraysAreAsked() {
        UUID logic = course("Logic");
        db.execute(insertInto(SYLLABUS).row(new Syllabus(logic, Json.of("{\"weeks\": 12}"), List.of("and", "or"))));

        List<Syllabus> found = db.fetch(select().from(SYLLABUS)
                .where(s -> s.PLAN.path("weeks").asInt().ge(10).and(s.WORDS.contains("or"))));

        assertThat(found).hasSize(1);
    }

    @Test
    void deletedStudentsAreHiddenAndComeBack() {
        long ada = student("Ada", "ada@example.org");

        db.execute(deleteFrom(STUDENT).where(s -> s.ID.eq(ada)));
        long present = db.count(select().from(STUDENT));
        long all = db.count(select().from(STUDENT).withDeleted());
        db.execute(restore(STUDENT).where(s -> s.ID.eq(ada)));
        long restored = db.count(select().from(STUDENT));
        db.execute(hardDeleteFrom(STUDENT).where(s -> s.ID.eq(ada)));

        assertThat(List.of(present, all, restored)).containsExactly(0L, 1L, 1L);
        assertThat(db.count(select().from(STUDENT).withDeleted())).isZero();
    }

    @Test
    void secondWriterOfOneVersionIsTold() {
        long id = student("Ada", "ada@example.org");

        Student read = db.find(STUDENT.KEY, id).orElseThrow();
        db.execute(update(STUDENT).row(read));
        assertThatThrownBy(() -> db.execute(update(STUDENT).row(read))).isInstanceOf(StaleRowException.class);

        Student now = db.find(STUDENT.KEY, id).orElseThrow();
        assertThat(now.version()).isEqualTo(read.version() + 1);
        assertThat(now.createdAt()).isEqualTo(read.createdAt()).isAfter(Instant.EPOCH);
    }

    @Test
    void listenerChangesWhatIsWritten() {
        Database polite = db.withListener(STUDENT, new TableListener<Student>() {
            @Override
            public Insert<Student, ?> beforeInsert(Insert<Student, ?> insert) {
                return insert.map(STUDENT.NAME, name -> "Dr. " + name);
            }
        });

        polite.execute(insertInto(STUDENT).row(Student.of("Ada", "ada@example.org")));

        assertThat(db.fetchOne(select().from(STUDENT)).name()).isEqualTo("Dr. Ada");
    }

    public static final class V1__loads implements Migration {
        @Override
        public void up(Schema schema) {
            schema.createView(
                    "loads",
                    select(COURSE.TITLE, count().as("taken"))
                            .from(COURSE)
                            .join(SEAT)
                            .on(SEAT.COURSE_ID.eq(COURSE.ID))
                            .groupBy(COURSE.TITLE));
        }

        @Override
        public void down(Schema schema) {
            schema.dropView("loads");
        }
    }

    @Test
    void viewIsReadLikeATable() {
        Migrator.of(db, Migrations.of(new V1__loads())).migrate();
        db.execute(insertInto(SEAT).row(Seat.of(student("Ada", "ada@example.org"), course("Logic"), null)));

        List<Load> loads = db.fetch(select().from(LOAD).where(l -> l.TAKEN.gt(0)));

        assertThat(loads).containsExactly(new Load("Logic", 1));
    }

    @Test
    void indexOfSomeRowsKeepsThemApartWhereThereIsOne() {
        LocalDate monday = LocalDate.of(2026, 9, 7);
        Lesson lesson = new Lesson(0, "B2", monday, 12, null);

        try (Database sqlite = Database.connect("jdbc:sqlite::memory:")) {
            LiveSchema.of(sqlite).create(LESSON);
            sqlite.execute(insertInto(LESSON).row(lesson));
            sqlite.execute(
                    update(LESSON).set(LESSON.CANCELLED_AT, Instant.EPOCH).everyRow());
            sqlite.execute(insertInto(LESSON).row(lesson));

            assertThatThrownBy(() -> sqlite.execute(insertInto(LESSON).row(lesson)))
                    .isInstanceOf(ConstraintViolationException.class);
            assertThatThrownBy(() ->
                            sqlite.execute(insertInto(LESSON).row(new Lesson(0, "B2", monday.plusDays(1), 31, null))))
                    .isInstanceOf(ConstraintViolationException.class);
            assertThatThrownBy(() -> sqlite.execute(insertInto(LESSON).row(new Lesson(0, "cellar", monday, 1, null))))
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining("a letter and a number");
        }
        assertThatThrownBy(() -> LiveSchema.of(db).create(LESSON))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("partial index");
    }

    @Test
    void declaredAndLiveAreCompared() {
        LiveSchema live = LiveSchema.of(db);
        assertThat(live.createMissing(STUDENT, COURSE)).isEmpty();
        assertThat(live.diff(STUDENT, COURSE, SEAT).steps()).isEmpty();

        Database other = db.withSchema("archive");
        assertThat(other.render(select().from(SEAT)).text()).contains("from \"archive\".\"seats\"");
    }

    @Test
    void unloadedIsNoEmptyList() {
        Seat seat = Seat.of(1, new UUID(0, 0), null);

        assertThat(seat.student()).isEqualTo(One.unloaded());
        assertThatThrownBy(() -> seat.student().get()).hasMessageContaining("include");
    }
}
