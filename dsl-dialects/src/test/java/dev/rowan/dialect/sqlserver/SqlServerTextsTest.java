package dev.rowan.dialect.sqlserver;

import static dev.rowan.dialect.sqlserver.SqlServerTextsTest.Blobs.BLOB;
import static dev.rowan.dialect.sqlserver.SqlServerTextsTest.Singles.SINGLE;
import static dev.rowan.dialect.sqlserver.SqlServerTextsTest.Things.THING;
import static dev.rowan.expression.Functions.concat;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.stringAgg;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.exists;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.recursive;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.definition.Change;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.UniqueDefinition;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Expression;
import dev.rowan.expression.TextExpression;
import dev.rowan.query.DerivedTable;
import dev.rowan.query.RowQuery;
import dev.rowan.query.SqlStatement;
import dev.rowan.render.Dialect;
import dev.rowan.render.RenderedSql;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PlainColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.type.SqlType;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Texts of which only SQL Server's are of interest; the others are those of the rendering tests. */
final class SqlServerTextsTest {
    private static final Dialect DIALECT = new SqlServerDialect(16, 0);

    private static String text(SqlStatement statement) {
        String text = DIALECT.render(statement).text();
        TransactSql.require(text);
        return text;
    }

    private static List<String> statements(Change change) {
        List<String> statements = DIALECT.ddl().statements(change, null).stream()
                .map(RenderedSql::text)
                .toList();
        statements.forEach(TransactSql::require);
        return statements;
    }

    @Test
    void truthValueIsComparedWhereAConditionStands() {
        assertThat(text(select(USER.ID).from(USER).where(USER.ACTIVE.not().or(USER.ACTIVE.and(USER.ID.eq(1))))))
                .isEqualTo("select [users].[id] from [users] where not ([users].[active] = 1)"
                        + " or [users].[active] = 1 and [users].[id] = ?");
    }

    @Test
    void keyWithAValueIsNamed() {
        TextExpression<@Nullable String> key = concat(THING.TEXT, "!");

        assertThat(text(select(key, count()).from(THING).groupBy(key).orderBy(key.asc())))
                .isEqualTo("select [rowan_keys].[k1], count_big(*) from [things]"
                        + " cross apply (select (cast([things].[text] as nvarchar(max)) + ?) as [k1]) as [rowan_keys]"
                        + " group by [rowan_keys].[k1] order by [rowan_keys].[k1] asc");
    }

    @Test
    void bracketInAPatternIsACharacter() {
        RenderedSql rendered = DIALECT.render(select(THING.ID).from(THING).where(THING.TEXT.like("[a]!%")));

        assertThat(rendered.text())
                .isEqualTo("select [things].[id] from [things] where [things].[text] like ? escape N'!'");
        assertThat(rendered.binds()).extracting(BoundValue::value).isEqualTo(List.of("![a]!!%"));
        assertThat(DIALECT.render(select(THING.ID).from(THING).where(THING.TEXT.like("\\[\\%", '\\')))
                        .binds())
                .extracting(BoundValue::value)
                .isEqualTo(List.of("![!%"));
    }

    @Test
    void uuidsAreInTheOrderOfTheirTexts() {
        assertThat(text(select(THING.TEXT).from(THING).orderBy(THING.ID.asc())))
                .endsWith(" order by cast(cast([things].[id] as uniqueidentifier) as char(36))"
                        + " collate Latin1_General_100_BIN2 asc");
    }

    @Test
    void moreThanAThousandRowsAreInsertedFromAQuery() {
        List<Single> singles =
                LongStream.rangeClosed(0, 1_000).mapToObj(Single::new).toList();

        assertThat(text(insertInto(SINGLE).rows(singles)))
                .startsWith("insert into [singles] ([id]) select * from (values (?), (?)")
                .endsWith(", (?)) as [v]([id])");
        assertThat(text(insertInto(SINGLE).rows(singles.subList(0, 1_000))))
                .startsWith("insert into [singles] ([id]) values (?), (?)");
    }

    @Test
    void sumOfWholeNumbersDoesNotOverflow() {
        assertThat(text(select(sum(THING.RANK)).from(THING)))
                .isEqualTo("select sum(cast([things].[rank] as decimal(38, 0))) from [things]");
    }

    @Test
    void uniqueKeyOfColumnsThatCanBeNullIsAnIndexOfTheOthers() {
        TableDefinition table = TableDefinition.of(
                        TableName.of("t"), List.of(ColumnDefinition.of("a", "int"), ColumnDefinition.of("b", "int")))
                .with(new UniqueDefinition("t_key", List.of("a", "b")));

        assertThat(statements(new Change.Create(table)))
                .containsExactly("create table [t] ([a] int null, [b] int null); create unique index [t_key] on [t]"
                        + " ([a], [b]) where [a] is not null and [b] is not null");
    }

    @Test
    void defaultsAreConstraintsWithNames() {
        TableName table = TableName.of("t");
        ColumnDefinition before = ColumnDefinition.of("a", "int").withDefault("1");
        ColumnDefinition after = ColumnDefinition.of("a", "bigint").withDefault("2");

        assertThat(statements(new Change.Alter(table, before, after)))
                .containsExactly(
                        "alter table [t] drop constraint [df_t_a]",
                        "alter table [t] alter column [a] bigint null",
                        "alter table [t] add constraint [df_t_a] default 2 for [a]");
        assertThat(statements(new Change.Drop(table, before)))
                .containsExactly("alter table [t] drop constraint if exists [df_t_a], column [a]");
    }

    @Test
    void columnIsRenamedByAProcedure() {
        assertThat(statements(new Change.RenameColumn(TableName.of("o'n"), "a", "b")))
                .containsExactly("exec sp_rename N'[o''n].[a]', N'b', N'COLUMN'");
    }

    @Test
    void uuidIsBoundByItsText() {
        assertThat(DIALECT.render(select(THING.TEXT).from(THING).where(THING.ID.eq(new UUID(1, 2))))
                        .text())
                .isEqualTo("select [things].[text] from [things] where [things].[id] = ?");
    }

    @Test
    void bytesThatDependOnAKeyAreFoundByTheirDigits() {
        assertThat(text(select(BLOB.ID, BLOB.BYTES).from(BLOB).groupBy(BLOB.ID)))
                .isEqualTo(
                        "select [blobs].[id], convert(varbinary(max), max(convert(nvarchar(max), [blobs].[bytes], 2)), 2)"
                                + " from [blobs] group by [blobs].[id]");
    }

    /** A recursion from 1 by a step. */
    private static SqlStatement recursion(Function<DerivedTable<Integer>, RowQuery<Integer>> step) {
        return select(count()).from(recursive(select(value(1).as("n")).from(THING), "steps", step));
    }

    private static void assertRefused(SqlStatement statement, String words) {
        assertThatThrownBy(() -> DIALECT.render(statement))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageStartingWith("SQL Server 16.0 has no " + words + ";");
    }

    @Test
    void stepOfARecursionIsAPlainSelect() {
        Expression<Integer> two = value(2).as("n");
        String grouped = "distinct rows, groups or limit in the step of a recursion";

        assertThat(text(recursion(known -> select(two).from(THING).join(known).on(THING.RANK.isNull()))))
                .startsWith("with [steps]([n]) as (");
        assertRefused(recursion(known -> select(two).from(known).distinct()), grouped);
        assertRefused(recursion(known -> select(two).from(known).limit(1)), grouped);
        assertRefused(
                recursion(known -> select(two)
                        .from(THING)
                        .join(known)
                        .on(THING.RANK.isNull())
                        .groupBy(THING.RANK)),
                grouped);
        assertRefused(
                recursion(known -> select(two).from(THING).leftJoin(known).on(THING.RANK.isNull())),
                "outer join in the step of a recursion");
        assertRefused(
                recursion(known -> select(count().cast(SqlType.INTEGER).as("n")).from(known)),
                "aggregate in the step of a recursion");
        assertRefused(
                recursion(known ->
                        select(two).from(THING).where(exists(select(two).from(known)))),
                "subquery in the step of a recursion");
    }

    @Test
    void textsOfASelectAreJoinedInOneOrder() {
        var up = stringAgg(THING.TEXT, ",", THING.RANK.asc());
        var down = stringAgg(THING.TEXT, ",", THING.RANK.desc());

        assertRefused(select(up, down).from(THING), "different orders of joined texts in one select");
        assertThat(text(select(up, stringAgg(THING.TEXT, ";", THING.RANK.asc()), stringAgg(THING.TEXT, ","))
                        .from(THING)))
                .contains("string_agg");
        assertThat(text(select(up).from(THING).unionAll(select(down).from(THING))))
                .contains("order by [things].[rank] asc)", "order by [things].[rank] desc)");
    }

    @Test
    void valueIsNoPlaceOfAColumn() {
        assertThat(text(select(THING.TEXT).from(THING).orderBy(value(2).desc(), THING.TEXT.asc())))
                .endsWith(" order by (select ?) desc, [things].[text] asc");
        assertThat(text(select(THING.TEXT).from(THING).orderBy(value(2).asc().nullsLast())))
                .endsWith(" order by (select case when ? is null then 1 else 0 end), (select ?) asc");
    }

    record Thing(UUID id, @Nullable String text, @Nullable Integer rank) {}

    static final class Things extends Table<Thing> {
        static final Things THING = new Things(TableName.of("things"));

        public final PlainColumn<Thing, UUID> ID = uuid("id").primaryKey();
        public final TextColumn<Thing, @Nullable String> TEXT = varchar("text", 200);
        public final NumberColumn<Thing, @Nullable Integer> RANK = integer("rank");

        private Things(TableName name) {
            super(name, Thing.class, Things::new);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // no two are compared
    record Blob(long id, byte[] bytes) {}

    static final class Blobs extends Table<Blob> {
        static final Blobs BLOB = new Blobs(TableName.of("blobs"));

        public final NumberColumn<Blob, Long> ID = bigint("id").primaryKey();
        public final PlainColumn<Blob, byte[]> BYTES = binary("bytes").notNull();

        private Blobs(TableName name) {
            super(name, Blob.class, Blobs::new);
        }
    }

    record Single(long id) {}

    static final class Singles extends Table<Single> {
        static final Singles SINGLE = new Singles(TableName.of("singles"));

        public final NumberColumn<Single, Long> ID = bigint("id").notNull();

        private Singles(TableName name) {
            super(name, Single.class, Singles::new);
        }
    }
}
