package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Notes.insertRanks;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.max;
import static dev.rowan.expression.Functions.notNull;
import static dev.rowan.expression.Functions.nullable;
import static dev.rowan.expression.Functions.stringAgg;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.cte;
import static dev.rowan.query.Sql.derived;
import static dev.rowan.query.Sql.recursive;
import static dev.rowan.query.Sql.recursiveDistinct;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.values;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.Notes.Note;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.row.Row2;
import dev.rowan.shop.Product;
import dev.rowan.shop.Products;
import dev.rowan.shop.Users;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What can stand in the FROM clause: joins of every kind, derived tables, common table expressions, listed rows. */
interface TableContract extends ComputedValues {
    record IdAndRank(long id, @Nullable Integer rank) {}

    record Strict(long id, int rank) {}

    @Test
    default void rightJoinKeepsTheJoinedRows() {
        insertRanks(db(), 1, 2, null);
        Notes other = alias(NOTE, "other");

        assertThat(db().fetch(select(nullable(NOTE.ID), other.ID)
                        .from(NOTE)
                        .rightJoin(other)
                        .on(NOTE.ID.eq(other.RANK))
                        .orderBy(other.ID.asc())))
                .containsExactly(
                        new Row2<@Nullable Long, Long>(1L, 1L),
                        new Row2<@Nullable Long, Long>(2L, 2L),
                        new Row2<@Nullable Long, Long>(null, 3L));
    }

    @Test
    default void columnsBeforeARightJoinMayBeNull() {
        Notes other = alias(NOTE, "other");
        var query = select(NOTE.ID, other.RANK)
                .as(IdAndRank.class)
                .from(NOTE)
                .rightJoin(other)
                .on(NOTE.ID.eq(other.RANK));

        assertThatThrownBy(() -> db().fetch(query)).isInstanceOf(InvalidQueryException.class);
    }

    @Test
    default void crossJoinPairsEveryRow() {
        insertRanks(db(), 1, 2);
        Notes other = alias(NOTE, "other");

        assertThat(db().fetchOne(select(count()).from(NOTE).crossJoin(other))).isEqualTo(4);
    }

    @Test
    default void usingComparesColumnsOfOneName() {
        insertRanks(db(), 1, 2, null);
        Notes other = alias(NOTE, "other");

        assertThat(db().fetchOne(select(count()).from(NOTE).join(other).using(NOTE.ID)))
                .isEqualTo(3);
        assertThat(db().fetchOne(select(count()).from(NOTE).join(other).using(NOTE.ID, NOTE.RANK)))
                .isEqualTo(2);
        assertThatThrownBy(() -> select(count()).from(NOTE).join(ORDER).using(NOTE.RANK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rank");
    }

    @Test
    default void conditionOfAJoinSeesNoLaterTable() {
        Users boss = alias(USER, "boss");
        var query = select(ORDER.ID)
                .from(ORDER)
                .join(USER)
                .on(USER.REFERRER_ID.eq(boss.ID))
                .join(boss)
                .on(USER.REFERRER_ID.eq(boss.ID));

        assertThatThrownBy(() -> db().fetch(query))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("boss.id")
                .hasMessageContaining("so far");
    }

    @Test
    default void derivedTableHasTypedColumns() {
        ShopData.fill(db());
        var orders = count().as("orders");
        var byUser = derived(select(ORDER.USER_ID, orders).from(ORDER).groupBy(ORDER.USER_ID), "by_user");

        List<Row2<String, Long>> counts = db().fetch(select(USER.NAME, byUser.get(orders))
                .from(USER)
                .join(byUser)
                .on(byUser.get(ORDER.USER_ID).eq(USER.ID))
                .where(byUser.get(orders).ge(1))
                .orderBy(USER.ID.asc()));

        assertThat(counts).isNotEmpty();
        assertThat(counts.stream().mapToLong(Row2::value2).sum())
                .isEqualTo(db().fetchOne(select(count()).from(ORDER)));
    }

    @Test
    default void derivedTableIsReadAsItsQuery() {
        insertRanks(db(), 1, 5, null);
        var large = derived(
                select(NOTE.ID, NOTE.RANK).as(IdAndRank.class).from(NOTE).where(NOTE.RANK.gt(3)), "large");

        assertThat(db().fetch(select().from(large))).containsExactly(new IdAndRank(2, 5));
    }

    @Test
    default void derivedTableMayBeLimited() {
        insertRanks(db(), 1, 5, 3);
        var best = derived(
                select(NOTE.ID, NOTE.RANK).from(NOTE).orderBy(NOTE.RANK.desc()).limit(2), "best");

        assertThat(db().fetch(select(best.get(NOTE.ID))
                        .from(best)
                        .orderBy(best.get(NOTE.ID).asc())))
                .containsExactly(2L, 3L);
    }

    @Test
    default void nullabilityFollowsIntoADerivedTable() {
        var ranks = derived(select(NOTE.ID, NOTE.RANK).from(NOTE), "ranks");
        var strict = select(ranks.get(NOTE.ID), ranks.get(NOTE.RANK))
                .as(Strict.class)
                .from(ranks);

        assertThatThrownBy(() -> db().fetch(strict)).isInstanceOf(InvalidQueryException.class);

        var known = derived(select(NOTE.ID, notNull(NOTE.RANK).as("rank")).from(NOTE), "known");
        assertThat(db().fetch(select(
                                known.get(NOTE.ID), known.get(notNull(NOTE.RANK).as("rank")))
                        .as(Strict.class)
                        .from(known)))
                .isEmpty();
    }

    @Test
    default void columnsOfADerivedTableAreThoseOfItsQuery() {
        var ranks = derived(select(NOTE.ID).from(NOTE), "ranks");

        assertThatThrownBy(() -> ranks.get(NOTE.RANK))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("notes.rank");
        assertThatThrownBy(() -> derived(select(count()).from(NOTE), "d"))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("as(");
        assertThatThrownBy(() -> derived(select(NOTE.ID, NOTE.ID).from(NOTE), "d"))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("twice");
    }

    @Test
    default void commonTableIsDefinedOnceAndUsedTwice() {
        insertRanks(db(), 1, 5, 5);
        var highest = max(NOTE.RANK).as("highest");
        var top = cte(select(highest).from(NOTE), "top");
        var again = alias(top, "again");

        assertThat(db().fetch(select(NOTE.ID)
                        .from(NOTE)
                        .join(top)
                        .on(NOTE.RANK.eq(top.get(highest)))
                        .join(again)
                        .on(NOTE.RANK.eq(again.get(highest)))
                        .orderBy(NOTE.ID.asc())))
                .containsExactly(2L, 3L);
        assertThat(db().render(select().from(top).union(select().from(top))).text())
                .containsOnlyOnce("with ");
    }

    @Test
    default void commonTablesBuildOnEachOther() {
        insertRanks(db(), 1, 5, 3);
        var large = cte(select(NOTE.ID, NOTE.RANK).from(NOTE).where(NOTE.RANK.gt(2)), "large");
        var largest = cte(
                select(large.get(NOTE.ID))
                        .from(large)
                        .orderBy(large.get(NOTE.RANK).desc())
                        .limit(1),
                "largest");

        assertThat(db().fetch(select().from(largest))).containsExactly(2L);
        assertThat(db().fetch(select(NOTE.ID)
                        .from(NOTE)
                        .where(NOTE.ID.notIn(
                                select(largest.get(large.get(NOTE.ID))).from(largest)))
                        .orderBy(NOTE.ID.asc())))
                .containsExactly(1L, 3L);
    }

    @Test
    default void bindsOfACommonTableComeFirst() {
        insertRanks(db(), 1, 5, 3);
        var large = cte(select(NOTE.ID, NOTE.RANK).from(NOTE).where(NOTE.RANK.gt(2)), "large");

        assertThat(db().fetch(select(value(9), large.get(NOTE.ID))
                        .from(large)
                        .where(large.get(NOTE.RANK).lt(4))))
                .containsExactly(new Row2<>(9, 3L));
    }

    @Test
    default void twoCommonTablesOfOneNameAreRefused() {
        var one = cte(select(NOTE.ID).from(NOTE), "same");
        var other = cte(select(NOTE.ID).from(NOTE).limit(1), "same");
        var otherAlias = alias(other, "other");

        assertThatThrownBy(() -> db().fetch(select(one.get(NOTE.ID)).from(one).crossJoin(otherAlias)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("same");
    }

    @Test
    default void commonTableWithJoinedTextsIsNotCut() {
        Notes.insertTexts(
                db(), IntStream.range(0, 30).mapToObj(i -> "y".repeat(190)).toArray(String[]::new));
        var all = stringAgg(NOTE.TEXT, ",").as("all_texts");
        var joined = cte(select(all).from(NOTE), "joined");

        assertThat(db().fetchOne(select(joined.get(all)).from(joined))).hasSize(30 * 190 + 29);
    }

    @Test
    default void recursiveCounts() {
        insertRanks(db(), 1);
        var n = value(1).as("n");
        var numbers = recursive(
                select(n).from(NOTE),
                "numbers",
                known -> select(known.get(n).plus(1).as("n"))
                        .from(known)
                        .where(known.get(n).lt(2500)));

        assertThat(db().fetchOne(select(count()).from(numbers)))
                .as("rows, of which a server may not leave any out")
                .isEqualTo(2500);
        assertThat(db().fetchOne(select(max(numbers.get(n))).from(numbers)))
                .as("rows, of which a server may not leave any out")
                .isEqualTo(2500);
    }

    @Test
    default void recursiveWalksATree() {
        // 1 <- 2 <- 3, 1 <- 4; the rank is the parent
        insertRanks(db(), null, 1, 2, 1);
        var depth = value(0).as("depth");
        var below = recursive(
                select(NOTE.ID, depth).from(NOTE).where(NOTE.RANK.isNull()),
                "below",
                known -> select(NOTE.ID, known.get(depth).plus(1).as("depth"))
                        .from(NOTE)
                        .join(known)
                        .on(NOTE.RANK.cast(SqlType.BIGINT).eq(known.get(NOTE.ID))));

        assertThat(db().fetch(select(below.get(NOTE.ID), below.get(depth))
                        .from(below)
                        .orderBy(below.get(NOTE.ID).asc())))
                .containsExactly(new Row2<>(1L, 0), new Row2<>(2L, 1), new Row2<>(3L, 2), new Row2<>(4L, 1));
    }

    @Test
    default void recursiveDistinctEndsInACircle() {
        // 1 -> 2 -> 3 -> 1
        insertRanks(db(), 2, 3, 1);
        var reached = recursiveDistinct(
                select(NOTE.ID).from(NOTE).where(NOTE.ID.eq(1)),
                "reached",
                known -> select(notNull(NOTE.RANK.cast(SqlType.BIGINT)).as("id"))
                        .from(NOTE)
                        .join(known)
                        .on(NOTE.ID.eq(known.get(NOTE.ID))));

        if (db().dialect().support(Feature.RECURSIVE_UNION) == Support.REFUSED) {
            assertThatThrownBy(() -> db().fetch(select().from(reached)))
                    .isInstanceOf(UnsupportedFeatureException.class);
        } else {
            assertThat(db().fetch(select().from(reached))).containsExactlyInAnyOrder(1L, 2L, 3L);
        }
    }

    @Test
    default void valuesAreATable() {
        Products listed = values(
                PRODUCT,
                "listed",
                List.of(new Product(1, "it's", 5, 0), new Product(2, "b\\?", 7, 1), new Product(3, "c", 9, 2)));

        assertThat(db().fetch(select().from(listed).where(listed.STOCK.gt(0)).orderBy(listed.ID.asc())))
                .containsExactly(new Product(2, "b\\?", 7, 1), new Product(3, "c", 9, 2));
        assertThat(db().fetch(select(listed.NAME).from(listed).where(listed.ID.eq(1))))
                .containsExactly("it's");
    }

    @Test
    default void valuesMayHoldNull() {
        insertRanks(db(), 5, 6);
        Notes listed = values(NOTE, "listed", List.of(new Note(1, null, null), new Note(2, "b", 7)));

        assertThat(db().fetch(select(listed.TEXT).from(listed).orderBy(listed.ID.asc())))
                .containsExactly(null, "b");
        assertThat(db().fetch(select(NOTE.RANK, listed.RANK)
                        .from(NOTE)
                        .join(listed)
                        .on(NOTE.ID.eq(listed.ID))
                        .orderBy(NOTE.ID.asc())))
                .containsExactly(new Row2<>(5, null), new Row2<>(6, 7));
    }

    @Test
    default void sameQueryRendersTheSameTwice() {
        var large = cte(select(NOTE.ID).from(NOTE).where(NOTE.RANK.gt(2)), "large");
        var query = select(large.get(NOTE.ID)).from(large);
        List<String> texts = new ArrayList<>();
        texts.add(db().dialect().render(query).text());
        texts.add(db().dialect().render(query).text());

        assertThat(texts.get(0)).isEqualTo(texts.get(1));
        assertThat(Objects.hash(query))
                .isEqualTo(Objects.hash(select(large.get(NOTE.ID)).from(large)));
    }
}
