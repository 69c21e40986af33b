package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Notes.insertRanks;
import static dev.rowan.expression.Functions.max;
import static dev.rowan.expression.Functions.notNull;
import static dev.rowan.expression.Functions.scalar;
import static dev.rowan.expression.Functions.upper;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.cte;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rowan.contract.Notes.Note;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.QueryException;
import dev.rowan.error.RowCountException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.execute.Limits;
import dev.rowan.execute.StatementEvent;
import dev.rowan.query.Returning;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.row.Many;
import dev.rowan.row.One;
import dev.rowan.row.Row2;
import dev.rowan.shop.Product;
import dev.rowan.shop.User;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What inserts, updates and deletes yield of the rows that they write. */
interface ReturningContract extends OpenDatabase {
    /** A record that no table has. */
    record View(long id, @Nullable String text) {}

    private void assumeTaken(Feature feature) {
        assumeTrue(db().dialect().support(feature) != Support.REFUSED); // FeatureContract tests the refusal
    }

    private List<Long> ids() {
        return db().fetch(select(NOTE.ID).from(NOTE).orderBy(NOTE.ID.asc()));
    }

    @Test
    default void insertReturnsGeneratedKeysAndDefaults() {
        Product tea = db().fetchOne(insertInto(PRODUCT)
                .set(PRODUCT.NAME, "Tea")
                .set(PRODUCT.PRICE_IN_CENTS, 450)
                .returning());
        List<Long> more = db().fetch(insertInto(PRODUCT)
                .row(new Product(0, "Cup", 900, 2))
                .row(new Product(0, "Pot", 1900, 1))
                .returning(PRODUCT.ID));

        assertThat(tea).isEqualTo(new Product(tea.id(), "Tea", 450, 0));
        assertThat(more).hasSize(2).doesNotHaveDuplicates().doesNotContain(tea.id());
        assertThat(db().fetch(select(PRODUCT.ID).from(PRODUCT)))
                .containsAll(more)
                .hasSize(3);
    }

    @Test
    default void recordWithAssociationsIsReturnedWithoutThem() {
        User ann = new User(0, "Ann", "a", true, null, Many.unloaded(), One.unloaded());

        User inserted = db().fetchOne(insertInto(USER).row(ann).returning());

        assertThat(inserted.name()).isEqualTo("Ann");
        assertThat(db().find(USER.KEY, inserted.id())).contains(inserted);
    }

    @Test
    default void updateReturnsRowsAsTheyAreAfterwards() {
        insertRanks(db(), 1, null, 3);

        List<Row2<Long, @Nullable Integer>> updated = db().fetch(update(NOTE)
                .set(NOTE.RANK, NOTE.RANK.times(10))
                .where(NOTE.ID.ge(2))
                .returning(NOTE.ID, NOTE.RANK));

        assertThat(updated).containsExactlyInAnyOrder(new Row2<>(2L, null), new Row2<>(3L, 30));
    }

    @Test
    default void deleteReturnsRowsAsTheyWere() {
        db().execute(insertInto(NOTE).row(new Note(1, "it's", 1)).row(new Note(2, null, null)));

        assertThat(db().fetch(deleteFrom(NOTE).everyRow().returning()))
                .containsExactlyInAnyOrder(new Note(1, "it's", 1), new Note(2, null, null));
        assertThat(db().fetchOptional(deleteFrom(NOTE).everyRow().returning())).isEmpty();
    }

    @Test
    default void expressionsAndRecordsOfOnesOwnAreReturned() {
        db().execute(insertInto(NOTE).row(new Note(1, "a", 1)).row(new Note(2, "b", 2)));

        assertThat(db().fetch(deleteFrom(NOTE)
                        .where(NOTE.ID.eq(1))
                        .returning(select(NOTE.ID, NOTE.TEXT).as(View::new))))
                .containsExactly(new View(1, "a"));
        assertThat(db().fetch(deleteFrom(NOTE)
                        .where(NOTE.RANK.eq(2))
                        .returning(select(NOTE.RANK.plus(NOTE.RANK).as("more"), upper(NOTE.TEXT)))))
                .containsExactly(new Row2<>(4, "B"));
    }

    @Test
    default void valuesAreReturnedOrRefused() {
        insertRanks(db(), 2);
        List<StatementEvent> sent = new ArrayList<>();

        try {
            assertThat(recording(sent)
                            .fetch(deleteFrom(NOTE).everyRow().returning(select(NOTE.RANK.plus(40), value("x")))))
                    .containsExactly(new Row2<>(42, "x"));
        } catch (UnsupportedFeatureException refusal) {
            assertThat(sent).isEmpty();
        }
    }

    @Test
    default void manyRowsAreReturnedToTheEnd() {
        List<Note> notes = IntStream.rangeClosed(1, 1_000)
                .mapToObj(i -> new Note(i, "n" + i, i))
                .toList();

        assertThat(db().fetch(insertInto(NOTE).rows(notes).returning())).containsExactlyInAnyOrderElementsOf(notes);
        assertThat(ids()).hasSize(1_000);
    }

    @Test
    default void moreRowsThanAskedForUndoTheWrite() {
        insertRanks(db(), 1, 2, 3);
        Returning<Long> all = deleteFrom(NOTE).everyRow().returning(NOTE.ID);

        assertThatThrownBy(() -> db().fetchOne(all)).isInstanceOf(RowCountException.class);
        assertThatThrownBy(() -> db().fetchOptional(all)).isInstanceOf(RowCountException.class);
        assertThatThrownBy(() -> db().limits(Limits.rows(2)).fetch(all)).isInstanceOf(RowCountException.class);
        assertThat(ids()).containsExactly(1L, 2L, 3L);
        assertThat(db().fetch(all)).hasSize(3);
        assertThat(ids()).isEmpty();
    }

    @Test
    default void writeIsThatOfItsTransaction() {
        Returning<Long> insert = insertInto(NOTE).row(new Note(1, null, null)).returning(NOTE.ID);

        assertThatThrownBy(() -> db().transaction(tx -> {
                    assertThat(tx.fetch(insert)).containsExactly(1L);
                    assertThat(tx.fetchOne(select(NOTE.ID).from(NOTE))).isEqualTo(1);
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(ids()).isEmpty();
        assertThat(db().<Long, RuntimeException>transaction(tx -> tx.fetchOne(insert)))
                .isEqualTo(1);
        assertThat(ids()).containsExactly(1L);
    }

    @Test
    default void violationIsAnErrorAndLeavesTheConnectionUsable() {
        Returning<Long> insert = insertInto(NOTE).row(new Note(1, null, null)).returning(NOTE.ID);
        db().fetch(insert);

        assertThatThrownBy(() -> db().fetch(insert))
                .isInstanceOfSatisfying(
                        QueryException.class,
                        e -> assertThat(e.kind()).isEqualTo(QueryException.Kind.UNIQUE_VIOLATION));
        assertThat(ids()).containsExactly(1L);
    }

    @Test
    default void readOfTheWrittenTableIsReturnedToo() {
        insertRanks(db(), 1, 2, 2);
        Notes other = alias(NOTE, "other");

        assertThat(db().fetch(deleteFrom(NOTE)
                        .where(NOTE.RANK.in(select(max(other.RANK)).from(other)))
                        .returning(NOTE.ID)))
                .containsExactlyInAnyOrder(2L, 3L);
    }

    @Test
    default void columnOfAnotherTableOrASubqueryIsRefusedBeforeAnythingIsSent() {
        List<StatementEvent> sent = new ArrayList<>();
        var delete = deleteFrom(NOTE).everyRow();

        for (Returning<?> wrong : List.of(
                delete.returning(select(NOTE.ID, PRODUCT.ID)),
                delete.returning(select(scalar(select(PRODUCT.ID).from(PRODUCT)))))) {
            assertThatThrownBy(() -> recording(sent).fetch(wrong)).isInstanceOf(InvalidQueryException.class);
        }
        assertThat(sent).isEmpty();
    }

    @Test
    default void generatedKeysAreThoseOfTheirRows() {
        List<Product> products = IntStream.range(0, 20)
                .mapToObj(i -> new Product(0, "p" + (97 * i) % 20, i, 0))
                .toList();

        List<Product> inserted = db().fetch(insertInto(PRODUCT).rows(products).returning());

        assertThat(inserted)
                .extracting(Product::name)
                .containsExactlyInAnyOrderElementsOf(
                        products.stream().map(Product::name).toList());
        assertThat(db().fetch(select().from(PRODUCT))).containsExactlyInAnyOrderElementsOf(inserted);
    }

    @Test
    default void keyThatIsSetIsThatOfTheRow() {
        Product tea = db().fetchOne(insertInto(PRODUCT)
                .row(new Product(0, "Tea", 450, 1))
                .set(PRODUCT.ID, 77)
                .returning());

        assertThat(tea.id()).isEqualTo(77);
    }

    @Test
    default void updateThatChangesWhatItsConditionAsksForReturnsItsRows() {
        insertRanks(db(), 1, 2, 2);
        var update = update(NOTE).set(NOTE.RANK, 9).where(NOTE.RANK.eq(2));

        assertThat(db().fetch(update.returning(NOTE.ID, NOTE.RANK)))
                .containsExactlyInAnyOrder(new Row2<>(2L, 9), new Row2<>(3L, 9));
        assertThat(db().fetch(update.returning())).isEmpty();
    }

    @Test
    default void manyRowsAreUpdatedAndDeletedToTheEnd() {
        db().execute(insertInto(NOTE)
                .rows(IntStream.rangeClosed(1, 1_200)
                        .mapToObj(i -> new Note(i, null, i))
                        .toList()));

        assertThat(db().fetch(update(NOTE)
                        .set(NOTE.RANK, NOTE.RANK.plus(1))
                        .everyRow()
                        .returning(NOTE.RANK)))
                .hasSize(1_200)
                .doesNotHaveDuplicates()
                .contains(2, 1_201);
        assertThat(db().fetch(deleteFrom(NOTE).where(NOTE.ID.gt(100)).returning()))
                .hasSize(1_100);
        assertThat(ids()).hasSize(100);
    }

    @Test
    default void writeWithoutKeysToGoByIsRefusedWhereRowsAreFoundByKeys() {
        insertRanks(db(), 1);
        List<StatementEvent> sent = new ArrayList<>();

        for (Returning<Long> write : List.of(
                update(NOTE).set(NOTE.ID, 7).where(NOTE.ID.eq(1)).returning(NOTE.ID),
                insertInto(NOTE).set(NOTE.ID, value(4L).plus(3)).returning(NOTE.ID))) {
            try {
                assertThat(db().fetch(write)).containsExactly(7L);
                db().execute(deleteFrom(NOTE).where(NOTE.ID.eq(7)));
            } catch (UnsupportedFeatureException refusal) {
                if (db().dialect().support(Feature.RETURNING_OF_UPDATE) == Support.REFUSED) {
                    throw refusal;
                }
                assertThat(db().dialect().returnsRows(write.write())).isFalse();
                assertThatThrownBy(() -> recording(sent).fetch(write)).hasMessageContaining("primary key");
            }
        }
        assertThat(sent).isEmpty();
    }

    @Test
    default void severalStatementsAreExplainedAndNotRendered() {
        Returning<Long> update =
                update(NOTE).set(NOTE.RANK, 1).where(NOTE.ID.eq(1)).returning(NOTE.ID);

        if (db().dialect().returnsRows(update.write())) {
            assertThat(db().render(update).text()).contains("update");
        } else {
            assertThatThrownBy(() -> db().render(update)).isInstanceOf(UnsupportedFeatureException.class);
            assertThat(db().explain(update)).contains("selected for update");
        }
        assertThatThrownBy(() -> db().stream(update)).isInstanceOf(InvalidQueryException.class);
    }

    @Test
    default void deletedRowsAreInsertedElsewhereInOneStatement() {
        assumeTaken(Feature.WRITE_IN_COMMON_TABLE);
        db().execute(insertInto(NOTE).row(new Note(1, "Tea", 450)).row(new Note(2, "Cup", 900)));
        var moved = cte(deleteFrom(NOTE).where(NOTE.RANK.gt(500)).returning(), "moved");

        List<String> names = db().fetch(insertInto(PRODUCT)
                .columns(PRODUCT.NAME, PRODUCT.PRICE_IN_CENTS)
                .select(select(notNull(moved.get(NOTE.TEXT)), notNull(moved.get(NOTE.RANK)))
                        .from(moved))
                .returning(PRODUCT.NAME));

        assertThat(names).containsExactly("Cup");
        assertThat(ids()).containsExactly(1L);
        assertThat(db().fetch(select(PRODUCT.PRICE_IN_CENTS).from(PRODUCT))).containsExactly(900);
    }

    @Test
    default void commonTableThatWritesIsUndoneWithItsRows() {
        assumeTaken(Feature.WRITE_IN_COMMON_TABLE);
        insertRanks(db(), 1, 2);
        var deleted = cte(deleteFrom(NOTE).everyRow().returning(NOTE.ID), "deleted");

        assertThatThrownBy(() -> db().fetchOne(select().from(deleted))).isInstanceOf(RowCountException.class);
        assertThat(ids()).containsExactly(1L, 2L);
    }
}
