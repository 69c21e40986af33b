package dev.rowan.architecture;

import static dev.rowan.expression.Functions.coalesce;
import static dev.rowan.expression.Functions.concat;
import static dev.rowan.expression.Functions.currentDate;
import static dev.rowan.expression.Functions.lpad;
import static dev.rowan.expression.Functions.nullIf;
import static dev.rowan.expression.Functions.position;
import static dev.rowan.expression.Functions.replace;
import static dev.rowan.expression.Functions.rowNumber;
import static dev.rowan.expression.Functions.rpad;
import static dev.rowan.expression.Functions.stringAgg;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.expression.Functions.when;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.cte;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.derived;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.lateral;
import static dev.rowan.query.Sql.recursive;
import static dev.rowan.query.Sql.recursiveDistinct;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.query.Sql.values;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.StandardDialect;
import dev.rowan.expression.Aggregate;
import dev.rowan.expression.Call;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Functions;
import dev.rowan.expression.Nullability;
import dev.rowan.expression.Ranking;
import dev.rowan.expression.Selectable;
import dev.rowan.expression.Window;
import dev.rowan.query.CommonTable;
import dev.rowan.query.RowQuery;
import dev.rowan.query.SqlStatement;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.shop.Product;
import dev.rowan.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a text that the public API takes: it is bound, quoted, checked or no part of the SQL. A new method that
 * takes one fails here until its author has said which.
 */
class TextsOfTheApiTest {
    private static final String MARKER = "a'marker\"marker`marker\\marker?marker;--marker";

    /** A value: it is bound, wherever it stands. */
    private static final Map<String, Supplier<SqlStatement>> BOUND = Map.ofEntries(
            Map.entry(
                    "expression.Aggregates.stringAgg(TextExpression, String, SortKey[])",
                    () -> selected(stringAgg(USER.NAME, MARKER))),
            Map.entry(
                    "expression.Functions.coalesce(TextExpression, String)",
                    () -> selected(coalesce(USER.NAME, MARKER))),
            Map.entry("expression.Functions.nullIf(TextExpression, String)", () -> selected(nullIf(USER.NAME, MARKER))),
            Map.entry("expression.Functions.value(String)", () -> selected(value(MARKER))),
            Map.entry(
                    "expression.Functions.when(Condition, String)",
                    () -> selected(
                            when(USER.ACTIVE, MARKER).when(USER.ACTIVE, MARKER).otherwise(MARKER))),
            Map.entry("expression.TextExpression.contains(String)", () -> where(USER.NAME.contains(MARKER))),
            Map.entry("expression.TextExpression.endsWith(String)", () -> where(USER.NAME.endsWith(MARKER))),
            Map.entry("expression.TextExpression.startsWith(String)", () -> where(USER.NAME.startsWith(MARKER))),
            Map.entry("expression.TextExpression.ilike(String)", () -> where(USER.NAME.ilike(MARKER))),
            Map.entry("expression.TextExpression.like(String)", () -> where(USER.NAME.like(MARKER))),
            Map.entry("expression.TextExpression.like(String, char)", () -> where(USER.NAME.like(MARKER, '!'))),
            Map.entry("expression.TextExpression.matches(String)", () -> where(USER.NAME.matches(MARKER))),
            Map.entry("expression.TextExpression.notIlike(String)", () -> where(USER.NAME.notIlike(MARKER))),
            Map.entry("expression.TextExpression.notLike(String)", () -> where(USER.NAME.notLike(MARKER))),
            Map.entry(
                    "expression.TextFunctions.concat(String, TextExpression)",
                    () -> selected(concat(MARKER, USER.NAME))),
            Map.entry(
                    "expression.TextFunctions.concat(TextExpression, String)",
                    () -> selected(concat(USER.NAME, MARKER))),
            Map.entry(
                    "expression.TextFunctions.lpad(TextExpression, int, String)",
                    () -> selected(lpad(USER.NAME, 9, MARKER))),
            Map.entry(
                    "expression.TextFunctions.rpad(TextExpression, int, String)",
                    () -> selected(rpad(USER.NAME, 9, MARKER))),
            Map.entry(
                    "expression.TextFunctions.position(String, TextExpression)",
                    () -> selected(position(MARKER, USER.NAME))),
            Map.entry(
                    "expression.TextFunctions.replace(TextExpression, String, String)",
                    () -> selected(replace(USER.NAME, MARKER, MARKER))));

    /** A name: it is quoted. */
    private static final Map<String, Supplier<SqlStatement>> QUOTED = Map.ofEntries(
            Map.entry("expression.BooleanExpression.as(String)", () -> selected(USER.ACTIVE.as(MARKER))),
            Map.entry(
                    "expression.Expression.as(String)",
                    () -> selected(value(SqlType.TEXT, MARKER).as(MARKER))),
            Map.entry("expression.NumberExpression.as(String)", () -> selected(USER.ID.as(MARKER))),
            Map.entry(
                    "expression.TemporalExpression.as(String)",
                    () -> selected(currentDate().as(MARKER))),
            Map.entry("expression.TextExpression.as(String)", () -> selected(USER.NAME.as(MARKER))),
            Map.entry(
                    "expression.Window.as(String)",
                    () -> selected(rowNumber().over(Window.by(USER.ID.asc()).as(MARKER)))),
            Map.entry("query.Sql.alias(Table, String)", () -> select().from(alias(USER, MARKER))),
            Map.entry("query.Sql.cte(RowQuery, String)", () -> select().from(cte(ids(), MARKER))),
            Map.entry(
                    "query.Sql.cte(RowQuery, String, Materialization)",
                    () -> select().from(cte(ids(), MARKER, CommonTable.Materialization.ALWAYS))),
            Map.entry(
                    "query.Sql.cte(Returning, String)",
                    () -> select().from(cte(deleteFrom(USER).everyRow().returning(USER.ID), MARKER))),
            Map.entry("query.Sql.derived(RowQuery, String)", () -> select().from(derived(ids(), MARKER))),
            Map.entry("query.Sql.lateral(RowQuery, String)", () -> select().from(lateral(ids(), MARKER))),
            Map.entry(
                    "query.Sql.recursive(RowQuery, String, Function)",
                    () -> select().from(recursive(ids(), MARKER, known -> ids()))),
            Map.entry(
                    "query.Sql.recursiveDistinct(RowQuery, String, Function)",
                    () -> select().from(recursiveDistinct(ids(), MARKER, known -> ids()))),
            Map.entry(
                    "query.Sql.values(Table, String, Collection)",
                    () -> select().from(values(PRODUCT, MARKER, List.of(new Product(1, "Tea", 450, 10))))),
            Map.entry("schema.TableName.as(String)", () -> createTable(new Named(TableName.of(MARKER)))),
            Map.entry("schema.TableName.of(String)", () -> createTable(new Named(TableName.of(MARKER)))),
            Map.entry(
                    "schema.TableName.of(String, String)", () -> createTable(new Named(TableName.of(MARKER, MARKER)))),
            Map.entry(
                    "schema.TableName.new(String, String, String)",
                    () -> deleteFrom(new Named(new TableName(MARKER, MARKER, null)))
                            .everyRow()));

    /** A name, of columns as {@link Named} has one, what the methods above call, or a default, which stands in quotes too. */
    private static final List<String> QUOTED_TOO = List.of(
            "schema.Rule.oneOf(String, String[])",
            "schema.Rule$Constraint$OneOf.new(List)",
            "execute.Database.withSchema(String)",
            "execute.TransactionOptions.withDeferredConstraints(String[])",
            "expression.JsonExpression.as(String)",
            "expression.ArrayExpression.as(String)",
            "schema.Table.json(String)",
            "schema.Table.array(String, SqlType)",
            "expression.Identifier.of(String)",
            "expression.Identifier.appendTo(StringBuilder, Quotes)",
            "schema.Table.alias(Table, String)",
            "schema.Table.bigint(String)",
            "schema.Table.binary(String)",
            "schema.Table.bool(String)",
            "schema.Table.column(String, SqlType)",
            "schema.Table.columnOf(String, Expression, boolean)",
            "schema.Table.computed(Table, String, Rows)",
            "schema.Table.date(String)",
            "schema.Table.decimal(String, int, int)",
            "schema.Table.doublePrecision(String)",
            "schema.Table.enumeration(String, Class)",
            "schema.Table.instant(String)",
            "schema.Table.integer(String)",
            "schema.Table.real(String)",
            "schema.Table.smallint(String)",
            "schema.Table.text(String)",
            "schema.Table.time(String)",
            "schema.Table.timestamp(String)",
            "schema.Table.uniqueKey(String, Column, Column[])",
            "schema.Table.uuid(String)",
            "schema.Table.varchar(String, int)",
            "schema.TextColumn.defaultValue(String)");

    /** The name of a function, which must be an identifier. */
    private static final List<String> CHECKED = List.of(
            "expression.Aggregate.new(String, boolean, boolean, List, List, Condition)",
            "expression.Call.new(String, Nullability, List)",
            "expression.Ranking.new(String, Nullability, boolean, List)",
            "expression.Functions.call(String, SqlType, Expression[])");

    /** SQL, and says so; a constant, which Error Prone checks. */
    private static final List<String> RAW = List.of(
            "expression.RawSql.of(String, Expression[])",
            "query.Sql.command(String)",
            "query.Sql.query(String, Selection)",
            "query.Sql.raw(SqlType, String, Expression[])",
            "query.Sql.rawCondition(String, Expression[])");

    /** Values too; {@code RawSqlTest}, the JSON and the full-text contract show that they are bound. */
    private static final List<String> BOUND_TOO = List.of(
            "expression.FullText.matches(String)",
            "expression.FullText.score(String)",
            "expression.JsonExpression.hasKey(String)",
            "expression.JsonPath.set(String)",
            "query.RawCommand.bind(String, SqlType, Object)",
            "query.RawCommand.bind(String, String)",
            "query.RawCommand.bind(String, long)",
            "query.RawCommand.bindAll(String, SqlType, Collection)",
            "query.RawQuery.bind(String, SqlType, Object)",
            "query.RawQuery.bind(String, String)",
            "query.RawQuery.bind(String, long)",
            "query.RawQuery.bindAll(String, SqlType, Collection)");

    /** What a comment says, encoded; {@code SqlCommentTest} and {@code TagContract} show that it cannot end one. */
    private static final List<String> IN_A_COMMENT =
            List.of("execute.Database.tagged(String, String)", "render.SqlComment.of(Map)");

    /** SQL that a dialect makes, which the tree never hands a text of its own. */
    private static final List<String> OF_A_DIALECT = List.of(
            "render.Dialect.explained(String)",
            "render.Spelling.of(String)",
            "render.Spelling.refused(String)",
            "render.Spellings.alike(String, String[])",
            "render.Spellings.get(String)",
            "render.Spellings.nullUnlessAll(String[])",
            "render.Spellings.refused(String, String[])",
            "render.Spellings.rendered(String[])",
            "render.Spellings.times(String, BinaryOperator)",
            "render.Spellings.with(String, String)",
            "render.SqlWriter.append(String)",
            "render.SqlWriter.append(String, BoundValue)",
            "render.SqlWriter.insert(int, String)");

    /** Messages, addresses, names of associations and record components. */
    private static final List<String> NOT_SQL = List.of(
            "schema.Association.isOptional(Set)",
            "schema.ToOne.isOptional(Set)",
            "schema.ToMany.isOptional(Set)",
            "schema.Table.filter(Set)",
            "schema.Table.filter(String, Supplier)",
            "schema.Related.new(Association, Table, Condition, Set, Expression)",
            "schema.Rule.of(String, String, Predicate)",
            "schema.Rule.message(String)",
            "schema.TextColumn.generated(Supplier)",
            "schema.TextColumn.normalized(UnaryOperator)",
            "error.StaleRowException.new(String, boolean)",
            "error.Violation.new(String, String, String, String, int, Object)",
            "query.Select.unfiltered(Set)",
            "expression.Setting.of(String, SqlType)",
            "query.Insert.setAll(Map, Column[])",
            "query.UpdateSet.setAll(Map, Column[])",
            "schema.RecordCheck$Found.add(String, String, String, Object)",
            "error.BulkException.new(long, String, RuntimeException)",
            "error.ConfigurationException.new(String)",
            "error.ConfigurationException.new(String, Throwable)",
            "error.DecodeException.new(String)",
            "error.DecodeException.new(String, Throwable)",
            "error.InvalidQueryException.new(String)",
            "error.NotIncludedException.new(String)",
            "error.ConstraintViolationException.new(Kind, String, List, String, String, int, Throwable)",
            "error.QueryException.new(Kind, String, String, int, Throwable)",
            "error.QueryException.new(Kind, String, Throwable)",
            "error.RowCountException.new(Kind, String)",
            "error.RowanException.new(String)",
            "error.RowanException.new(String, Throwable)",
            "error.UnsupportedFeatureException.new(String, String, String)",
            "execute.Database.connect(String)",
            "execute.Database.connect(String, String, String)",
            "execute.PoolConfig.fromEnvironment(String)",
            "execute.PoolConfig.fromEnvironment(String, Map)",
            "execute.PoolConfig.load(Path, String)",
            "execute.PoolConfig.load(Path, String, Map)",
            "execute.PoolConfig.withDriverProperty(String, String)",
            "execute.PoolConfig.of(String)",
            "execute.PoolConfig.withUser(String, String)",
            "execute.PoolConfig.withEnvironment(String)",
            "execute.TransactionOptions.withName(String)",
            "execute.Slice.new(int, String)",
            "execute.Slice.of(int, String)",
            "expression.RawText$Parameter.new(String)",
            "expression.RawText$Plain.new(String)",
            "expression.RawText.parse(String)",
            "query.DerivedTable.get(String, SqlType)",
            "query.RawCommand.values(String)",
            "query.RawQuery.values(String)",
            "query.Select.requirePart(String)",
            "query.SortSpec.and(String, Expression)",
            "query.SortSpec.of(String, Expression)",
            "query.SortSpec.parse(String)",
            "render.Dialect.new(String, int, int)",
            "render.Dialect.refuses(String)",
            "render.DeclaredConstraints.named(String)",
            "render.DeclaredConstraints.notNull(Predicate)",
            "render.DialectProvider.accepts(String)",
            "render.Violation.new(String, List)",
            "row.AssociationSlot.new(String, boolean, Class, boolean, boolean)",
            "row.NamedRow.value(String)",
            "row.NamedRow.value(String, Class)",
            "row.NestedRowTypes$Included.new(String, SqlType, List)",
            "row.NestedRowTypes.missing(String)",
            "row.NestedRowTypes.only(RowTarget, Shape, List, String)",
            "row.RecordParts.indexOf(String)",
            "row.RecordValues.of(Class, List)",
            "row.RecordValues.requireKnown(Class, List, String)",
            "row.RowComponent.new(String, Class, Type, boolean, boolean)",
            "row.Slot.new(String, SqlType, boolean)",
            "schema.Table.belongsTo(String, ForeignKey, Supplier)",
            "schema.Table.hasMany(String, Supplier, Function)",
            "schema.Table.hasOne(String, Supplier, Function)",
            "schema.Table.manyToMany(String, Supplier, Function, Function)",
            "type.Codec.requireWellFormed(String)",
            "type.Json.of(String)",
            "type.Json.string(String)",
            "type.Json.unchecked(String)");

    private static final class Named extends Table<Named.Row> {
        Named(TableName name) {
            super(name, Row.class, Named::new);
            varchar(MARKER, 9).notNull().defaultValue(MARKER);
        }

        record Row(String text) {}
    }

    private static SqlStatement selected(Selectable<?> expression) {
        return select(List.of(expression)).as(Object.class).from(USER);
    }

    private static SqlStatement where(Condition condition) {
        return select(USER.ID).from(USER).where(condition);
    }

    private static RowQuery<Long> ids() {
        return select(USER.ID).from(USER);
    }

    @Test
    void everyTextOfTheApiIsAccountedFor() {
        assertThat(TextParameters.inThePublicApi())
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                BOUND.keySet(),
                                QUOTED.keySet(),
                                QUOTED_TOO,
                                BOUND_TOO,
                                CHECKED,
                                RAW,
                                OF_A_DIALECT,
                                IN_A_COMMENT,
                                DefinitionTexts.ALL,
                                NOT_SQL)
                        .flatMap(signatures -> signatures.stream())
                        .toList());
    }

    @Test
    void valuesAreBound() {
        BOUND.forEach((method, statement) -> {
            var sql = new StandardDialect().render(statement.get());
            assertThat(sql.text()).as(method).doesNotContain("marker");
            assertThat(sql.binds()).as(method).anyMatch(bind -> ("" + bind.value()).contains("marker"));
        });
    }

    @Test
    void valuesOfAnyTypeAreBound() {
        Stream.of(
                        where(USER.NAME.eq(MARKER)),
                        where(USER.NAME.ne(MARKER)),
                        where(USER.NAME.lt(MARKER).or(USER.NAME.ge(MARKER))),
                        where(USER.NAME.between(MARKER, MARKER)),
                        where(USER.NAME.in(MARKER, MARKER)),
                        where(USER.NAME.notIn(List.of(MARKER))),
                        where(USER.NAME.isDistinctFrom(MARKER)),
                        where(USER.NAME.isNotDistinctFrom(MARKER)),
                        update(USER).set(USER.NAME, MARKER).everyRow(),
                        insertInto(USER).set(USER.NAME, MARKER),
                        insertInto(USER).set(USER.NAME, MARKER).returning(USER.ID),
                        insertInto(USER).columns(USER.NAME).select(select(value(MARKER))),
                        deleteFrom(USER).where(USER.NAME.eq(MARKER)).returning(select(concat(USER.NAME, MARKER))))
                .map(statement -> new StandardDialect().render(statement))
                .forEach(sql -> assertThat(sql.text()).doesNotContain("marker"));
    }

    @Test
    void namesAreQuoted() {
        QUOTED.forEach((method, statement) -> {
            String sql = new StandardDialect().render(statement.get()).text();
            assertThat(sql).as(method).contains("marker");
            assertThat(outsideOfQuotes(sql)).as(method).doesNotContain("marker").doesNotContain("--");
        });
    }

    /** The text without what stands in quotes, in which a quote is doubled. */
    private static String outsideOfQuotes(String sql) {
        return sql.replaceAll("\"([^\"]|\"\")*\"", "name").replaceAll("'([^']|'')*'", "text");
    }

    @Test
    void namesOfFunctionsAreChecked() {
        for (String name : List.of("", "*", "f()", "f g", "f;", "f--", "a.", ".a", "1f", "\"f\"", "f'", "ä", MARKER)) {
            Stream.<Runnable>of(
                            () -> Functions.call(name, SqlType.TEXT),
                            () -> new Call(name, Nullability.NEVER, List.of()),
                            () -> new Ranking(name, Nullability.NEVER, false, List.of()),
                            () -> new Aggregate(name, false, false, List.of(), List.of(), null))
                    .forEach(made -> assertThatThrownBy(made::run)
                            .as("a call of '%s'", name)
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("name of a function"));
        }
    }
}
