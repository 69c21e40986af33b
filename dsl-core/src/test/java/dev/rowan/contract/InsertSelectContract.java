package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Notes.insertRanks;
import static dev.rowan.contract.Samples.SAMPLE;
import static dev.rowan.expression.Functions.max;
import static dev.rowan.expression.Functions.notNull;
import static dev.rowan.expression.Functions.scalar;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.cte;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.recursive;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.Products.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.Notes.Note;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.execute.StatementEvent;
import dev.rowan.query.Select;
import dev.rowan.query.SqlCommand;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.shop.Product;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Inserts of what a query finds, and common table expressions in statements that write. */
interface InsertSelectContract extends OpenDatabase {
    Notes OTHER_NOTE = alias(NOTE, "other");

    private List<Note> notes() {
        return db().fetch(select().from(NOTE).orderBy(NOTE.ID.asc()));
    }

    @Test
    default void rowsOfAQueryAreInserted() {
        db().execute(insertInto(PRODUCT).row(new Product(0, "Tea", 450, 7)).row(new Product(0, "it's ?", 900, 8)));

        long inserted = db().execute(insertInto(NOTE)
                .columns(NOTE.ID, NOTE.TEXT, NOTE.RANK)
                .select(select(PRODUCT.STOCK.cast(SqlType.BIGINT), PRODUCT.NAME, PRODUCT.PRICE_IN_CENTS)
                        .from(PRODUCT)
                        .where(PRODUCT.STOCK.gt(6))));

        assertThat(inserted).isEqualTo(2);
        assertThat(notes()).containsExactly(new Note(7, "Tea", 450), new Note(8, "it's ?", 900));
    }

    @Test
    default void oneColumnOrAnyNumberIsInserted() {
        db().execute(insertInto(NOTE).columns(NOTE.ID).select(select(value(1L))));
        db().execute(insertInto(NOTE)
                .columns(List.of(NOTE.ID, NOTE.TEXT))
                .select(select(value(2L), value("b")).unionAll(select(value(3L), value("c")))));

        assertThat(notes()).containsExactly(new Note(1, null, null), new Note(2, "b", null), new Note(3, "c", null));
    }

    @Test
    default void limitAndOrderDecideWhatIsInserted() {
        insertRanks(db(), 5, 9, 7);

        db().execute(insertInto(NOTE)
                .columns(NOTE.ID, NOTE.RANK)
                .select(select(OTHER_NOTE.ID.plus(10), OTHER_NOTE.RANK)
                        .from(OTHER_NOTE)
                        .orderBy(OTHER_NOTE.RANK.desc())
                        .limit(2)));

        assertThat(notes()).extracting(Note::id).containsExactly(1L, 2L, 3L, 12L, 13L);
    }

    @Test
    default void insertReadsTheTableThatItWritesAsItWas() {
        insertRanks(db(), 1, 2, null);

        db().execute(insertInto(NOTE)
                .columns(NOTE.ID, NOTE.RANK)
                .select(select(
                                NOTE.ID.plus(10),
                                scalar(select(max(OTHER_NOTE.ID.cast(SqlType.INTEGER)))
                                        .from(OTHER_NOTE)))
                        .from(NOTE)
                        .where(NOTE.ID.in(select(OTHER_NOTE.ID).from(OTHER_NOTE)))));
        db().execute(insertInto(NOTE)
                .set(NOTE.ID, notNull(scalar(select(max(OTHER_NOTE.ID).plus(1)).from(OTHER_NOTE)))));

        assertThat(notes()).extracting(Note::id).containsExactly(1L, 2L, 3L, 11L, 12L, 13L, 14L);
        assertThat(notes()).extracting(Note::rank).containsExactly(1, 2, null, 3, 3, 3, null);
    }

    @Test
    default void insertTakesRowsOfACommonTable() {
        insertRanks(db(), 1, 2, 3);
        var high = cte(select(NOTE.ID, NOTE.RANK).from(NOTE).where(NOTE.RANK.gt(1)), "high");

        db().execute(insertInto(NOTE)
                .columns(NOTE.RANK, NOTE.ID)
                .select(select(high.get(NOTE.RANK).plus(5), high.get(NOTE.ID).plus(10))
                        .from(high)
                        .where(high.get(NOTE.RANK).lt(3))));

        assertThat(notes()).contains(new Note(12, null, 7)).hasSize(4);
    }

    @Test
    default void insertTakesRowsOfARecursion() {
        var id = value(1L).as("id");
        var numbers = recursive(
                select(id),
                "numbers",
                known -> select(known.get(id).plus(1).as("id"))
                        .from(known)
                        .where(known.get(id).lt(4)));

        db().execute(insertInto(NOTE)
                .columns(NOTE.ID)
                .select(select(numbers.get(id)).from(numbers)));

        assertThat(notes()).extracting(Note::id).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    default void insertFromACommonTableReturnsItsRows() {
        insertRanks(db(), 1, 2);
        List<StatementEvent> sent = new ArrayList<>();
        var all = cte(select(NOTE.ID).from(NOTE).where(NOTE.RANK.eq(2)), "all_notes");

        try {
            assertThat(recording(sent)
                            .fetch(insertInto(NOTE)
                                    .columns(NOTE.ID)
                                    .select(select(all.get(NOTE.ID).plus(10)).from(all))
                                    .returning(select(NOTE.ID.plus(NOTE.ID)))))
                    .containsExactly(24L);
        } catch (UnsupportedFeatureException refusal) { // whose keys nobody knows, where rows are found by keys
            assertThat(sent).isEmpty();
        }
    }

    @Test
    default void decimalsKeepTheDigitsOfTheirColumn() {
        BigDecimal price = new BigDecimal("9.5");
        db().execute(insertInto(SAMPLE).set(SAMPLE.ID, 1).set(SAMPLE.DECIMAL, price));
        var other = alias(SAMPLE, "other");

        db().execute(insertInto(SAMPLE)
                .columns(SAMPLE.ID, SAMPLE.DECIMAL)
                .select(select(other.ID.plus(1), other.DECIMAL).from(other)));
        db().execute(insertInto(SAMPLE)
                .columns(SAMPLE.ID, SAMPLE.DECIMAL)
                .select(select(other.ID.plus(2), other.DECIMAL.times(value(new BigDecimal("2"))))
                        .from(other)
                        .where(other.ID.eq(1))
                        .unionAll(select(value(4L), value(new BigDecimal("19"))))));

        assertThat(db().fetch(select(SAMPLE.ID).from(SAMPLE).where(SAMPLE.DECIMAL.eq(price))))
                .hasSize(2);
        assertThat(db().fetch(select(SAMPLE.ID).from(SAMPLE).where(SAMPLE.DECIMAL.eq(new BigDecimal("19")))))
                .containsExactlyInAnyOrder(3L, 4L);
    }

    @Test
    default void wrongWidthTypeOrNullIsRefusedWhenItIsBuilt() {
        var two = insertInto(NOTE).columns(List.of(NOTE.ID, NOTE.TEXT));

        assertThatThrownBy(() -> two.select(select(NOTE.ID).from(NOTE)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("2 columns");
        assertThatThrownBy(() -> two.select(select(NOTE.ID, NOTE.RANK).from(NOTE)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("notes.text");
        assertThatThrownBy(() -> insertInto(PRODUCT)
                        .columns(PRODUCT.STOCK)
                        .select(select(NOTE.RANK).from(NOTE)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("never NULL");
        assertThatThrownBy(() -> insertInto(NOTE).columns(List.of(NOTE.ID, NOTE.ID)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> insertInto(NOTE).row(new Note(1, null, null)).columns(NOTE.ID))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void commonTableOfTheWrittenTableIsReadAsItWas() {
        insertRanks(db(), 1, 2, 3);
        var ranks = cte(select(NOTE.RANK).from(NOTE), "ranks");
        Select<Integer, ?> taken = select(ranks.get(NOTE.RANK))
                .from(ranks)
                .where(ranks.get(NOTE.RANK).eq(3));

        takenOrRefused(update(NOTE)
                .set(NOTE.RANK, 3)
                .where(NOTE.RANK.eq(1).or(NOTE.RANK.plus(1).in(taken))));

        if (db().dialect().support(Feature.COMMON_TABLE_IN_WRITE) != Support.REFUSED) {
            assertThat(notes()).extracting(Note::rank).containsExactly(3, 3, 3);
        }

        takenOrRefused(deleteFrom(NOTE).where(NOTE.ID.lt(3).and(NOTE.RANK.in(taken))));

        if (db().dialect().support(Feature.COMMON_TABLE_IN_WRITE) != Support.REFUSED) {
            assertThat(notes()).extracting(Note::id).containsExactly(3L);
        }
    }

    @Test
    default void commonTableOfTheWrittenTableIsSetAsItWasOrRefused() {
        insertRanks(db(), 1, 2, 3);
        var ranks = cte(select(NOTE.RANK).from(NOTE), "ranks");

        boolean set = takenOrRefused(update(NOTE)
                .set(NOTE.RANK, scalar(select(max(ranks.get(NOTE.RANK))).from(ranks)))
                .everyRow());

        assertThat(notes()).extracting(Note::rank).isEqualTo(set ? List.of(3, 3, 3) : List.of(1, 2, 3));
    }

    private boolean takenOrRefused(SqlCommand command) {
        List<StatementEvent> sent = new ArrayList<>();
        try {
            recording(sent).execute(command);
            return true;
        } catch (UnsupportedFeatureException refusal) {
            assertThat(sent).isEmpty();
            return false;
        }
    }
}
