package dev.rowan.club;

import static dev.rowan.club.Badges.BADGE;
import static dev.rowan.club.Clubs.CLUB;
import static dev.rowan.club.MemberBadges.MEMBER_BADGE;
import static dev.rowan.club.Members.MEMBER;
import static dev.rowan.contract.RandomCases.oneOf;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.nullable;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.cte;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.derived;
import static dev.rowan.query.Sql.exists;
import static dev.rowan.query.Sql.hardDeleteFrom;
import static dev.rowan.query.Sql.restore;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;

import dev.rowan.execute.SqlExecutor;
import dev.rowan.expression.Condition;
import dev.rowan.query.DerivedTable;
import dev.rowan.query.RowQuery;
import dev.rowan.query.RowWrite;
import dev.rowan.query.Select;
import dev.rowan.row.Row2;
import dev.rowan.schema.Column;
import dev.rowan.schema.IncludeStrategy;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random statements on clubs and their members, whose results show whose rows they have seen. */
public final class RandomStatements {
    private static final List<String> NAMES = List.of("Ann", "Bob", "Cy", "Dee", "Chess", "Go");
    private static final List<IncludeStrategy> STRATEGIES =
            List.of(IncludeStrategy.AUTO, IncludeStrategy.KEYED, IncludeStrategy.JSON);

    private final Random random;
    private int aliases;

    /** Creates statements that a random number generator decides about. */
    public RandomStatements(Random random) {
        this.random = random;
    }

    /** A query, as what yields its rows as texts, sorted. */
    public Function<SqlExecutor, List<String>> query() {
        return switch (random.nextInt(5)) {
            case 0 -> {
                Select<Club, Clubs> clubs = clubs();
                yield db -> sorted(db.fetch(clubs).stream().map(RandomStatements::shown));
            }
            case 1 -> {
                RowQuery<Row2<@Nullable String, @Nullable String>> rows = rows(2);
                yield db -> List.of(String.valueOf(db.count(rows)), String.valueOf(db.exists(rows)));
            }
            default -> {
                RowQuery<Row2<@Nullable String, @Nullable String>> rows = rows(2);
                yield db -> sorted(db.fetch(rows).stream().map(String::valueOf));
            }
        };
    }

    /** A statement that writes. */
    public RowWrite<?> write() {
        Condition condition = ofMember(MEMBER, 2);
        return switch (random.nextInt(6)) {
            case 0 -> update(MEMBER).set(MEMBER.AGE, random.nextInt(90)).where(condition);
            case 1 -> update(CLUB).set(CLUB.NAME, "written").everyRow();
            case 2 -> deleteFrom(MEMBER).where(condition);
            case 3 -> restore(MEMBER).everyRow();
            case 4 -> hardDeleteFrom(MEMBER_BADGE).where(l -> l.BADGE_OF.any(b -> b.NAME.ne("x")));
            default -> deleteFrom(BADGE).where(BADGE.NAME.in(NAMES));
        };
    }

    private static List<String> sorted(Stream<String> rows) {
        return rows.sorted().toList();
    }

    private static String shown(Club club) {
        return club.name()
                + (club.members().isLoaded()
                        ? sorted(club.members().stream()
                                .map(member -> member.name()
                                        + (member.badges().isLoaded()
                                                ? sorted(
                                                        member.badges().stream().map(Badge::name))
                                                : "")
                                        + (member.club().isLoaded()
                                                ? member.club()
                                                        .optional()
                                                        .map(Club::name)
                                                        .orElse("none")
                                                : "")))
                        : "");
    }

    private Select<Club, Clubs> clubs() {
        Select<Club, Clubs> clubs = select().from(CLUB);
        if (random.nextBoolean()) {
            clubs = clubs.where(c -> c.MEMBERS.any(m -> ofMember(m, 1)));
        }
        IncludeStrategy strategy = oneOf(random, STRATEGIES);
        boolean required = strategy != IncludeStrategy.JSON && random.nextInt(4) == 0;
        boolean limited = random.nextInt(4) == 0;
        return clubs.include(c -> {
            var members = c.MEMBERS
                    .strategy(strategy)
                    .where(m -> ofMember(m, 0))
                    .include(m -> m.BADGES.strategy(strategy))
                    .include(m -> m.CLUB_OF.strategy(strategy));
            var some = limited ? members.orderBy(m -> m.EMAIL.asc()).limit(2) : members;
            return required ? some.required() : some;
        });
    }

    private RowQuery<Row2<@Nullable String, @Nullable String>> rows(int depth) {
        if (depth == 0) {
            return joined();
        }
        return switch (random.nextInt(7)) {
            case 0 ->
                select(nullable(MEMBER.NAME).as("a"), nullable(MEMBER.EMAIL).as("b"))
                        .from(MEMBER)
                        .where(ofMember(MEMBER, depth));
            case 1 -> {
                var inner = derived(rows(depth - 1), "d" + aliases++);
                yield select(text(inner, 0).as("a"), text(inner, 1).as("b")).from(inner);
            }
            case 2 -> {
                var inner = cte(rows(depth - 1), "c" + aliases++);
                yield select(text(inner, 0).as("a"), text(inner, 1).as("b")).from(inner);
            }
            case 3 -> rows(depth - 1).union(rows(depth - 1));
            case 4 -> rows(depth - 1).intersect(rows(depth - 1));
            case 5 -> rows(depth - 1).except(rows(depth - 1));
            default -> joined();
        };
    }

    @SuppressWarnings("unchecked") // all queries here are of texts
    private static <R> Column<R, @Nullable String> text(DerivedTable<R> table, int column) {
        return (Column<R, @Nullable String>) table.columns().get(column);
    }

    private Select<Row2<@Nullable String, @Nullable String>, ?> joined() {
        Members m = alias(MEMBER, "m" + aliases++);
        Clubs c = alias(CLUB, "c" + aliases++);
        Condition on = random.nextBoolean() ? m.CLUB_ID.eq(c.ID) : m.NAME.eq(c.NAME);
        var rows = select(nullable(m.NAME).as("a"), nullable(c.NAME).as("b"));
        var read = switch (random.nextInt(4)) {
            case 0 -> rows.from(m).join(c).on(on);
            case 1 -> rows.from(m).leftJoin(c).on(on);
            case 2 -> rows.from(m).rightJoin(c).on(on);
            default -> rows.from(m).crossJoin(c);
        };
        return random.nextBoolean() ? read : read.where(ofMember(m, 1));
    }

    private Condition ofMember(Members m, int depth) {
        if (depth == 0) {
            return m.AGE.lt(random.nextInt(100));
        }
        return switch (random.nextInt(9)) {
            case 0 -> ofMember(m, depth - 1).and(ofMember(m, depth - 1));
            case 1 -> ofMember(m, depth - 1).or(ofMember(m, depth - 1));
            case 2 -> ofMember(m, depth - 1).not();
            case 3 -> m.CLUB_OF.any(c -> c.NAME.ne(oneOf(random, NAMES)));
            case 4 -> m.BADGES.none(b -> b.NAME.eq(oneOf(random, NAMES)));
            case 5 -> m.NAME.in(select(CLUB.NAME).from(CLUB));
            case 6 -> {
                Clubs other = alias(CLUB, "o" + aliases++);
                yield exists(select().from(other).where(other.NAME.eq(m.NAME)));
            }
            case 7 -> m.BADGES.count().gt(random.nextInt(2));
            default -> m.NAME.eq(oneOf(random, NAMES));
        };
    }

    /** How many rows there are of each name, for which every row counts. */
    public Function<SqlExecutor, List<String>> groups() {
        var groups = select(MEMBER.NAME, count()).from(MEMBER).groupBy(MEMBER.NAME);
        return db -> sorted(db.fetch(groups).stream().map(String::valueOf));
    }
}
