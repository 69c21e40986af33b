package dev.rowan.query;

import static dev.rowan.expression.Functions.coalesce;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.contract.StandardDialect;
import dev.rowan.expression.BoundValue;
import dev.rowan.schema.ArrayColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.shop.Order;
import dev.rowan.shop.Orders;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Statements are values. */
class ImmutabilityTest {
    private final StandardDialect dialect = new StandardDialect();

    @Test
    void branchesOfOneBaseDifferAndLeaveItUnchanged() {
        Select<Order, Orders> base = select().from(ORDER).where(ORDER.USER_ID.eq(42));
        String before = dialect.render(base).text();

        Select<Order, Orders> a = base.where(ORDER.ID.eq(1));
        Select<Order, Orders> b = base.where(ORDER.ID.gt(1));

        assertThat(dialect.render(a).text()).isNotEqualTo(dialect.render(b).text());
        assertThat(a).isNotEqualTo(b).isNotEqualTo(base);
        assertThat(dialect.render(base).text()).isEqualTo(before);
    }

    @Test
    void everyClauseLeavesItsBaseUnchanged() {
        Select<Order, Orders> base = select().from(ORDER);
        List<UnaryOperator<Select<Order, Orders>>> clauses = List.of(
                Select::distinct,
                s -> s.join(USER).on(ORDER.USER_ID.eq(USER.ID)),
                s -> s.leftJoin(USER).on((o, u) -> o.USER_ID.eq(u.ID)),
                s -> s.where(o -> o.ID.eq(1)),
                s -> s.groupBy(ORDER.ID),
                s -> s.having(count().gt(1)),
                s -> s.orderBy(ORDER.ID.asc()),
                s -> s.limit(1),
                s -> s.offset(1),
                s -> s.include(ORDER.LINE_ITEMS));

        for (UnaryOperator<Select<Order, Orders>> clause : clauses) {
            assertThat(clause.apply(base)).isNotEqualTo(base).isEqualTo(clause.apply(select().from(ORDER)));
            assertThat(base).isEqualTo(select().from(ORDER));
        }
    }

    @Test
    void statementsCompareByStructure() {
        assertThat(update(USER).set(USER.NAME, "a").where(USER.ID.eq(1)))
                .isEqualTo(update(USER).set(USER.NAME, "a").where(USER.ID.eq(1)))
                .hasSameHashCodeAs(update(USER).set(USER.NAME, "a").where(USER.ID.eq(1)))
                .isNotEqualTo(update(USER).set(USER.NAME, "a").where(USER.ID.eq(2)))
                .isNotEqualTo(update(USER).set(USER.NAME, "a").everyRow());
        assertThat(insertInto(USER).set(USER.NAME, "a"))
                .isEqualTo(insertInto(USER).set(USER.NAME, "a"))
                .isNotEqualTo(insertInto(USER).set(USER.NAME, "b"));
        assertThat(deleteFrom(USER).everyRow())
                .isEqualTo(deleteFrom(USER).everyRow())
                .isNotEqualTo(deleteFrom(ORDER).everyRow());
        assertThat(deleteFrom(USER).everyRow().returning(USER.ID))
                .isEqualTo(deleteFrom(USER).everyRow().returning(USER.ID))
                .isNotEqualTo(deleteFrom(USER).everyRow().returning());
        assertThat(insertInto(USER).columns(USER.ID).select(select(ORDER.ID).from(ORDER)))
                .isEqualTo(insertInto(USER)
                        .columns(USER.ID)
                        .select(select(ORDER.ID).from(ORDER)))
                .isNotEqualTo(insertInto(USER)
                        .columns(USER.ID)
                        .select(select(ORDER.USER_ID).from(ORDER)));
        assertThat(select(USER.NAME)).isEqualTo(select(USER.NAME)).isNotEqualTo(select(USER.EMAIL));
        assertThat(select(USER.NAME, USER.ID).from(USER))
                .isEqualTo(select(USER.NAME, USER.ID).from(USER))
                .isNotEqualTo(select(USER.ID, USER.NAME).from(USER));
    }

    @Test
    void memoIsNotPartOfTheValue() {
        Select<Order, Orders> used = select().from(ORDER);
        used.remember("anything");

        assertThat(used).isEqualTo(select().from(ORDER)).hasSameHashCodeAs(select().from(ORDER));
    }

    @Test
    void listsThatAreGivenAreCopied() {
        Lists table = new Lists(TableName.of("lists"));
        List<@Nullable Integer> list = new ArrayList<>(Arrays.asList(1, null));
        table.NUMBERS.defaultValue(list);
        List<SqlStatement> statements = List.of(
                insertInto(table).set(table.NUMBERS, list),
                update(table).set(table.NUMBERS, list).everyRow(),
                select().from(table).where(table.NUMBERS.eq(list)),
                select().from(table).where(table.NUMBERS.isDistinctFrom(list)),
                select(coalesce(table.NUMBERS, list)).from(table),
                select(table.NUMBERS.concat(list)).from(table));
        List<String> before = written(statements);
        List<Integer> codes = statements.stream().map(Object::hashCode).toList();

        list.add(3);

        assertThat(written(statements)).isEqualTo(before);
        assertThat(statements).extracting(Object::hashCode).isEqualTo(codes);
        assertThat(table.NUMBERS.defaultValue()).contains(Arrays.asList(1, null));
    }

    private List<String> written(List<SqlStatement> statements) {
        return statements.stream()
                .map(statement -> dialect.render(statement).binds().stream()
                        .map(BoundValue::value)
                        .toList()
                        .toString())
                .toList();
    }

    private static final class Lists extends Table<Lists.Row> {
        final ArrayColumn<Row, Integer> NUMBERS = array("numbers", SqlType.INTEGER);

        Lists(TableName name) {
            super(name, Row.class, Lists::new);
        }

        record Row(@Nullable List<@Nullable Integer> numbers) {}
    }
}
