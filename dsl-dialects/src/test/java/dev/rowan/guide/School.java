package dev.rowan.guide;

import static dev.rowan.schema.ReferentialAction.CASCADE;
import static dev.rowan.schema.ReferentialAction.SET_NULL;
import static dev.rowan.schema.Rule.between;
import static dev.rowan.schema.Rule.email;
import static dev.rowan.schema.Rule.length;

import dev.rowan.row.Many;
import dev.rowan.row.One;
import dev.rowan.schema.ArrayColumn;
import dev.rowan.schema.BooleanColumn;
import dev.rowan.schema.DefaultFilter;
import dev.rowan.schema.EnumColumn;
import dev.rowan.schema.ForeignKey;
import dev.rowan.schema.Index;
import dev.rowan.schema.JsonColumn;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PlainColumn;
import dev.rowan.schema.PrimaryKey;
import dev.rowan.schema.ReferenceRules;
import dev.rowan.schema.Rule;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableCheck;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.ToOne;
import dev.rowan.schema.UniqueKey;
import dev.rowan.schema.Uuids;
import dev.rowan.type.Json;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables of {@code docs/schema.md}. */
final class School {
    private School() {}

    public record Student(
            long id,
            String name,
            String email,
            Instant createdAt,
            Instant updatedAt,
            long version,
            @Nullable Instant leftAt,
            Many<Course> courses,
            Many<Seat> seats) {
        static Student of(String name, String email) {
            return new Student(0, name, email, Instant.EPOCH, Instant.EPOCH, 0, null, Many.unloaded(), Many.unloaded());
        }
    }

    public static final class Students extends Table<Student> {
        public static final Students STUDENT = new Students(TableName.of("students"));

        public final NumberColumn<Student, Long> ID = bigint("id").identity().primaryKey();
        public final TextColumn<Student, String> NAME =
                varchar("name", 100).notNull().check(length(2, 100).asConstraint());
        public final TextColumn<Student, String> EMAIL =
                varchar("email", 200).notNull().trimmed().lowerCased().check(email());
        public final TemporalColumn<Student, Instant> CREATED_AT =
                instant("created_at").notNull().createdAt();
        public final TemporalColumn<Student, Instant> UPDATED_AT =
                instant("updated_at").notNull().updatedAt();
        public final NumberColumn<Student, Long> VERSION =
                bigint("version").notNull().version();
        public final TemporalColumn<Student, @Nullable Instant> LEFT_AT = instant("left_at");

        public final PrimaryKey<Student, Long> KEY = primaryKey(ID);
        public final UniqueKey<Student> BY_EMAIL = uniqueKey(EMAIL);
        public final DefaultFilter PRESENT = softDelete(LEFT_AT);
        public final ToMany<Student, Seat, Seats> SEATS = hasMany("seats", () -> Seats.SEAT, seat -> seat.STUDENT);
        public final ToMany<Student, Course, Courses> COURSES =
                manyToMany("courses", () -> Seats.SEAT, seat -> seat.STUDENT, seat -> seat.COURSE);

        private Students(TableName name) {
            super(name, Student.class, Students::new);
        }
    }

    public enum Level {
        BEGINNER,
        ADVANCED
    }

    public record Course(
            UUID id,
            String title,
            Level level,
            @Nullable UUID follows,
            One<Course> before,
            Many<Course> after,
            One<Syllabus> syllabus,
            Many<Student> students) {
        static Course of(String title, @Nullable UUID follows) {
            return new Course(
                    Uuids.v7(),
                    title,
                    Level.BEGINNER,
                    follows,
                    One.unloaded(),
                    Many.unloaded(),
                    One.unloaded(),
                    Many.unloaded());
        }
    }

    public static final class Courses extends Table<Course> {
        public static final Courses COURSE = new Courses(TableName.of("courses"));

        public final PlainColumn<Course, UUID> ID = uuid("id").primaryKey().generated(Uuids::v7);
        public final TextColumn<Course, String> TITLE = varchar("title", 200).notNull();
        public final EnumColumn<Course, Level> LEVEL =
                enumeration("level", Level.class).notNull().defaultValue(Level.BEGINNER);
        public final PlainColumn<Course, @Nullable UUID> FOLLOWS =
                uuid("follows").references(() -> Courses.COURSE.ID, ReferenceRules.DEFAULT.onDelete(SET_NULL));

        public final PrimaryKey<Course, UUID> KEY = primaryKey(ID);
        public final ToOne<Course, Course, Courses> BEFORE = belongsTo("before", FOLLOWS, () -> Courses.COURSE);
        public final ToMany<Course, Course, Courses> AFTER =
                hasMany("after", () -> Courses.COURSE, course -> course.BEFORE);
        public final ToOne<Course, Syllabus, Syllabi> SYLLABUS =
                hasOne("syllabus", () -> Syllabi.SYLLABUS, syllabus -> syllabus.COURSE_ID);
        public final ToMany<Course, Student, Students> STUDENTS =
                manyToMany("students", () -> Seats.SEAT, seat -> seat.COURSE, seat -> seat.STUDENT);

        private Courses(TableName name) {
            super(name, Course.class, Courses::new);
        }
    }

    public record Syllabus(
            UUID courseId, Json plan, @Nullable List<@Nullable String> words) {}

    public static final class Syllabi extends Table<Syllabus> {
        public static final Syllabi SYLLABUS = new Syllabi(TableName.of("syllabi"));

        public final PlainColumn<Syllabus, UUID> COURSE_ID = uuid("course_id")
                .primaryKey()
                .references(() -> Courses.COURSE.ID, ReferenceRules.DEFAULT.onDelete(CASCADE));
        public final JsonColumn<Syllabus, Json> PLAN = json("plan").notNull();
        public final ArrayColumn<Syllabus, String> WORDS = array("words", SqlType.TEXT);

        private Syllabi(TableName name) {
            super(name, Syllabus.class, Syllabi::new);
        }
    }

    public record Seat(
            long studentId, UUID courseId, @Nullable Integer grade, One<Student> student, One<Course> course) {
        static Seat of(long student, UUID course, @Nullable Integer grade) {
            return new Seat(student, course, grade, One.unloaded(), One.unloaded());
        }
    }

    public static final class Seats extends Table<Seat> {
        public static final Seats SEAT = new Seats(TableName.of("seats"));

        public final NumberColumn<Seat, Long> STUDENT_ID =
                bigint("student_id").primaryKey().references(() -> Students.STUDENT.ID);
        public final PlainColumn<Seat, UUID> COURSE_ID =
                uuid("course_id").primaryKey().references(() -> Courses.COURSE.ID);
        public final NumberColumn<Seat, @Nullable Integer> GRADE =
                integer("grade").check(between(1, 6).asConstraint());

        public final UniqueKey<Seat> KEY = primaryKey(STUDENT_ID, COURSE_ID);
        public final ToOne<Seat, Student, Students> STUDENT = belongsTo("student", STUDENT_ID, () -> Students.STUDENT);
        public final ToOne<Seat, Course, Courses> COURSE = belongsTo("course", COURSE_ID, () -> Courses.COURSE);

        private Seats(TableName name) {
            super(name, Seat.class, Seats::new);
        }
    }

    public record Homework(long id, long studentId, UUID courseId, String text) {}

    public static final class Homeworks extends Table<Homework> {
        public static final Homeworks HOMEWORK = new Homeworks(TableName.of("homework"));

        public final NumberColumn<Homework, Long> ID = bigint("id").identity().primaryKey();
        public final NumberColumn<Homework, Long> STUDENT_ID =
                bigint("student_id").notNull();
        public final PlainColumn<Homework, UUID> COURSE_ID = uuid("course_id").notNull();
        public final TextColumn<Homework, String> TEXT = text("text").notNull();

        public final ForeignKey<Homework> OF_SEAT = references(
                "homework_seat_fkey", foreignKey(STUDENT_ID, COURSE_ID), () -> Seats.SEAT.KEY, ReferenceRules.DEFAULT);
        public final ToOne<Homework, Seat, Seats> SEAT = belongsTo("seat", OF_SEAT, () -> Seats.SEAT);

        private Homeworks(TableName name) {
            super(name, Homework.class, Homeworks::new);
        }
    }

    public record Money(long cents) {}

    @SuppressWarnings("ArrayRecordComponent") // bytes are an array; rooms are compared field by field
    public record Everything(
            boolean open,
            short floor,
            int seats,
            long visits,
            float slope,
            double area,
            BigDecimal rent,
            String code,
            String notes,
            Level level,
            LocalDate built,
            LocalTime opens,
            LocalDateTime inspected,
            Instant cleanedAt,
            UUID tag,
            byte[] photo,
            Json plan,
            Money deposit) {}

    public static final class EveryType extends Table<Everything> {
        public static final EveryType ROOM = new EveryType(TableName.of("rooms"));

        public final BooleanColumn<Everything, Boolean> OPEN = bool("open").notNull();
        public final NumberColumn<Everything, Short> FLOOR = smallint("floor").notNull();
        public final NumberColumn<Everything, Integer> SEATS = integer("seats").notNull();
        public final NumberColumn<Everything, Long> VISITS = bigint("visits").notNull();
        public final NumberColumn<Everything, Float> SLOPE = real("slope").notNull();
        public final NumberColumn<Everything, Double> AREA =
                doublePrecision("area").notNull();
        public final NumberColumn<Everything, BigDecimal> RENT =
                decimal("rent", 10, 2).notNull();
        public final TextColumn<Everything, String> CODE = varchar("code", 20).notNull();
        public final TextColumn<Everything, String> NOTES = text("notes").notNull();
        public final EnumColumn<Everything, Level> LEVEL =
                enumeration("level", Level.class).notNull();
        public final TemporalColumn<Everything, LocalDate> BUILT = date("built").notNull();
        public final TemporalColumn<Everything, LocalTime> OPENS = time("opens").notNull();
        public final TemporalColumn<Everything, LocalDateTime> INSPECTED =
                timestamp("inspected").notNull();
        public final TemporalColumn<Everything, Instant> CLEANED_AT =
                instant("cleaned_at").notNull();
        public final PlainColumn<Everything, UUID> TAG = uuid("tag").notNull();
        public final PlainColumn<Everything, byte[]> PHOTO = binary("photo").notNull();
        public final JsonColumn<Everything, Json> PLAN = json("plan").notNull();
        public final PlainColumn<Everything, Money> DEPOSIT = column(
                        "deposit", SqlType.BIGINT.mapped(Money.class, Money::cents, Money::new))
                .notNull();

        private EveryType(TableName name) {
            super(name, Everything.class, EveryType::new);
        }
    }

    public record Lesson(
            long id,
            String room,
            LocalDate day,
            int places,
            @Nullable Instant cancelledAt) {}

    public static final class Lessons extends Table<Lesson> {
        public static final Lessons LESSON = new Lessons(TableName.of("lessons"));

        public final NumberColumn<Lesson, Long> ID = bigint("id").identity().primaryKey();
        public final TextColumn<Lesson, String> ROOM =
                varchar("room", 20).notNull().check(Rule.of("room", "a letter and a number", Lessons::isRoom));
        public final TemporalColumn<Lesson, LocalDate> DAY = date("day").notNull();
        public final NumberColumn<Lesson, Integer> PLACES =
                integer("places").notNull().defaultValue(12);
        public final TemporalColumn<Lesson, @Nullable Instant> CANCELLED_AT = instant("cancelled_at");

        public final TableCheck FEW = check("lessons_few_check", PLACES.le(30).or(ROOM.eq("A1")));
        public final Index<Lesson> BY_DAY = index("lessons_day_idx", DAY.desc(), ROOM.asc());
        public final Index<Lesson> ONE_A_DAY =
                index("lessons_room_day_idx", ROOM.asc(), DAY.asc()).unique().where(CANCELLED_AT.isNull());

        private Lessons(TableName name) {
            super(name, Lesson.class, Lessons::new);
        }

        private static boolean isRoom(String room) {
            return room.matches("[A-Z][0-9]+");
        }
    }

    public record Load(String title, long taken) {}

    public static final class Loads extends Table<Load> {
        public static final Loads LOAD = new Loads(TableName.of("loads"));

        public final TextColumn<Load, String> TITLE = varchar("title", 200).notNull();
        public final NumberColumn<Load, Long> TAKEN = bigint("taken").notNull();

        private Loads(TableName name) {
            super(name, Load.class, Loads::new);
        }
    }
}
