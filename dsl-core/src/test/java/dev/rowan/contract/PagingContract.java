package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Samples.SAMPLE;
import static dev.rowan.expression.Functions.coalesce;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.query.Sql.derived;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rowan.contract.Notes.Note;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.execute.Database;
import dev.rowan.execute.Page;
import dev.rowan.execute.Paged;
import dev.rowan.execute.Slice;
import dev.rowan.execute.Sliced;
import dev.rowan.execute.StatementCounter;
import dev.rowan.expression.Expression;
import dev.rowan.expression.SortKey;
import dev.rowan.query.RowQuery;
import dev.rowan.query.Select;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.schema.Column;
import dev.rowan.shop.Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Parts of a result: counted, by number, and by place; together they are the whole. */
interface PagingContract extends OpenDatabase {
    private void insertNotes(int howMany) {
        Random random = new Random(7);
        List<Note> notes = new ArrayList<>();
        for (int i = 1; i <= howMany; i++) {
            String text = random.nextInt(10) < 3 ? null : HARD.get(random.nextInt(HARD.size()));
            Integer rank = random.nextInt(10) < 3 ? null : Integer.valueOf(random.nextInt(5) - 2);
            notes.add(new Note(i, text, rank));
        }
        Collections.shuffle(notes, random);
        db().execute(insertInto(NOTE).rows(notes));
    }

    /** Texts with whatever might separate keys from each other, and letters beyond the first plane. */
    List<String> HARD = List.of("a", "b", "a,b", "a|b", "\uD83D\uDE00", "'", "\\", "=&?%+/", "\n", "z\u00e9");

    private <R> List<R> forwards(Select<R, ?> query, int size) {
        List<R> rows = new ArrayList<>();
        for (Optional<Slice> slice = Optional.of(Slice.first(size)); slice.isPresent(); ) {
            Sliced<R> part = db().slice(query, Slice.of(size, slice.get().cursor()));
            assertThat(part.rows()).hasSizeLessThanOrEqualTo(size);
            rows.addAll(part.rows());
            slice = part.next();
        }
        return rows;
    }

    private <R> List<R> backwards(Select<R, ?> query, int size) {
        List<R> rows = new ArrayList<>();
        for (Optional<Slice> slice = Optional.of(Slice.last(size)); slice.isPresent(); ) {
            Sliced<R> part = db().slice(query, Slice.of(size, slice.get().cursor()));
            rows.addAll(0, part.rows());
            slice = part.previous();
        }
        return rows;
    }

    private void assertSlicesAreTheWhole(Select<?, ?> query) {
        List<?> whole = db().fetch(query.inDefiniteOrder());

        assertThat(forwards(query, 7)).as(query.sortKeys().toString()).isEqualTo(whole);
        assertThat(backwards(query, 7)).as(query.sortKeys().toString()).isEqualTo(whole);
    }

    @Test
    default void countIsTheNumberOfRowsThatAreFetched() {
        insertNotes(40);
        var ids = select(NOTE.ID).from(NOTE);
        var byRank = select(NOTE.RANK, count().as("notes")).from(NOTE).groupBy(NOTE.RANK);
        var pairs = alias();
        List<RowQuery<?>> queries = List.of(
                select().from(NOTE).where(NOTE.RANK.gt(0)).orderBy(NOTE.TEXT.asc()),
                ids.where(NOTE.ID.lt(0)),
                ids.limit(7),
                ids.orderBy(NOTE.ID.asc()).limit(10).offset(35),
                ids.limit(0),
                select(NOTE.RANK).from(NOTE).distinct(),
                select(NOTE.RANK, NOTE.TEXT).from(NOTE).distinct().orderBy(NOTE.RANK.asc()),
                byRank,
                byRank.having(count().gt(5)).orderBy(count().desc()),
                select(count()).from(NOTE).where(NOTE.ID.lt(0)),
                select(NOTE.ID.plus(1)).from(NOTE),
                select(NOTE.ID, pairs.ID).from(NOTE).join(pairs).on(NOTE.RANK.eq(pairs.RANK)),
                select(NOTE.ID)
                        .from(NOTE)
                        .leftJoin(pairs)
                        .on(NOTE.RANK.eq(pairs.RANK))
                        .orderBy(pairs.ID.asc()),
                select(NOTE.RANK).from(NOTE).union(select(NOTE.RANK.plus(1)).from(NOTE)),
                ids.where(NOTE.ID.le(10)).unionAll(ids.where(NOTE.ID.le(5))).orderBy(NOTE.ID.desc()),
                ids.orderBy(NOTE.ID.desc())
                        .limit(3)
                        .union(ids.orderBy(NOTE.ID.desc()).limit(5)),
                ids.unionAll(ids).orderBy(NOTE.ID.asc()).limit(50).offset(20),
                select(count()));

        for (RowQuery<?> query : queries) {
            int rows = db().fetch(query).size();
            assertThat(db().count(query)).as(query.toString()).isEqualTo(rows);
            assertThat(db().exists(query)).as(query.toString()).isEqualTo(rows > 0);
        }
    }

    private static Notes alias() {
        return dev.rowan.query.Sql.alias(NOTE, "other");
    }

    @Test
    default void countLeavesOutWhatIsIncludedAndTheOrder() {
        ShopData.fill(db());
        var query = select().from(ORDER)
                .include(ORDER.LINE_ITEMS.required())
                .include(ORDER.CUSTOMER)
                .orderBy(ORDER.NOTE.asc());

        assertThat(db().count(query)).isEqualTo(2);
        assertThat(db().render(query.counted()).text())
                .contains("count(*)")
                .contains("exists")
                .doesNotContain("order by")
                .doesNotContain("rowan_counted");
        StatementCounter counter = new StatementCounter();
        Database watched = db().withListener(counter);
        assertThat(counter.assertStatements(1, () -> watched.count(query))).isEqualTo(2);
        assertThat(counter.assertStatements(1, () -> watched.exists(query))).isTrue();
    }

    @Test
    default void pagesAreTheWhole() {
        insertNotes(43);
        List<Select<Note, ?>> queries = List.of(
                select().from(NOTE),
                select().from(NOTE).orderBy(NOTE.RANK.desc()),
                select().from(NOTE).orderBy(NOTE.RANK.asc().nullsLast(), NOTE.TEXT.desc()));

        for (Select<Note, ?> query : queries) {
            List<Note> all = new ArrayList<>();
            Paged<Note> page = db().page(query, Page.first(10));
            while (true) {
                assertThat(page.total()).isEqualTo(43);
                assertThat(page.pages()).isEqualTo(5);
                all.addAll(page.rows());
                if (!page.hasNext()) {
                    break;
                }
                page = db().page(query, page.page().next());
            }

            assertThat(page.page().number()).isEqualTo(5);
            assertThat(all).isEqualTo(db().fetch(query.inDefiniteOrder()));
        }
    }

    @Test
    default void pagesOfGroupsDistinctRowsAndSetOperationsAreTheWhole() {
        insertNotes(43);
        List<RowQuery<?>> queries = List.of(
                select(NOTE.RANK, count().as("notes"))
                        .from(NOTE)
                        .groupBy(NOTE.RANK)
                        .orderBy(count().desc()),
                select(NOTE.RANK, NOTE.TEXT).from(NOTE).distinct(),
                select(NOTE.RANK).from(NOTE).unionAll(select(NOTE.RANK.plus(1)).from(NOTE)));

        for (RowQuery<?> query : queries) {
            List<Object> all = new ArrayList<>();
            for (long number = 1; number <= 100; number++) {
                Paged<?> page = db().page(query, Page.of(number, 3));
                all.addAll(page.rows());
                if (!page.hasNext()) {
                    assertThat(page.total()).isEqualTo(all.size());
                    break;
                }
            }

            assertThat(all).isEqualTo(db().fetch(query.inDefiniteOrder()));
        }
    }

    @Test
    default void pagePastTheEndIsEmptyAndKnowsTheTotal() {
        insertNotes(5);

        Paged<Note> past = db().page(select().from(NOTE), Page.of(9, 2));

        assertThat(past.rows()).isEmpty();
        assertThat(past.total()).isEqualTo(5);
        assertThat(past.hasNext()).isFalse();
        assertThat(past.hasPrevious()).isTrue();
        Paged<Note> none = db().page(select().from(NOTE).where(NOTE.ID.lt(0)), Page.first(2));
        assertThat(none.total()).isZero();
        assertThat(none.pages()).isZero();
    }

    @Test
    default void includesNeitherCutNorMultiplyParents() {
        ShopData.fill(db());
        var query = select().from(ORDER).include(ORDER.LINE_ITEMS).orderBy(ORDER.USER_ID.asc());
        StatementCounter counter = new StatementCounter();
        Database watched = db().withListener(counter);

        Paged<Order> first = counter.assertStatements(3, () -> watched.page(query, Page.of(1, 2)));
        Paged<Order> second = counter.assertStatements(2, () -> watched.page(query, Page.of(2, 2)));
        Sliced<Order> slice = counter.assertStatements(2, () -> watched.slice(query, Slice.first(2)));

        assertThat(first.rows()).extracting(Order::id).containsExactly(7L, 8L);
        assertThat(first.rows().get(0).lineItems()).hasSize(2);
        assertThat(first.total()).isEqualTo(3);
        assertThat(second.rows()).extracting(Order::id).containsExactly(9L);
        assertThat(second.total()).isEqualTo(3);
        assertThat(slice.rows()).isEqualTo(first.rows());
        assertThat(db().slice(query, slice.next().orElseThrow()).rows()).isEqualTo(second.rows());
    }

    @Test
    default void joinedRowsArePartedByTheirOwnKeys() {
        ShopData.fill(db());
        var query = select(ORDER.ID, LINE_ITEM.ID)
                .from(ORDER)
                .leftJoin(LINE_ITEM)
                .on(LINE_ITEM.ORDER_ID.eq(ORDER.ID))
                .join(USER)
                .on(ORDER.USER_ID.eq(USER.ID));

        assertThat(query.inDefiniteOrder().sortKeys()).containsExactly(ORDER.ID.asc(), LINE_ITEM.ID.asc());
        List<?> whole = db().fetch(query.inDefiniteOrder());
        assertThat(forwards(query, 1)).isEqualTo(whole);
        assertThat(backwards(query, 1)).isEqualTo(whole);
    }

    @Test
    default void slicesAreTheWholeInEveryOrderOfNulls() {
        insertNotes(120);
        Select<Note, Notes> notes = select().from(NOTE);
        List<SortKey> ranks = orders(NOTE.RANK);
        List<SortKey> texts = orders(NOTE.TEXT);

        assertSlicesAreTheWhole(notes);
        for (SortKey rank : ranks) {
            assertSlicesAreTheWhole(notes.orderBy(rank));
            for (SortKey text : texts) {
                assertSlicesAreTheWhole(notes.orderBy(rank, text));
            }
        }
    }

    private static List<SortKey> orders(Expression<?> key) {
        return List.of(
                key.asc(),
                key.desc(),
                key.asc().nullsFirst(),
                key.asc().nullsLast(),
                key.desc().nullsFirst(),
                key.desc().nullsLast());
    }

    @Test
    default void slicesAreTheWholeForKeysOfEveryType() {
        Random random = new Random(11);
        for (int i = 1; i <= 40; i++) {
            db().execute(insertInto(SAMPLE).row(SampleRows.random(i, random)));
        }

        for (Column<?, ?> column : SAMPLE.columns()) {
            for (SortKey key : List.of(column.asc(), column.desc())) {
                assertSlicesAreTheWhole(select(SAMPLE.ID).from(SAMPLE).orderBy(key));
            }
        }
    }

    @Test
    default void keysMayBeComputedAndNeedNotBeSelected() {
        insertNotes(60);

        assertSlicesAreTheWhole(
                select(NOTE.TEXT).from(NOTE).orderBy(coalesce(NOTE.RANK, 1).desc()));
        assertSlicesAreTheWhole(select(NOTE.ID, NOTE.RANK.times(2).as("twice"))
                .from(NOTE)
                .where(NOTE.RANK.ne(0))
                .orderBy(NOTE.RANK.times(2).as("twice").asc(), NOTE.TEXT.desc()));
        assertSlicesAreTheWhole(select(NOTE.TEXT).as(Text.class).from(NOTE).orderBy(NOTE.RANK.desc()));
    }

    record Text(@Nullable String text) {}

    @Test
    default void keysMayBeNumbersOfRelatedRows() {
        ShopData.fill(db());
        var query = select().from(ORDER)
                .include(ORDER.LINE_ITEMS)
                .orderBy(ORDER.LINE_ITEMS.count().desc());

        List<Order> whole = db().fetch(query.inDefiniteOrder());
        assertThat(whole).extracting(Order::id).containsExactly(7L, 9L, 8L);
        assertThat(forwards(query, 1)).isEqualTo(whole);
        assertThat(backwards(query, 2)).isEqualTo(whole);
    }

    @Test
    default void rowsThatAreInsertedMeanwhileHideNone() {
        insertNotes(50);
        var query = select(NOTE.ID).from(NOTE).orderBy(NOTE.RANK.desc());
        List<Long> before = db().fetch(query.inDefiniteOrder());
        List<Long> seen = new ArrayList<>();
        long id = 1_000;

        for (Optional<Slice> slice = Optional.of(Slice.first(6)); slice.isPresent(); ) {
            Sliced<Long> part = db().slice(query, slice.get());
            seen.addAll(part.rows());
            slice = part.next();
            for (int rank = -3; rank < 4; rank++) {
                db().execute(insertInto(NOTE).row(new Note(id++, null, rank)));
            }
            assumeTrue(id < 5_000);
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
        assertThat(seen.stream().filter(before::contains).toList()).isEqualTo(before);
    }

    @Test
    default void thereAndBackAgain() {
        insertNotes(30);
        var query = select(NOTE.ID).from(NOTE).orderBy(NOTE.TEXT.asc());

        Sliced<Long> first = db().slice(query, Slice.first(10));
        Sliced<Long> second = db().slice(query, first.next().orElseThrow());
        Sliced<Long> again = db().slice(query, second.previous().orElseThrow());

        assertThat(first.previous()).isEmpty();
        assertThat(again.rows()).isEqualTo(first.rows());
        assertThat(again.previous()).isEmpty();
        assertThat(db().slice(query, again.next().orElseThrow()).rows()).isEqualTo(second.rows());
        assertThat(db().slice(query, Slice.last(10)).next()).isEmpty();
    }

    @Test
    default void foreignAndDamagedCursorsAreRefused() {
        insertNotes(30);
        ShopData.fill(db());
        var query = select(NOTE.ID).from(NOTE).orderBy(NOTE.RANK.desc());
        Slice next = db().slice(query, Slice.first(3)).next().orElseThrow();
        String cursor = next.cursor();

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        for (Select<?, ?> other : List.of(
                select(NOTE.ID).from(NOTE).orderBy(NOTE.RANK.asc()),
                select(NOTE.ID).from(NOTE).orderBy(NOTE.TEXT.desc()),
                select(NOTE.ID).from(NOTE).orderBy(NOTE.RANK.desc(), NOTE.TEXT.asc()),
                select(ORDER.ID).from(ORDER).orderBy(ORDER.TOTAL_IN_CENTS.desc()))) {
            assertThatThrownBy(() -> db().slice(other, next))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("this order");
        }
        for (int i = 0; i < cursor.length(); i++) {
            String changed = cursor.substring(0, i) + (cursor.charAt(i) == 'A' ? 'B' : 'A') + cursor.substring(i + 1);
            if (i < cursor.length() - 1) { // of the last character some bits are of no meaning
                assertThatThrownBy(() -> Slice.of(3, changed)).isInstanceOf(IllegalArgumentException.class);
            }
            String cut = cursor.substring(0, i);
            if (i > 0) {
                assertThatThrownBy(() -> Slice.of(3, cut)).isInstanceOf(IllegalArgumentException.class);
            }
        }
        assertThat(Slice.of(3, null)).isEqualTo(Slice.of(3, "")).isEqualTo(Slice.first(3));
        assertThatThrownBy(() -> Slice.of(3, "' or 1 = 1 --")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void whatHasNoPartsIsRefused() {
        var limited = select().from(NOTE).limit(3);
        var grouped = select(NOTE.RANK, count().as("notes")).from(NOTE).groupBy(NOTE.RANK);
        var copy = derived(select(NOTE.RANK).from(NOTE), "copy");

        for (Runnable refused : List.<Runnable>of(
                () -> db().page(limited, Page.first(2)),
                () -> db().page(select().from(NOTE).offset(3), Page.first(2)),
                () -> db().slice(limited, Slice.first(2)),
                () -> db().slice(grouped, Slice.first(2)),
                () -> db().slice(select(NOTE.RANK).from(NOTE).distinct(), Slice.first(2)),
                () -> db().page(select(count()), Page.first(2)))) {
            assertThatThrownBy(refused::run).isInstanceOf(InvalidQueryException.class);
        }
        assertThat(db().page(select(copy.get(NOTE.RANK)).from(copy), Page.first(2))
                        .rows())
                .isEmpty();
    }

    @Test
    default void transactionHasPartsToo() {
        insertNotes(5);
        assumeTrue(db().dialect().support(Feature.NESTED_TRANSACTION) != Support.REFUSED);

        List<Long> rows = db().transaction(tx -> {
            tx.execute(insertInto(NOTE).row(new Note(99, null, 1)));
            return tx.transaction(inner -> {
                assertThat(inner.count(select().from(NOTE))).isEqualTo(6);
                assertThat(inner.exists(select().from(NOTE))).isTrue();
                assertThat(inner.page(select().from(NOTE), Page.of(2, 3)).total())
                        .isEqualTo(6);
                return inner.slice(select(NOTE.ID).from(NOTE), Slice.last(2)).rows();
            });
        });

        assertThat(rows).containsExactly(5L, 99L);
    }
}
