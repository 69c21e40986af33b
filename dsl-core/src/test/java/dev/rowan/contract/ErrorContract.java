package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Notes.insertRanks;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rowan.error.DecodeException;
import dev.rowan.error.QueryException;
import dev.rowan.error.QueryException.Kind;
import dev.rowan.execute.StatementEvent;
import dev.rowan.query.SqlCommand;
import dev.rowan.schema.EnumColumn;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What went wrong is called the same on every database, and never shows a bound value. */
interface ErrorContract extends OpenDatabase {
    String SECRET = "s3cret@example.org";

    private QueryException failure(SqlCommand command) {
        List<StatementEvent> sent = new ArrayList<>();
        QueryException failure =
                catchThrowableOfType(QueryException.class, () -> recording(sent).execute(command));

        assertThat(failure).isNotNull();
        assertThat(failure.getMessage()).doesNotContain("s3cret").doesNotContain("4242");
        assertThat(failure.toString()).doesNotContain("s3cret").doesNotContain("4242");
        assertThat(failure.getCause()).isInstanceOf(SQLException.class);
        assertThat(failure.sql()).isEqualTo(db().dialect().render(command).text());
        assertThat(failure.sqlState()).isEqualTo(((SQLException) failure.getCause()).getSQLState());
        assertThat(failure.sqlState())
                .satisfiesAnyOf(
                        none -> assertThat(none).isNull(),
                        state -> assertThat(state).hasSize(5));
        assertThat(sent).extracting(StatementEvent::failure).containsExactly(failure);
        return failure;
    }

    @Test
    default void secondRowOfAUniqueValueIsAUniqueViolation() {
        var insert = insertInto(USER).set(USER.NAME, "Ann").set(USER.EMAIL, SECRET);
        db().execute(insert);

        assertThat(failure(insert).kind()).isEqualTo(Kind.UNIQUE_VIOLATION);
    }

    @Test
    default void secondRowOfAPrimaryKeyIsAUniqueViolation() {
        var insert = insertInto(NOTE).set(NOTE.ID, 4242);
        db().execute(insert);

        assertThat(failure(insert).kind()).isEqualTo(Kind.UNIQUE_VIOLATION);
    }

    @Test
    default void keyThatPointsNowhereIsAForeignKeyViolation() {
        var insert = insertInto(ORDER).set(ORDER.USER_ID, 4242).set(ORDER.TOTAL_IN_CENTS, 0);

        assertThat(failure(insert).kind()).isEqualTo(Kind.FOREIGN_KEY_VIOLATION);
    }

    @Test
    default void deleteOfARowThatIsPointedAtIsAForeignKeyViolation() {
        ShopData.fill(db());

        assertThat(failure(deleteFrom(ORDER).where(ORDER.ID.eq(7))).kind()).isEqualTo(Kind.FOREIGN_KEY_VIOLATION);
        assertThat(failure(update(LINE_ITEM).set(LINE_ITEM.ORDER_ID, 4242).everyRow())
                        .kind())
                .isEqualTo(Kind.FOREIGN_KEY_VIOLATION);
    }

    @Test
    default void missingValueIsANotNullViolation() {
        var insert = insertInto(USER).set(USER.EMAIL, SECRET).withoutRules();

        assertThat(failure(insert).kind()).isEqualTo(Kind.NOT_NULL_VIOLATION);
    }

    @Test
    default void textThatIsTooLongIsAnInvalidValue() {
        var insert = insertInto(NOTE)
                .set(NOTE.ID, 1)
                .set(NOTE.TEXT, SECRET.repeat(20))
                .withoutRules();

        assertThat(failure(insert).kind()).isEqualTo(Kind.INVALID_VALUE);
        assertThat(db().fetch(select().from(NOTE))).isEmpty();
    }

    @Test
    default void numberThatOverflowsIsAnInvalidValue() {
        insertRanks(db(), Integer.MAX_VALUE);

        assertThat(failure(update(NOTE).set(NOTE.RANK, NOTE.RANK.plus(1)).everyRow())
                        .kind())
                .isEqualTo(Kind.INVALID_VALUE);
    }

    @Test
    default void unknownTableIsInvalidSql() {
        NameContract.Named missing = new NameContract.Named(TableName.of("missing"), "text");

        assertThat(failure(deleteFrom(missing).where(missing.text.eq(SECRET))).kind())
                .isEqualTo(Kind.INVALID_SQL);
        assertThatThrownBy(() -> db().fetch(select(missing.id).from(missing)))
                .isInstanceOfSatisfying(
                        QueryException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.INVALID_SQL))
                .satisfies(failure -> requireReason(failure, "names a table or view that is not there"));
    }

    /** Where the server has a SQLSTATE for it, the message says so too. */
    private static void requireReason(Throwable failure, String reason) {
        if (((QueryException) failure).sqlState() != null) {
            assertThat(failure).hasMessageContaining(reason);
        }
    }

    @Test
    default void unknownColumnIsInvalidSql() {
        NameContract.Named wrong = new NameContract.Named(TableName.of("notes"), "wrong");

        QueryException failure = failure(update(wrong).set(wrong.text, SECRET).everyRow());
        assertThat(failure.kind()).isEqualTo(Kind.INVALID_SQL);
        requireReason(failure, "names a column that is not there");
    }

    @Test
    default void tableThatIsThereAlreadyIsInvalidSql() {
        QueryException failure = failure(createTable(NOTE));
        assertThat(failure.kind()).isEqualTo(Kind.INVALID_SQL);
        requireReason(failure, "makes what is there already");
    }

    @Test
    default void nullWhereTheDeclarationSaysNotNullIsADecodeException() {
        insertRanks(db(), (Integer) null);
        StrictNotes strict = new StrictNotes(TableName.of("notes"));

        assertThatThrownBy(() -> db().fetch(select(strict.RANK).from(strict)))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("rank");
        assertThatThrownBy(() -> db().fetch(select().from(strict)))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("rank");
    }

    @Test
    default void textThatIsNoConstantIsADecodeException() {
        Notes.insertTexts(db(), "GREEN");
        Colours colours = new Colours(TableName.of("notes"));

        assertThatThrownBy(() -> db().fetch(select().from(colours)))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("text")
                .hasMessageContaining("Colour");
    }

    /** The notes under a declaration that promises too much. */
    final class StrictNotes extends Table<StrictNotes.StrictNote> {
        final NumberColumn<StrictNote, Integer> RANK = integer("rank").notNull();

        StrictNotes(TableName name) {
            super(name, StrictNote.class, StrictNotes::new);
        }

        record StrictNote(int rank) {}
    }

    /** The notes under a declaration that knows fewer texts. */
    final class Colours extends Table<Colours.ColourNote> {
        final EnumColumn<ColourNote, Colour> TEXT =
                enumeration("text", Colour.class).notNull();

        Colours(TableName name) {
            super(name, ColourNote.class, Colours::new);
        }

        enum Colour {
            RED
        }

        record ColourNote(Colour text) {}
    }
}
