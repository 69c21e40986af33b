package dev.rowan.guide;

import static dev.rowan.expression.Frame.currentRow;
import static dev.rowan.expression.Frame.following;
import static dev.rowan.expression.Frame.preceding;
import static dev.rowan.expression.Frame.unboundedFollowing;
import static dev.rowan.expression.Frame.unboundedPreceding;
import static dev.rowan.expression.Functions.*;
import static dev.rowan.query.Sql.exists;
import static dev.rowan.query.Sql.notExists;
import static dev.rowan.query.Sql.raw;
import static dev.rowan.query.Sql.rawCondition;
import static dev.rowan.query.Sql.row;
import static dev.rowan.query.Sql.select;

import dev.rowan.expression.Frame;
import dev.rowan.expression.TimePart;
import dev.rowan.expression.Window;
import dev.rowan.row.Row2;
import dev.rowan.schema.ArrayColumn;
import dev.rowan.schema.BooleanColumn;
import dev.rowan.schema.JsonColumn;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.TextColumn;
import dev.rowan.type.Json;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code docs/functions.md} shows, section by section: the comment becomes the heading, each element a line. */
final class FunctionSamples {
    record Ware(
            int id,
            @Nullable Integer stock,
            BigDecimal price,
            String name,
            @Nullable String note,
            boolean sold,
            LocalDate dueOn,
            Instant madeAt,
            Json data,
            @Nullable List<@Nullable String> tags) {}

    static final class Wares extends Table<Ware> {
        static final Wares WARE = new Wares(TableName.of("w"));

        final NumberColumn<Ware, Integer> ID = integer("id").primaryKey();
        final NumberColumn<Ware, @Nullable Integer> STOCK = integer("stock");
        final NumberColumn<Ware, BigDecimal> PRICE = decimal("price", 10, 2).notNull();
        final TextColumn<Ware, String> NAME = varchar("name", 100).notNull();
        final TextColumn<Ware, @Nullable String> NOTE = varchar("note", 100);
        final BooleanColumn<Ware, Boolean> SOLD = bool("sold").notNull();
        final TemporalColumn<Ware, LocalDate> DUE_ON = date("due_on").notNull();
        final TemporalColumn<Ware, Instant> MADE_AT = instant("made_at").notNull();
        final JsonColumn<Ware, Json> DATA = json("data").notNull();
        final ArrayColumn<Ware, String> TAGS = array("tags", SqlType.TEXT);

        private Wares(TableName name) {
            super(name, Ware.class, Wares::new);
        }
    }

    private static final Wares WARE = Wares.WARE;
    private static final NumberColumn<Ware, Integer> ID = WARE.ID;
    private static final NumberColumn<Ware, @Nullable Integer> STOCK = WARE.STOCK;
    private static final NumberColumn<Ware, BigDecimal> PRICE = WARE.PRICE;
    private static final TextColumn<Ware, String> NAME = WARE.NAME;
    private static final TextColumn<Ware, @Nullable String> NOTE = WARE.NOTE;
    private static final BooleanColumn<Ware, Boolean> SOLD = WARE.SOLD;
    private static final TemporalColumn<Ware, LocalDate> DUE_ON = WARE.DUE_ON;
    private static final TemporalColumn<Ware, Instant> MADE_AT = WARE.MADE_AT;
    private static final JsonColumn<Ware, Json> DATA = WARE.DATA;
    private static final ArrayColumn<Ware, String> TAGS = WARE.TAGS;
    private static final Json PART = Json.of("{\"a\":1}");

    private FunctionSamples() {}

    /** Comparisons of any expression */
    static List<Object> comparisons() {
        return Arrays.asList(
                NAME.eq("Tea"),
                NAME.eq(NOTE),
                NAME.ne("Tea"),
                NOTE.isDistinctFrom("Tea"),
                NOTE.isNotDistinctFrom(NAME),
                NAME.in("Tea", "Cup"),
                NAME.in(List.of("Tea", "Cup")),
                NAME.notIn("Tea", "Cup"),
                ID.in(select(STOCK).from(WARE)),
                ID.notIn(select(ID).from(WARE)),
                NAME.eqAny(TAGS),
                NOTE.isNull(),
                NOTE.isNotNull(),
                ID.eq(any(select(STOCK).from(WARE))),
                ID.gt(all(select(ID).from(WARE))),
                exists(select(ID).from(WARE)),
                notExists(select(ID).from(WARE)),
                row(ID, NAME).gt(new Row2<>(7, "Tea")),
                row(ID, NAME).in(List.of(new Row2<>(7, "Tea"))));
    }

    /** Comparisons of numbers, texts, times, enums */
    static List<Object> orders() {
        return Arrays.asList(
                ID.lt(7),
                ID.le(STOCK),
                DUE_ON.gt(LocalDate.of(2026, 3, 1)),
                NAME.ge("T"),
                ID.between(1, 9),
                ID.between(STOCK, value(9)));
    }

    /** Conditions */
    static List<Object> conditions() {
        return Arrays.asList(
                ID.eq(1).and(SOLD.eq(true)),
                ID.eq(1).or(SOLD.eq(true)),
                ID.eq(1).not(),
                allOf(List.of(ID.eq(1), SOLD.eq(true))),
                anyOf(List.of(ID.eq(1), SOLD.eq(true))),
                ifPresent("Tea", NAME::eq),
                onlyIf(true, () -> SOLD.eq(true)),
                noCondition().and(ID.eq(1)),
                value(ID.eq(1)),
                rawCondition("{0} % 2 = 1", ID));
    }

    /** Order */
    static List<Object> sorting() {
        return Arrays.asList(
                NAME.asc(), NAME.desc(), NOTE.asc().nullsFirst(), NOTE.desc().nullsLast());
    }

    /** Values, NULL, cases */
    static List<Object> values() {
        return Arrays.asList(
                value(7),
                value(SqlType.varchar(10), null),
                NAME.as("title"),
                coalesce(NOTE, ""),
                coalesce(NOTE, NAME),
                nullIf(NAME, ""),
                nullIf(ID, 0),
                when(ID.eq(1), "one").when(ID.eq(2), "two").otherwise("many"),
                when(ID.eq(1), NAME).end(),
                onlyWhere(SOLD.eq(true), PRICE),
                notNull(NOTE),
                nullable(NAME),
                scalar(select(max(ID)).from(WARE)),
                castToText(ID),
                castToNumber(NAME, SqlType.INTEGER),
                number(scalar(select(max(ID)).from(WARE))).plus(1),
                text(scalar(select(max(NAME)).from(WARE))).contains("a"),
                temporal(scalar(select(max(DUE_ON)).from(WARE))).get(TimePart.YEAR),
                json(scalar(select(DATA).from(WARE))).hasKey("a"),
                array(scalar(select(TAGS).from(WARE))).length(),
                greatest(ID, STOCK),
                least(ID, STOCK),
                call("my_function", SqlType.INTEGER, ID),
                raw(SqlType.INTEGER, "width_bucket({0}, 0, 100, 10)", ID));
    }

    /** Numbers */
    static List<Object> numbers() {
        return Arrays.asList(
                PRICE.plus(1),
                PRICE.plus(STOCK),
                PRICE.minus(1),
                PRICE.times(2),
                ID.dividedBy(2),
                ID.div(2),
                ID.mod(2),
                ID.negated(),
                ID.cast(SqlType.BIGINT),
                ID.bitAnd(4),
                ID.bitOr(4),
                ID.bitXor(4),
                abs(ID),
                sign(PRICE),
                ceil(PRICE),
                floor(PRICE),
                round(PRICE, 1),
                power(ID, value(2)),
                sqrt(ID),
                exp(ID),
                ln(ID),
                log10(ID));
    }

    /** Texts */
    static List<Object> texts() {
        return Arrays.asList(
                NAME.like("T%"),
                NAME.like("T!%", '!'),
                NAME.notLike("T%"),
                NAME.ilike("t%"),
                NAME.notIlike("t%"),
                NAME.startsWith("T"),
                NAME.endsWith("a"),
                NAME.contains("e"),
                NAME.matches("^T.a$"),
                lower(NAME),
                upper(NAME),
                length(NAME),
                concat(NAME, NOTE),
                concat(NAME, "!"),
                substring(NAME, 2),
                substring(NAME, 2, 3),
                left(NAME, 2),
                right(NAME, 2),
                position("e", NAME),
                replace(NAME, "e", "i"),
                trim(NAME),
                ltrim(NAME),
                rtrim(NAME),
                lpad(NAME, 5, "-"),
                rpad(NAME, 5, "-"),
                repeat(NAME, 2),
                fullText(NAME, NOTE).matches("green tea"),
                fullText(NAME, NOTE).score("green tea"));
    }

    /** Times */
    static List<Object> times() {
        return Arrays.asList(
                currentTimestamp(),
                currentDate(),
                DUE_ON.plus(14, TimePart.DAY),
                DUE_ON.minus(1, TimePart.MONTH),
                DUE_ON.get(TimePart.YEAR),
                MADE_AT.truncatedTo(TimePart.HOUR));
    }

    /** JSON */
    static List<Object> documents() {
        return Arrays.asList(
                DATA.path("a").asText(),
                DATA.path("a", 0).asInt(),
                DATA.path("a").asLong(),
                DATA.path("a").asDecimal(),
                DATA.path("a").asBoolean(),
                DATA.path("a").asJson(),
                DATA.path("a").exists(),
                DATA.path("a").isJsonNull(),
                DATA.path("a").set("Tea"),
                DATA.path("a").remove(),
                DATA.hasKey("a"),
                DATA.contains(PART),
                toJson(ID),
                jsonObject(ID, NAME.as("title")));
    }

    /** Arrays */
    static List<Object> arrays() {
        return Arrays.asList(
                TAGS.contains("new"),
                TAGS.containsAll(List.of("new", "red")),
                TAGS.overlaps(List.of("new", "red")),
                TAGS.length(),
                TAGS.at(1),
                TAGS.append("new"),
                TAGS.concat(List.of("new")));
    }

    /** Aggregates */
    static List<Object> aggregates() {
        return Arrays.asList(
                count(),
                count(NOTE),
                countDistinct(NOTE),
                sum(STOCK),
                sumDistinct(STOCK),
                avg(STOCK),
                min(NAME),
                max(DUE_ON),
                every(SOLD),
                some(SOLD),
                stringAgg(NAME, ", ", ID.asc()),
                jsonArrayAgg(DATA, ID.asc()),
                arrayAgg(NAME, ID.asc()),
                arrayAggDistinct(NAME, NAME.asc()),
                stddevPop(ID),
                stddevSamp(ID),
                varPop(ID),
                varSamp(ID),
                percentileCont(0.5, ID),
                percentileDisc(0.5, ID),
                sum(STOCK).filter(SOLD.eq(true)),
                grouping(NAME));
    }

    /** Windows */
    static List<Object> windows() {
        return Arrays.asList(
                rowNumber().over(Window.by(ID.asc())),
                rank().over(Window.partitionBy(NAME).orderBy(ID.asc())),
                denseRank().over(Window.by(ID.asc())),
                percentRank().over(Window.by(ID.asc())),
                cumeDist().over(Window.by(ID.asc())),
                ntile(4).over(Window.by(ID.asc())),
                lag(NAME, 1).over(Window.by(ID.asc())),
                lead(NAME, 1).over(Window.by(ID.asc())),
                firstValue(NAME).over(Window.by(ID.asc())),
                lastValue(NAME).over(Window.by(ID.asc())),
                nthValue(NAME, 2).over(Window.by(ID.asc())),
                lag(NOTE, 1).ignoreNulls().over(Window.by(ID.asc())),
                sum(STOCK).over(),
                sum(STOCK).over(Window.ALL),
                sum(STOCK).over(Window.by(ID.asc()).rows(preceding(2), currentRow())),
                sum(STOCK).over(Window.by(ID.asc()).range(unboundedPreceding(), following(1))),
                sum(STOCK).over(Window.by(ID.asc()).groups(currentRow(), unboundedFollowing())),
                sum(STOCK)
                        .over(Window.by(ID.asc())
                                .rows(preceding(1), following(1))
                                .exclude(Frame.Exclusion.CURRENT_ROW)),
                sum(STOCK).over(Window.partitionBy(NAME).as("w")));
    }
}
