package dev.rowan.guide;

import static dev.rowan.guide.School.Students.STUDENT;
import static dev.rowan.query.Sql.compile;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.execute.Database;
import dev.rowan.guide.School.Student;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.query.Compiled1;
import dev.rowan.type.SqlType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The compiled query of {@code docs/performance.md}, run on H2. */
final class CompiledPageTest {
    private static final Compiled1<String, Student> NAMED =
            compile(SqlType.varchar(100), name -> select().from(STUDENT).where(s -> s.NAME.eq(name)));

    @Test
    void compiledQueryRunsWithOneValueAndAnother() {
        try (Database db = Database.connect("jdbc:h2:mem:compiledpage")) {
            LiveSchema.of(db).create(STUDENT);
            db.execute(insertInto(STUDENT).row(Student.of("Ada", "ada@example.org")));

            List<Student> found = db.fetch(NAMED.with("Ada"));

            assertThat(found).hasSize(1);
            assertThat(db.fetch(NAMED.with("Kurt"))).isEmpty();
        }
    }
}
