package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Notes.idsWhere;
import static dev.rowan.contract.Notes.insertRanks;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.max;
import static dev.rowan.expression.Functions.notNull;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.exists;
import static dev.rowan.query.Sql.notExists;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.expression.Condition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Selects within conditions, of any table and of the one that is written. */
interface SubqueryContract extends OpenDatabase {
    private List<String> namesWhere(Condition condition) {
        return db().fetch(select(USER.NAME).from(USER).where(condition).orderBy(USER.NAME.asc()));
    }

    @Test
    default void inSubqueryKeepsTheValuesThatItYields() {
        ShopData.fill(db());

        assertThat(namesWhere(USER.ID.in(select(ORDER.USER_ID).from(ORDER).where(ORDER.TOTAL_IN_CENTS.gt(2000)))))
                .containsExactly("Bob");
        assertThat(namesWhere(USER.ID.notIn(select(ORDER.USER_ID).from(ORDER)))).containsExactly("Cid");
    }

    @Test
    default void inSubqueryIsUnknownForNull() {
        insertRanks(db(), 1, 2, null);
        Notes other = alias(NOTE, "other");

        assertThat(idsWhere(db(), NOTE.RANK.in(select(other.RANK).from(other)))).containsExactly(1L, 2L);
        assertThat(idsWhere(
                        db(),
                        NOTE.RANK.notIn(select(notNull(other.RANK)).from(other).where(other.RANK.eq(1)))))
                .containsExactly(2L);
    }

    @Test
    default void existsSeesTheColumnsOfTheOuterQuery() {
        ShopData.fill(db());

        assertThat(namesWhere(exists(select().from(ORDER).where(ORDER.USER_ID.eq(USER.ID)))))
                .containsExactly("Ann", "Bob");
        assertThat(namesWhere(notExists(select().from(ORDER).where(ORDER.USER_ID.eq(USER.ID)))))
                .containsExactly("Cid");
    }

    @Test
    default void existsIsAValueThatIsComparedAndChecked() {
        insertRanks(db(), 1, 2, null);
        Notes other = alias(NOTE, "other");
        var lower = value(exists(select().from(other).where(other.RANK.lt(NOTE.RANK))));

        assertThat(idsWhere(db(), lower.isNotNull())).containsExactly(1L, 2L, 3L);
        assertThat(idsWhere(db(), lower.eq(value(NOTE.ID.eq(2))))).containsExactly(1L, 2L, 3L);
        assertThat(idsWhere(db(), lower.eq(false))).containsExactly(1L, 3L);
    }

    @Test
    default void subqueriesNest() {
        ShopData.fill(db());

        assertThat(namesWhere(exists(select().from(ORDER)
                        .where(ORDER.USER_ID.eq(USER.ID))
                        .where(exists(select().from(LINE_ITEM)
                                .where(LINE_ITEM.ORDER_ID.eq(ORDER.ID).and(USER.ID.eq(42))))))))
                .containsExactly("Ann");
    }

    @Test
    default void correlatedInSubqueryReadsTheSameTableByAnAlias() {
        ShopData.fill(db());
        var referred = alias(USER, "referred");

        assertThat(namesWhere(USER.ID.in(
                        select(notNull(referred.REFERRER_ID)).from(referred).where(referred.ID.gt(USER.ID)))))
                .containsExactly("Ann");
    }

    @Test
    default void subqueryGroups() {
        ShopData.fill(db());

        assertThat(namesWhere(USER.ID.in(
                        select(ORDER.USER_ID).from(ORDER).groupBy(ORDER.USER_ID).having(count().gt(1)))))
                .containsExactly("Ann");
        assertThat(namesWhere(USER.ID.in(select(notNull(max(ORDER.USER_ID))).from(ORDER))))
                .containsExactly("Bob");
    }

    @Test
    default void subqueryHasALimitOfItsOwn() {
        ShopData.fill(db());

        assertThat(namesWhere(USER.ID.in(select(ORDER.USER_ID)
                        .from(ORDER)
                        .orderBy(ORDER.TOTAL_IN_CENTS.desc())
                        .limit(1))))
                .containsExactly("Bob");
        assertThat(namesWhere(USER.ID.in(select(ORDER.USER_ID)
                        .from(ORDER)
                        .orderBy(ORDER.TOTAL_IN_CENTS.desc())
                        .offset(1))))
                .containsExactly("Ann");
    }

    @Test
    default void limitedSubquerySeesTheColumnsOfTheOuterQuery() {
        ShopData.fill(db());

        assertThat(namesWhere(exists(
                        select().from(ORDER).where(ORDER.USER_ID.eq(USER.ID)).limit(1))))
                .containsExactly("Ann", "Bob");
        assertThat(namesWhere(exists(
                        select().from(ORDER).where(ORDER.USER_ID.eq(USER.ID)).offset(1))))
                .containsExactly("Ann");
        assertThat(namesWhere(exists(
                        select().from(ORDER).where(ORDER.USER_ID.eq(USER.ID)).limit(0))))
                .isEmpty();
    }

    @Test
    default void deleteReadsItsOwnTableInASubquery() {
        insertRanks(db(), 5, 7, 7, null);
        Notes other = alias(NOTE, "other");

        long deleted = db().execute(deleteFrom(NOTE)
                .where(NOTE.RANK.in(select(other.RANK).from(other).where(other.ID.eq(2)))));

        assertThat(deleted).isEqualTo(2);
        assertThat(idsWhere(db(), NOTE.ID.gt(0))).containsExactly(1L, 4L);
    }

    @Test
    default void deleteReadsItsOwnTableWithoutAnAlias() {
        insertRanks(db(), 5, 7, 7);

        long deleted = db().execute(deleteFrom(NOTE)
                .where(NOTE.RANK.in(select(max(NOTE.RANK)).from(NOTE))));

        assertThat(deleted).isEqualTo(2);
    }

    @Test
    default void deleteComparesEachRowWithOthersOfItsTable() {
        insertRanks(db(), 5, 7, 7, 5, null);
        Notes earlier = alias(NOTE, "earlier");

        long deleted = db().execute(deleteFrom(NOTE)
                .where(exists(
                        select().from(earlier).where(earlier.RANK.eq(NOTE.RANK).and(earlier.ID.lt(NOTE.ID))))));

        assertThat(deleted).isEqualTo(2);
        assertThat(idsWhere(db(), NOTE.ID.gt(0))).containsExactly(1L, 2L, 5L);
    }

    @Test
    default void updateReadsItsOwnTableInASubquery() {
        insertRanks(db(), 5, 7, 9);
        Notes other = alias(NOTE, "other");

        long updated = db().execute(update(NOTE)
                .set(NOTE.RANK, NOTE.RANK.plus(1))
                .where(NOTE.ID.in(
                        select(other.ID).from(other).orderBy(other.RANK.desc()).limit(2))));

        assertThat(updated).isEqualTo(2);
        assertThat(db().fetch(select(NOTE.RANK).from(NOTE).orderBy(NOTE.ID.asc())))
                .containsExactly(5, 8, 10);
    }

    @Test
    default void deleteReadsItsOwnTableBelowAnother() {
        ShopData.fill(db());
        var other = alias(LINE_ITEM, "other");

        long deleted = db().execute(deleteFrom(LINE_ITEM)
                .where(LINE_ITEM.ORDER_ID.in(select(ORDER.ID)
                        .from(ORDER)
                        .where(exists(select().from(other)
                                .where(other.ORDER_ID.eq(ORDER.ID).and(other.QUANTITY.gt(1))))))));

        assertThat(deleted).isEqualTo(2);
    }

    @Test
    default void conditionOfADeleteIsDecidedBeforeAnyRowGoes() {
        insertRanks(db(), 5, 7, 7, 7, null);
        Notes twin = alias(NOTE, "twin");

        long deleted = db().execute(deleteFrom(NOTE)
                .where(exists(select().from(twin).where(twin.RANK.eq(NOTE.RANK).and(twin.ID.ne(NOTE.ID))))
                        .or(NOTE.RANK.isNull())));

        assertThat(deleted).isEqualTo(4);
        assertThat(idsWhere(db(), NOTE.ID.gt(0))).containsExactly(1L);
    }

    @Test
    default void conditionOfAnUpdateIsDecidedBeforeAnyRowChanges() {
        insertRanks(db(), 1, 2, 3, 5);
        Notes before = alias(NOTE, "before");

        long updated = db().execute(update(NOTE)
                .set(NOTE.RANK, NOTE.RANK.plus(1))
                .where(notExists(select().from(before).where(before.RANK.eq(NOTE.RANK.minus(1))))));

        assertThat(updated).isEqualTo(2);
        assertThat(db().fetch(select(NOTE.RANK).from(NOTE).orderBy(NOTE.ID.asc())))
                .containsExactly(2, 2, 3, 6);
    }
}
