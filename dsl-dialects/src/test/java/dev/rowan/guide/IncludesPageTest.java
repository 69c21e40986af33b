package dev.rowan.guide;

import static dev.rowan.guide.School.Courses.COURSE;
import static dev.rowan.guide.School.Homeworks.HOMEWORK;
import static dev.rowan.guide.School.Seats.SEAT;
import static dev.rowan.guide.School.Students.STUDENT;
import static dev.rowan.guide.School.Syllabi.SYLLABUS;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.NotIncludedException;
import dev.rowan.execute.Database;
import dev.rowan.execute.StatementEvent;
import dev.rowan.guide.School.Course;
import dev.rowan.guide.School.Seat;
import dev.rowan.guide.School.Student;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.schema.IncludeStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first part of {@code docs/loading.md}, run on H2. */
final class IncludesPageTest {
    private final List<StatementEvent> sent = new ArrayList<>();
    private Database plain;
    private Database db;

    @BeforeEach
    void fill() {
        plain = Database.connect("jdbc:h2:mem:includes");
        LiveSchema.of(plain).create(STUDENT, COURSE, SYLLABUS, SEAT, HOMEWORK);
        Course logic = Course.of("Logic", null);
        Course proofs = Course.of("Proofs", logic.id());
        plain.execute(insertInto(COURSE).rows(List.of(logic, proofs)));
        List<Long> students = plain.insertAll(
                STUDENT,
                List.of(Student.of("Ada", "ada@example.org"), Student.of("Kurt", "kurt@example.org")),
                STUDENT.KEY);
        UUID[] courses = {logic.id(), proofs.id()};
        for (int i = 0; i < courses.length; i++) {
            plain.execute(insertInto(SEAT).row(Seat.of(students.get(0), courses[i], i + 1)));
        }
        db = plain.withListener(sent::add);
    }

    @AfterEach
    void close() {
        plain.close();
    }

    @Test
    void whatIsIncludedIsThere() {
        List<Student> students =
                db.fetch(select().from(STUDENT).orderBy(s -> s.NAME.asc()).include(s -> s.COURSES));
        List<String> titles =
                students.get(0).courses().stream().map(Course::title).toList();

        assertThat(titles).containsExactlyInAnyOrder("Logic", "Proofs");
        assertThat(students.get(1).courses()).isEmpty();
        assertThat(sent).hasSize(2);
    }

    @Test
    void whatIsNotIncludedSaysSo() {
        Student student =
                db.fetch(select().from(STUDENT).orderBy(s -> s.NAME.asc())).get(0);

        assertThatThrownBy(() -> student.courses().size())
                .isInstanceOf(NotIncludedException.class)
                .hasMessageContaining("courses");
        Student loaded = db.load(student, STUDENT.COURSES);

        assertThat(loaded.courses()).hasSize(2);
    }

    @Test
    void includesNestAreFilteredSortedAndCut() {
        List<Student> students = db.fetch(select().from(STUDENT)
                .orderBy(s -> s.NAME.asc())
                .include(s -> s.SEATS
                        .where(seat -> seat.GRADE.le(2))
                        .orderBy(seat -> seat.GRADE.asc())
                        .limit(1)
                        .include(seat -> seat.COURSE.include(course -> course.BEFORE))));

        assertThat(students).hasSize(2);
        assertThat(students.get(0).seats()).singleElement().satisfies(seat -> {
            assertThat(seat.course().get().title()).isEqualTo("Logic");
            assertThat(seat.course().get().before().optional()).isEmpty();
        });
    }

    @Test
    void parentsWithoutOneAreLeftOutIfThatIsAskedFor() {
        List<Student> seated = db.fetch(select().from(STUDENT).include(s -> s.SEATS.required()));

        assertThat(seated).extracting(Student::name).containsExactly("Ada");
    }

    @Test
    void strategyIsSaidWhereTheUsualOneDoesNotServe() {
        List<Student> students = db.fetch(select().from(STUDENT)
                .orderBy(s -> s.NAME.asc())
                .include(s -> s.COURSES.strategy(IncludeStrategy.JSON)));

        assertThat(students.get(0).courses()).hasSize(2);
        assertThat(sent).hasSize(1);
    }

    @Test
    void treeIsLoadedToItsEnd() {
        List<Course> roots =
                db.fetch(select().from(COURSE).where(c -> c.FOLLOWS.isNull()).include(c -> c.AFTER.recursive()));

        assertThat(roots.get(0).after().get(0).title()).isEqualTo("Proofs");
        assertThat(roots.get(0).after().get(0).after()).isEmpty();
    }
}
