package dev.rowan.dialect.rendering;

import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.OrderStatus.PAID;
import static dev.rowan.shop.Orders.ORDER;

import dev.rowan.contract.RenderingTest;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WhereRenderingTest extends RenderingTest {
    @Test
    void comparisons() {
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.ID.eq(1)))
                .as("select \"orders\".\"id\" from \"orders\" where \"orders\".\"id\" = ?")
                .binds(1L);
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.ID.ne(1)))
                .as("select \"orders\".\"id\" from \"orders\" where \"orders\".\"id\" <> ?")
                .binds(1L);
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.ID.lt(1)))
                .as("select \"orders\".\"id\" from \"orders\" where \"orders\".\"id\" < ?")
                .binds(1L);
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.ID.le(1)))
                .as("select \"orders\".\"id\" from \"orders\" where \"orders\".\"id\" <= ?")
                .binds(1L);
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.ID.gt(1)))
                .as("select \"orders\".\"id\" from \"orders\" where \"orders\".\"id\" > ?")
                .binds(1L);
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.ID.ge(1)))
                .as("select \"orders\".\"id\" from \"orders\" where \"orders\".\"id\" >= ?")
                .binds(1L);
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.ID.lt(ORDER.USER_ID)))
                .as("select \"orders\".\"id\" from \"orders\" where \"orders\".\"id\" < \"orders\".\"user_id\"");
    }

    @Test
    void numbersOutOfRangeAreBoundWide() {
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.TOTAL_IN_CENTS.eq(5_000_000_000L)))
                .as("select \"orders\".\"id\" from \"orders\" where \"orders\".\"total_in_cents\" = ?")
                .binds(5_000_000_000L);
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.TOTAL_IN_CENTS.eq(5)))
                .as("select \"orders\".\"id\" from \"orders\" where \"orders\".\"total_in_cents\" = ?")
                .binds(5);
    }

    @Test
    void enumsAreBoundAsTheyAre() {
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.STATUS.eq(PAID)))
                .as("select \"orders\".\"id\" from \"orders\" where \"orders\".\"status\" = ?")
                .binds(PAID);
    }

    @Test
    void inListsItsValues() {
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.ID.in(1, 2)))
                .as("select \"orders\".\"id\" from \"orders\" where \"orders\".\"id\" in (?, ?)")
                .binds(1L, 2L);
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.ID.notIn(List.of(3L))))
                .as("select \"orders\".\"id\" from \"orders\" where \"orders\".\"id\" not in (?)")
                .binds(3L);
    }

    @Test
    void emptyInIsFalseAndEmptyNotInIsTrue() {
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.ID.in(List.of())))
                .as("select \"orders\".\"id\" from \"orders\" where 1 = 0");
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.ID.notIn(List.of())))
                .as("select \"orders\".\"id\" from \"orders\" where 1 = 1");
    }

    @Test
    void betweenBindsBothEnds() {
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.ID.between(1, 2)))
                .as("select \"orders\".\"id\" from \"orders\" where \"orders\".\"id\" between ? and ?")
                .binds(1L, 2L);
    }

    @Test
    void nullChecks() {
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.NOTE.isNull()))
                .as("select \"orders\".\"id\" from \"orders\" where \"orders\".\"note\" is null");
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.NOTE.isNotNull()))
                .as("select \"orders\".\"id\" from \"orders\" where \"orders\".\"note\" is not null");
    }

    @Test
    void likeBindsItsPattern() {
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.NOTE.like("a%")))
                .as("select \"orders\".\"id\" from \"orders\" where \"orders\".\"note\" like ?")
                .binds("a%")
                .on("SQLite", "select \"orders\".\"id\" from \"orders\" where \"orders\".\"note\" glob ?")
                .binds("a*");
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.NOTE.notLike("a%")))
                .as("select \"orders\".\"id\" from \"orders\" where \"orders\".\"note\" not like ?")
                .binds("a%")
                .on("SQLite", "select \"orders\".\"id\" from \"orders\" where \"orders\".\"note\" not glob ?")
                .binds("a*");
    }

    @Test
    void searchedTextIsEscaped() {
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.NOTE.contains("5%_!")))
                .as("select \"orders\".\"id\" from \"orders\" where \"orders\".\"note\" like ? escape '!'")
                .binds("%5!%!_!!%")
                .on("SQLite", "select \"orders\".\"id\" from \"orders\" where \"orders\".\"note\" glob ?")
                .binds("*5%_!*")
                .on("SQL Server", "select [orders].[id] from [orders] where [orders].[note] like ? escape N'!'");
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.NOTE.startsWith("a")))
                .as("select \"orders\".\"id\" from \"orders\" where \"orders\".\"note\" like ? escape '!'")
                .binds("a%")
                .on("SQLite", "select \"orders\".\"id\" from \"orders\" where \"orders\".\"note\" glob ?")
                .binds("a*")
                .on("SQL Server", "select [orders].[id] from [orders] where [orders].[note] like ? escape N'!'");
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.NOTE.endsWith("a")))
                .as("select \"orders\".\"id\" from \"orders\" where \"orders\".\"note\" like ? escape '!'")
                .binds("%a")
                .on("SQLite", "select \"orders\".\"id\" from \"orders\" where \"orders\".\"note\" glob ?")
                .binds("*a")
                .on("SQL Server", "select [orders].[id] from [orders] where [orders].[note] like ? escape N'!'");
    }

    @Test
    void orWithinAndIsInParentheses() {
        assertRenders(select(ORDER.ID)
                        .from(ORDER)
                        .where(ORDER.ID.eq(1).or(ORDER.ID.eq(2)).and(ORDER.ID.eq(3))))
                .as(
                        "select \"orders\".\"id\" from \"orders\" where (\"orders\".\"id\" = ? or \"orders\".\"id\" = ?) and \"orders\".\"id\" = ?")
                .binds(1L, 2L, 3L);
        assertRenders(select(ORDER.ID)
                        .from(ORDER)
                        .where(ORDER.ID.eq(1).or(ORDER.ID.eq(2).and(ORDER.ID.eq(3)))))
                .as(
                        "select \"orders\".\"id\" from \"orders\" where \"orders\".\"id\" = ? or \"orders\".\"id\" = ? and \"orders\".\"id\" = ?")
                .binds(1L, 2L, 3L);
    }

    @Test
    void notEnclosesItsCondition() {
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.ID.eq(1).not()))
                .as("select \"orders\".\"id\" from \"orders\" where not (\"orders\".\"id\" = ?)")
                .binds(1L);
        assertRenders(select(ORDER.ID)
                        .from(ORDER)
                        .where(ORDER.ID.eq(1).and(ORDER.ID.eq(2)).not()))
                .as(
                        "select \"orders\".\"id\" from \"orders\" where not (\"orders\".\"id\" = ? and \"orders\".\"id\" = ?)")
                .binds(1L, 2L);
        assertRenders(select(ORDER.ID).from(ORDER).where(ORDER.ID.eq(1).not().not()))
                .as("select \"orders\".\"id\" from \"orders\" where not (not (\"orders\".\"id\" = ?))")
                .binds(1L);
    }

    @Test
    void secondWhereIsAnd() {
        assertRenders(select(ORDER.ID)
                        .from(ORDER)
                        .where(ORDER.ID.eq(1).or(ORDER.ID.eq(2)))
                        .where(o -> o.NOTE.isNull()))
                .as(
                        "select \"orders\".\"id\" from \"orders\" where (\"orders\".\"id\" = ? or \"orders\".\"id\" = ?) and \"orders\".\"note\" is null")
                .binds(1L, 2L);
    }

    @Test
    void arithmeticGroupsAsItWasCalled() {
        assertRenders(select(ORDER.ID)
                        .from(ORDER)
                        .where(ORDER.TOTAL_IN_CENTS.plus(1).times(2).gt(3)))
                .as("select \"orders\".\"id\" from \"orders\" where (\"orders\".\"total_in_cents\" + ?) * ? > ?")
                .binds(1, 2, 3);
        assertRenders(select(ORDER.ID)
                        .from(ORDER)
                        .where(ORDER.TOTAL_IN_CENTS
                                .minus(ORDER.TOTAL_IN_CENTS.minus(1))
                                .eq(1)))
                .as(
                        "select \"orders\".\"id\" from \"orders\" where \"orders\".\"total_in_cents\" - (\"orders\".\"total_in_cents\" - ?) = ?")
                .binds(1, 1);
        assertRenders(select(ORDER.ID)
                        .from(ORDER)
                        .where(ORDER.TOTAL_IN_CENTS.times(2).plus(1).lt(3)))
                .as("select \"orders\".\"id\" from \"orders\" where \"orders\".\"total_in_cents\" * ? + ? < ?")
                .binds(2, 1, 3);
    }
}
