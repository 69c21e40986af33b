package dev.rowan.contract;

import static dev.rowan.expression.TextFunctions.concat;
import static dev.rowan.expression.TextFunctions.length;
import static dev.rowan.expression.TextFunctions.lower;
import static dev.rowan.expression.TextFunctions.trim;
import static dev.rowan.expression.TextFunctions.upper;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Functions;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.Support;
import dev.rowan.schema.Column;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.ReferenceRules;
import dev.rowan.schema.ReferentialAction;
import dev.rowan.schema.Rule;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A table of columns, keys, conditions and indexes by chance. */
final class RandomTable extends Table<RandomTable.Row> {
    private static final List<String> NAMES = List.of(
            "order",
            "Group",
            "größe",
            "mixedCase",
            "with blank",
            "quo\"te",
            "select",
            "UPPER",
            "日本",
            "tick`",
            "it's",
            "a-b",
            "key");

    record Row(long id) {}

    final Column<Row, Long> id;
    private final Random random;
    private final DdlDialect ddl;
    private final NumberColumn<Row, @Nullable Integer> n;
    private final NumberColumn<Row, @Nullable Integer> m;
    private final NumberColumn<Row, @Nullable BigDecimal> d;
    private final NumberColumn<Row, @Nullable Double> f;
    private final NumberColumn<Row, @Nullable Long> l;
    private final TextColumn<Row, @Nullable String> s;
    private final TextColumn<Row, @Nullable String> t;
    private final List<Column<Row, ?>> more = new ArrayList<>();

    RandomTable(TableName name, Random random, DdlDialect ddl, boolean arrays, Supplier<RandomTable> other) {
        super(name, Row.class, any -> new RandomTable(any, random, ddl, arrays, other));
        this.random = random;
        this.ddl = ddl;
        boolean isOneKey = random.nextBoolean();
        id = isOneKey
                ? bigint("id").identity().primaryKey()
                : bigint("id").notNull().unique();
        n = integer("n");
        m = integer("Number 2");
        d = decimal("d", 10, 1 + random.nextInt(3));
        f = doublePrecision("f");
        l = bigint("l");
        s = varchar("s", 1 + random.nextInt(300));
        t = random.nextBoolean() ? text("t") : varchar("t", 20);
        defaults();
        columns(arrays);
        if (!isOneKey) {
            key();
        }
        references(other);
        rules();
        for (int i = random.nextInt(6); i > 0; i--) {
            check(name.name() + "_check_" + i, condition(random.nextInt(3)));
        }
        indexes(name.name());
        if (random.nextBoolean() && has(DdlFeature.COMMENT)) {
            comment("what's \"this\"? größe");
        }
    }

    /** Whether a database has columns that hold arrays. */
    static boolean hasArrays(DdlDialect ddl) {
        try {
            return !ddl.typeName(Tagged.TAGGED.columns().get(1).type()).isEmpty();
        } catch (UnsupportedFeatureException none) {
            return false;
        }
    }

    private boolean has(DdlFeature feature) {
        return ddl.support(feature) != Support.REFUSED;
    }

    private boolean chance() {
        return random.nextInt(3) == 0;
    }

    private void defaults() {
        if (chance()) {
            n.defaultValue(random.nextInt() - 5);
        }
        if (chance()) {
            d.defaultValue(new BigDecimal(random.nextInt(1_000_000)).movePointLeft(1));
        }
        if (chance()) {
            l.defaultValue(random.nextLong());
        }
        if (chance()) {
            f.defaultValue(random.nextInt(100) / 4.0);
        }
        if (chance()) {
            s.defaultValue(oneCharacter());
        }
        if (chance()) {
            t.defaultValue(cut(hostile()));
        }
        if (chance() && has(DdlFeature.COMMENT)) {
            m.comment("it's; -- \"x\" `y` äö");
        }
    }

    private String hostile() {
        return RandomCases.oneOf(
                random,
                HostileTexts.ALL.stream()
                        .filter(text -> text.indexOf('\\') < 0 && text.chars().noneMatch(Character::isISOControl))
                        // MySQL and MariaDB tell of letters beyond the first plane as question marks.
                        .filter(text -> text.codePoints().allMatch(Character::isBmpCodePoint))
                        .toList());
    }

    private String oneCharacter() {
        return RandomCases.oneOf(random, List.of("", "'", "\"", "?", ";", "-", "ä", "%", "0"));
    }

    private static String cut(String text) {
        return text.length() > 19 ? text.substring(0, 19) : text;
    }

    private void columns(boolean arrays) {
        List<String> names = new ArrayList<>(NAMES);
        java.util.Collections.shuffle(names, random);
        for (int i = random.nextInt(9); i > 0; i--) {
            more.add(column(names.get(i), arrays));
        }
        if (chance()) {
            more.add(bool("flag").notNull().defaultValue(random.nextBoolean()));
        }
        if (chance()) {
            more.add(integer("twice").computedAs(n.times(2).plus(m)));
        }
        if (chance()) {
            more.add(varchar("lowered", 400).computedAs(lower(s)));
        }
    }

    /** Of the same kind for the same name, so that one can be made of the other; the last name is of any. */
    private Column<Row, ?> column(String name, boolean arrays) {
        int place = NAMES.indexOf(name);
        int kinds = arrays ? 14 : 12;
        int kind = place == NAMES.size() - 1
                ? random.nextInt(kinds)
                : switch (place) {
                    case 0, 1 -> RandomCases.oneOf(random, List.of(0, 1, 10));
                    case 2, 3 -> RandomCases.oneOf(random, List.of(3, 5, 6));
                    case 4 -> 2;
                    case 5 -> 4;
                    default -> (place + 1) % kinds;
                };
        Column<Row, ?> column = ofKind(name, kind);
        if (random.nextBoolean()) {
            column.notNull();
        }
        return column;
    }

    private Column<Row, ?> ofKind(String name, int kind) {
        return switch (kind) {
            case 0 -> smallint(name);
            case 1 -> real(name);
            case 2 -> bool(name);
            case 3 -> date(name);
            case 4 -> time(name);
            case 5 -> timestamp(name);
            case 6 -> instant(name);
            case 7 -> uuid(name);
            case 8 -> binary(name);
            case 9 -> json(name);
            case 10 -> decimal(name, 20, 0);
            case 11 -> varchar(name, 10);
            case 12 -> array(name, SqlType.varchar(20));
            default -> array(name, SqlType.INTEGER);
        };
    }

    private void key() {
        Column<Row, Integer> first = integer("first key").notNull().primaryKey();
        Column<Row, String> second = varchar("second", 20).notNull().primaryKey();
        if (random.nextBoolean()) {
            primaryKey(second, first);
        } else {
            integer("third").notNull().primaryKey();
        }
    }

    private void references(Supplier<RandomTable> other) {
        if (chance()) {
            bigint("self").references(() -> id, rules(ReferentialAction.NO_ACTION));
        }
        if (chance()) {
            bigint("another")
                    .references(
                            () -> other.get().id,
                            rules(RandomCases.oneOf(
                                    random,
                                    List.of(
                                            ReferentialAction.NO_ACTION,
                                            ReferentialAction.RESTRICT,
                                            ReferentialAction.CASCADE,
                                            ReferentialAction.SET_NULL))));
        }
    }

    private ReferenceRules rules(ReferentialAction onDelete) {
        ReferenceRules rules = new ReferenceRules(onDelete, ReferentialAction.NO_ACTION, false);
        return has(DdlFeature.DEFERRABLE) && random.nextBoolean()
                ? new ReferenceRules(onDelete, ReferentialAction.NO_ACTION, true)
                : rules;
    }

    private void rules() {
        if (chance()) {
            n.check(Rule.between(-5, 100).asConstraint());
        }
        if (chance()) {
            d.check(Rule.min(new BigDecimal("0.25")).asConstraint());
        }
        if (chance()) {
            l.check(Rule.max(1L << 40).asConstraint());
        }
        if (chance()) {
            s.check(Rule.oneOf("a", "it's", "\"").asConstraint());
        }
        if (chance()) {
            t.check(Rule.length(1, 20).asConstraint());
        }
        if (chance()) {
            t.check(Rule.notBlank().asConstraint());
        }
    }

    private Condition condition(int depth) {
        if (depth > 0) {
            Condition left = condition(depth - 1);
            return switch (random.nextInt(3)) {
                case 0 -> left.and(condition(depth - 1));
                case 1 -> left.or(condition(depth - 1));
                default -> left.not();
            };
        }
        return random.nextBoolean() ? ofNumbers() : ofTexts();
    }

    private Condition ofNumbers() {
        return switch (random.nextInt(18)) {
            case 0 -> n.gt(1);
            case 1 -> n.plus(m).times(2).gt(7);
            case 2 -> n.in(1, 2, 3);
            case 3 -> d.gt(new BigDecimal("1.5"));
            case 4 -> d.times(2).lt(100);
            case 5 -> n.between(1, 3);
            case 6 -> n.isNotNull();
            case 7 -> Functions.coalesce(n, m).gt(0);
            case 8 -> f.lt(2.5);
            case 9 -> l.le(99);
            case 10 -> n.minus(m.minus(1)).lt(8);
            case 11 -> n.negated().lt(8);
            case 12 -> n.lt(m);
            case 13 -> n.mod(2).eq(0);
            case 14 -> f.plus(l).gt(1);
            case 15 -> d.between(1, 10);
            case 16 -> l.gt(5_000_000_000L);
            default -> d.plus(n).gt(-3);
        };
    }

    private Condition ofTexts() {
        return switch (random.nextInt(14)) {
            case 0 -> s.like("a%");
            case 1 -> lower(s).eq("x");
            case 2 -> s.notIn("p", "it's");
            case 3 -> s.ne(t);
            case 4 -> length(s).le(7);
            case 5 -> trim(t).ne("");
            case 6 -> concat(s, t).ne("zz");
            case 7 -> s.startsWith("a");
            case 8 -> upper(t).in("A", "B");
            case 9 -> s.notLike("b_");
            case 10 -> t.isNull();
            case 11 -> s.eq(hostile());
            case 12 -> lower(t).ne(trim(s));
            default -> t.in("u", "v");
        };
    }

    private void indexes(String name) {
        index(name + "_n_idx", n.asc(), l.desc());
        if (chance()) {
            index(name + "_u_idx", l.asc(), n.asc()).unique();
        }
        if (chance()) {
            index(name + "_d_idx", d.desc()).unique();
        }
        if (chance() && has(DdlFeature.EXPRESSION_INDEX)) {
            index(name + "_x_idx", lower(s).desc(), n.asc(), n.plus(m).asc());
        }
        if (chance() && has(DdlFeature.PARTIAL_INDEX)) {
            index(name + "_p_idx", m.asc()).where(condition(random.nextInt(3)));
        }
    }
}
