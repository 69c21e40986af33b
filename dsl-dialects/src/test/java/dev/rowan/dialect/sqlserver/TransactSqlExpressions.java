package dev.rowan.dialect.sqlserver;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values and conditions in T-SQL, which are two different things. */
final class TransactSqlExpressions {
    private static final int ANY = 99;

    /** With the least and the largest number of their arguments. */
    private static final Map<String, int[]> FUNCTIONS = Map.ofEntries(
            entry("abs", new int[] {1, 1}),
            entry("avg", new int[] {1, 1}),
            entry("ceiling", new int[] {1, 1}),
            entry("charindex", new int[] {2, 3}),
            entry("coalesce", new int[] {2, ANY}),
            entry("count_big", new int[] {1, 1}),
            entry("cume_dist", new int[] {0, 0}),
            entry("datalength", new int[] {1, 1}),
            entry("dense_rank", new int[] {0, 0}),
            entry("exp", new int[] {1, 1}),
            entry("first_value", new int[] {1, 1}),
            entry("floor", new int[] {1, 1}),
            entry("greatest", new int[] {1, 254}),
            entry("grouping", new int[] {1, 1}),
            entry("lag", new int[] {1, 3}),
            entry("last_value", new int[] {1, 1}),
            entry("lead", new int[] {1, 3}),
            entry("least", new int[] {1, 254}),
            entry("left", new int[] {2, 2}),
            entry("len", new int[] {1, 1}),
            entry("log", new int[] {1, 2}),
            entry("log10", new int[] {1, 1}),
            entry("lower", new int[] {1, 1}),
            entry("ltrim", new int[] {1, 1}),
            entry("max", new int[] {1, 1}),
            entry("min", new int[] {1, 1}),
            entry("ntile", new int[] {1, 1}),
            entry("nullif", new int[] {2, 2}),
            entry("percent_rank", new int[] {0, 0}),
            entry("power", new int[] {2, 2}),
            entry("rank", new int[] {0, 0}),
            entry("replace", new int[] {3, 3}),
            entry("replicate", new int[] {2, 2}),
            entry("right", new int[] {2, 2}),
            entry("round", new int[] {2, 3}),
            entry("row_number", new int[] {0, 0}),
            entry("rtrim", new int[] {1, 1}),
            entry("sign", new int[] {1, 1}),
            entry("sqrt", new int[] {1, 1}),
            entry("stdev", new int[] {1, 1}),
            entry("stdevp", new int[] {1, 1}),
            entry("string_agg", new int[] {2, 2}),
            entry("substring", new int[] {3, 3}),
            entry("sum", new int[] {1, 1}),
            entry("switchoffset", new int[] {2, 2}),
            entry("sysutcdatetime", new int[] {0, 0}),
            entry("trim", new int[] {1, 1}),
            entry("upper", new int[] {1, 1}),
            entry("var", new int[] {1, 1}),
            entry("varp", new int[] {1, 1}));

    /** Whose first argument is a part of a time. */
    private static final Map<String, Integer> OF_PARTS = Map.of("datepart", 1, "datetrunc", 1, "dateadd", 2);

    private static final Set<String> PARTS =
            Set.of("year", "quarter", "month", "iso_week", "week", "day", "hour", "minute", "second");
    private static final Set<String> TYPES = Set.of(
            "bit",
            "tinyint",
            "smallint",
            "int",
            "bigint",
            "real",
            "float",
            "decimal",
            "nvarchar",
            "char",
            "varbinary",
            "date",
            "time",
            "datetime2",
            "datetimeoffset",
            "uniqueidentifier");
    private static final Set<String> NEED_ORDER = Set.of(
            "row_number",
            "rank",
            "dense_rank",
            "percent_rank",
            "cume_dist",
            "ntile",
            "lag",
            "lead",
            "first_value",
            "last_value");
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", "<=", ">", ">=");

    private final TransactSqlTokens tokens;
    private final Runnable query;

    TransactSqlExpressions(TransactSqlTokens tokens, Runnable query) {
        this.tokens = tokens;
        this.query = query;
    }

    /** Reads a name, qualified or not; tells its last part. */
    String name() {
        String last;
        do {
            if (!tokens.seesName()) {
                throw tokens.refusal("a name in brackets");
            }
            last = tokens.take();
        } while (tokens.takes("."));
        return last;
    }

    void column() {
        name();
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        tokens.expect("(");
        do {
            names.add(name());
        } while (tokens.takes(","));
        tokens.expect(")");
        return names;
    }

    void type() {
        if (!TYPES.contains(tokens.peek(0))) {
            throw tokens.refusal("a type of T-SQL");
        }
        tokens.take();
        if (tokens.takes("(")) {
            do {
                tokens.take();
            } while (tokens.takes(","));
            tokens.expect(")");
        }
        collation();
    }

    private void collation() {
        if (tokens.takes("collate") && !tokens.take().startsWith("Latin1_General_100_")) {
            throw tokens.refusal("a collation");
        }
    }

    void condition() {
        do {
            conjunction();
        } while (tokens.takes("or"));
    }

    private void conjunction() {
        do {
            negation();
        } while (tokens.takes("and"));
    }

    private void negation() {
        tokens.takes("not");
        if (tokens.takes("exists", "(")) {
            query.run();
            tokens.expect(")");
        } else if (!enclosed()) {
            predicate();
        }
    }

    /** Reads a condition in parentheses, if it is one rather than a value. */
    private boolean enclosed() {
        int start = tokens.position();
        if (!tokens.takes("(") || tokens.sees("select")) {
            tokens.returnTo(start);
            return false;
        }
        try {
            condition();
            if (tokens.takes(")")) {
                return true;
            }
        } catch (AssertionError aValue) {
            tokens.returnTo(start);
            return false;
        }
        tokens.returnTo(start);
        return false;
    }

    private void predicate() {
        value();
        if (tokens.takes("is")) {
            tokens.takes("not");
            if (tokens.takes("distinct", "from")) {
                value();
            } else {
                tokens.expect("null");
            }
            return;
        } else if (COMPARISONS.contains(tokens.peek(0))) {
            tokens.take();
            if (tokens.takes("any", "(") || tokens.takes("all", "(")) {
                query.run();
                tokens.expect(")");
            } else {
                value();
            }
            return;
        }
        tokens.takes("not");
        if (tokens.takes("in", "(")) {
            if (tokens.sees("select")) {
                query.run();
            } else {
                values();
            }
            tokens.expect(")");
        } else if (tokens.takes("between")) {
            value();
            tokens.expect("and");
            value();
        } else if (tokens.takes("like")) {
            value();
            if (tokens.takes("escape") && !tokens.take().equals("N'!'")) {
                throw tokens.refusal("an escape character");
            }
        } else {
            throw tokens.refusal("a condition");
        }
    }

    private int values() {
        int count = 0;
        do {
            value();
            count++;
        } while (tokens.takes(","));
        return count;
    }

    void value() {
        do {
            tokens.takes("-");
            primary();
            collation();
        } while (Set.of("+", "-", "*", "/", "%", "&", "|", "^").contains(tokens.peek(0))
                && !tokens.take().isEmpty());
    }

    private void primary() {
        if (tokens.takes("(")) {
            if (tokens.sees("select")) {
                query.run();
            } else {
                value();
            }
            tokens.expect(")");
        } else if (tokens.takes("?") || tokens.takes("null")) {
            return;
        } else if (tokens.seesNumber() || tokens.seesText()) {
            tokens.take();
        } else if (tokens.seesName()) {
            name();
        } else if (tokens.takes("case")) {
            choice();
        } else if (tokens.takes("cast", "(")) {
            value();
            tokens.expect("as");
            type();
            tokens.expect(")");
        } else if (tokens.takes("convert", "(")) {
            type();
            tokens.expect(",");
            value();
            tokens.expect(",");
            if (!tokens.takes("2")) {
                tokens.expect("3");
            }
            tokens.expect(")");
        } else if (tokens.seesWord()) {
            function();
        } else {
            throw tokens.refusal("a value");
        }
    }

    private void choice() {
        boolean simple = !tokens.sees("when");
        if (simple) {
            value();
        }
        while (tokens.takes("when")) {
            if (simple) {
                value();
            } else {
                condition();
            }
            tokens.expect("then");
            value();
        }
        if (tokens.takes("else")) {
            value();
        }
        tokens.expect("end");
    }

    private void function() {
        String function = tokens.take();
        tokens.expect("(");
        int count = 0;
        if (OF_PARTS.containsKey(function)) {
            if (!PARTS.contains(tokens.take())) {
                throw tokens.refusal("a part of a time");
            }
            tokens.expect(",");
            if (values() != OF_PARTS.get(function)) {
                throw tokens.refusal("other arguments of " + function);
            }
            tokens.expect(")");
            return;
        }
        tokens.takes("distinct");
        if (tokens.takes("*")) {
            count = 1;
        } else if (!tokens.sees(")")) {
            count = values();
        }
        tokens.expect(")");
        int[] arguments = FUNCTIONS.get(function);
        if (arguments == null || count < arguments[0] || count > arguments[1]) {
            throw tokens.refusal("a function of T-SQL with such arguments, got " + function + " of " + count);
        }
        behind(function);
    }

    private void behind(String function) {
        if (tokens.takes("within", "group", "(")) {
            tokens.expect("order", "by");
            sortKeys();
            tokens.expect(")");
        }
        tokens.takes("ignore", "nulls");
        if (!tokens.takes("over")) {
            if (NEED_ORDER.contains(function)) {
                throw tokens.refusal("a window of " + function);
            }
        } else if (tokens.sees("(")) {
            boolean ordered = window();
            if (!ordered && NEED_ORDER.contains(function)) {
                throw tokens.refusal("an order of the window of " + function);
            }
        } else {
            name();
        }
    }

    private void sortKeys() {
        do {
            value();
            if (!tokens.takes("asc")) {
                tokens.takes("desc");
            }
        } while (tokens.takes(","));
    }

    /** Reads a window; tells whether it has an order. */
    boolean window() {
        tokens.expect("(");
        if (tokens.takes("partition", "by")) {
            values();
        }
        boolean ordered = tokens.takes("order", "by");
        if (ordered) {
            sortKeys();
        }
        if (tokens.sees("rows") || tokens.sees("range")) {
            frame(ordered);
        }
        tokens.expect(")");
        return ordered;
    }

    private void frame(boolean ordered) {
        boolean ranges = tokens.take().equals("range");
        if (!ordered) {
            throw tokens.refusal("an order before a frame");
        }
        tokens.expect("between");
        bound(ranges);
        tokens.expect("and");
        bound(ranges);
    }

    private void bound(boolean ranges) {
        if (tokens.takes("current", "row")
                || tokens.takes("unbounded", "preceding")
                || tokens.takes("unbounded", "following")) {
            return;
        }
        if (ranges || !tokens.seesNumber()) {
            throw tokens.refusal("a frame of T-SQL");
        }
        tokens.take();
        if (!tokens.takes("preceding")) {
            tokens.expect("following");
        }
    }
}
