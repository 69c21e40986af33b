package dev.rowan.guide.hsqldb;

import static dev.rowan.guide.FiveMinutesTest.Books.BOOK;
import static dev.rowan.guide.FiveMinutesTest.Writers.WRITER;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rowan.error.ConstraintViolationException;
import dev.rowan.error.QueryException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.execute.Database;
import dev.rowan.query.Sql;
import org.junit.jupiter.api.Test;

/** What a user sees of a dialect: it is found by its URL, tells errors by their kind, and refuses by name. */
final class HsqldbErrorsTest {
    @Test
    void dialectIsFoundTellsErrorsAndRefuses() {
        try (Database db = Database.connect("jdbc:hsqldb:mem:errors")) {
            db.execute(Sql.createTable(WRITER));
            db.execute(Sql.createTable(BOOK));
            db.execute(insertInto(WRITER).set(WRITER.NAME, "Jane Austen"));

            ConstraintViolationException pointless = catchThrowableOfType(
                    ConstraintViolationException.class,
                    () -> db.execute(insertInto(BOOK).set(BOOK.WRITER_ID, 4711).set(BOOK.TITLE, "Emma")));

            assertThat(db.dialect()).isInstanceOf(HsqldbDialect.class);
            assertThat(pointless.kind()).isEqualTo(QueryException.Kind.FOREIGN_KEY_VIOLATION);
            assertThat(pointless.constraint()).contains("books_writer_id_fkey");
            assertThatThrownBy(() -> db.fetch(select().from(WRITER).forUpdate()))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("HSQLDB 2.7 has no for update;");
        }
    }
}
