package dev.rowan.guide;

import static dev.rowan.guide.FiveMinutesTest.Books.BOOK;
import static dev.rowan.guide.FiveMinutesTest.Writers.WRITER;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.execute.Database;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.row.Many;
import dev.rowan.row.One;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PrimaryKey;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.ToOne;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code docs/five-minutes.md}, run on H2. */
public final class FiveMinutesTest {
    public record Writer(long id, String name, @Nullable Integer born, Many<Book> books) {}

    public record Book(long id, long writerId, String title, int copies, One<Writer> writer) {}

    public static final class Writers extends Table<Writer> {
        public static final Writers WRITER = new Writers(TableName.of("writers"));

        public final NumberColumn<Writer, Long> ID = bigint("id").identity().primaryKey();
        public final TextColumn<Writer, String> NAME = varchar("name", 100).notNull();
        public final NumberColumn<Writer, @Nullable Integer> BORN = integer("born");

        public final PrimaryKey<Writer, Long> KEY = primaryKey(ID);
        public final ToMany<Writer, Book, Books> BOOKS = hasMany("books", () -> BOOK, book -> book.WRITER_ID);

        private Writers(TableName name) {
            super(name, Writer.class, Writers::new);
        }
    }

    public static final class Books extends Table<Book> {
        public static final Books BOOK = new Books(TableName.of("books"));

        public final NumberColumn<Book, Long> ID = bigint("id").identity().primaryKey();
        public final NumberColumn<Book, Long> WRITER_ID =
                bigint("writer_id").notNull().references(() -> WRITER.ID);
        public final TextColumn<Book, String> TITLE = varchar("title", 200).notNull();
        public final NumberColumn<Book, Integer> COPIES =
                integer("copies").notNull().defaultValue(0);

        public final PrimaryKey<Book, Long> KEY = primaryKey(ID);
        public final ToOne<Book, Writer, Writers> OF_WRITER = belongsTo("writer", WRITER_ID, () -> WRITER);

        private Books(TableName name) {
            super(name, Book.class, Books::new);
        }
    }

    public record Shelf(String title, String name) {}

    @Test
    void fiveMinutesAreEnough() {
        try (Database db = Database.connect("jdbc:h2:mem:books")) {
            LiveSchema.of(db).createMissing(WRITER, BOOK);

            long jane = db.fetchOne(insertInto(WRITER)
                    .set(WRITER.NAME, "Jane Austen")
                    .set(WRITER.BORN, 1775)
                    .returning(WRITER.ID));
            db.insertAll(
                    BOOK,
                    List.of(
                            new Book(0, jane, "Emma", 3, One.unloaded()),
                            new Book(0, jane, "Persuasion", 0, One.unloaded())));

            List<Book> books = db.fetch(select().from(BOOK)
                    .where(b -> b.COPIES.gt(0).and(b.TITLE.startsWith("E")))
                    .orderBy(b -> b.TITLE.asc()));

            List<Shelf> shelf = db.fetch(select(BOOK.TITLE, WRITER.NAME)
                    .as(Shelf.class)
                    .from(BOOK)
                    .join(WRITER)
                    .on(BOOK.WRITER_ID.eq(WRITER.ID)));

            List<Writer> writers = db.fetch(select().from(WRITER).include(w -> w.BOOKS.where(b -> b.COPIES.gt(0))));

            boolean lent = db.transaction(tx -> {
                long rows = tx.execute(update(BOOK)
                        .set(BOOK.COPIES, BOOK.COPIES.minus(1))
                        .where(b -> b.ID.eq(1).and(b.COPIES.ge(1))));
                return rows == 1;
            });

            assertThat(books)
                    .singleElement()
                    .satisfies(book -> assertThat(book.title()).isEqualTo("Emma"));
            assertThat(shelf).hasSize(2);
            assertThat(writers.get(0).books()).hasSize(1);
            assertThat(lent).isTrue();
        }
    }

    @Test
    void pageTellsWhereTheNamesAre() throws IOException, ClassNotFoundException {
        String page = Files.readString(Path.of("../docs/five-minutes.md"));
        String table = page.substring(page.indexOf("<!-- imports -->"), page.indexOf("<!-- end -->"));
        int named = 0;
        for (String row : table.lines().filter(line -> line.startsWith("| `")).toList()) {
            String[] cells = row.replaceAll("[`| ]+", " ").strip().split(" (?=[a-z.]+$)", -1);
            for (String name : cells[0].split(", ", -1)) {
                named++;
                Class.forName(cells[1] + "." + name.strip().replace('.', '$'));
            }
        }
        assertThat(named).isGreaterThan(100);
    }
}
