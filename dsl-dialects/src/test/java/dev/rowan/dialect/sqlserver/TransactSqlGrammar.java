package dev.rowan.dialect.sqlserver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The part of T-SQL's grammar that Rowan writes, by the documentation of SQL Server 2022, and stricter than the parsers that can be had: a
 * condition is no value and a value no condition, every derived table and each of its columns has a name, an order in a part of a query
 * has a limit, {@code top} has no offset, functions are known with the number of their arguments, and a merge ends with a semicolon.
 */
final class TransactSqlGrammar {
    private final TransactSqlTokens tokens;
    private final TransactSqlExpressions expressions;

    private TransactSqlGrammar(String text) {
        tokens = new TransactSqlTokens(text);
        expressions = new TransactSqlExpressions(tokens, () -> query(false));
    }

    /**
     * Reads one or more statements.
     *
     * @throws AssertionError if they are none of T-SQL
     */
    static void require(String text) {
        new TransactSqlGrammar(text).batch();
    }

    private void batch() {
        do {
            boolean merges = statement();
            if (merges && !tokens.sees(";")) {
                throw tokens.refusal("; at the end of a merge");
            }
            tokens.takes(";");
        } while (!tokens.isAtEnd());
    }

    private boolean statement() {
        if (tokens.takes("set", "nocount")) {
            onOrOff();
        } else if (tokens.takes("set", "identity_insert")) {
            expressions.name();
            onOrOff();
        } else if (tokens.takes("declare")) {
            tokens.take();
            tokens.expect("table", "(");
            do {
                expressions.name();
                expressions.type();
            } while (tokens.takes(","));
            tokens.expect(")");
        } else if (tokens.sees("create") || tokens.sees("alter") || tokens.sees("drop") || tokens.sees("exec")) {
            new TransactSqlDefinitions(tokens, expressions).definition();
        } else {
            return manipulation();
        }
        return false;
    }

    private void onOrOff() {
        if (!tokens.takes("on")) {
            tokens.expect("off");
        }
    }

    private boolean manipulation() {
        if (tokens.takes("with")) {
            do {
                expressions.name();
                List<String> columns = expressions.names();
                tokens.expect("as", "(");
                if (query(false).size() != columns.size()) {
                    throw tokens.refusal("as many columns as names");
                }
                tokens.expect(")");
            } while (tokens.takes(","));
        }
        if (tokens.takes("insert", "into")) {
            insert();
        } else if (tokens.takes("update")) {
            expressions.name();
            tokens.expect("set");
            assignments();
            output();
            where();
        } else if (tokens.takes("delete", "from")) {
            expressions.name();
            output();
            where();
        } else if (tokens.takes("merge", "into")) {
            merge();
            return true;
        } else {
            query(true);
        }
        option();
        return false;
    }

    private void option() {
        if (tokens.takes("option", "(")) {
            tokens.expect("maxrecursion");
            tokens.take();
            tokens.expect(")");
        }
    }

    private void where() {
        if (tokens.takes("where")) {
            expressions.condition();
        }
    }

    private void assignments() {
        do {
            expressions.name();
            tokens.expect("=");
            expressions.value();
        } while (tokens.takes(","));
    }

    private void output() {
        if (tokens.takes("output")) {
            do {
                expressions.value();
                if (tokens.takes("as")) {
                    expressions.name();
                }
            } while (tokens.takes(","));
            tokens.expect("into", "@written");
        }
    }

    private void insert() {
        expressions.name();
        int columns = tokens.sees("(") ? expressions.names().size() : 0;
        output();
        if (tokens.takes("default", "values")) {
            return;
        } else if (tokens.sees("values")) {
            int rows = values(columns);
            if (rows > 1_000) {
                throw tokens.refusal("at most 1000 rows of values");
            }
        } else {
            query(true);
        }
    }

    private int values(int columns) {
        tokens.expect("values");
        int rows = 0;
        do {
            tokens.expect("(");
            int count = 0;
            do {
                expressions.value();
                count++;
            } while (tokens.takes(","));
            tokens.expect(")");
            if (count != columns) {
                throw tokens.refusal(columns + " values in each row");
            }
            rows++;
        } while (tokens.takes(","));
        return rows;
    }

    private void merge() {
        expressions.name();
        tokens.expect("with", "(", "holdlock", ")", "using");
        source();
        tokens.expect("on");
        expressions.condition();
        if (tokens.takes("when", "matched")) {
            if (tokens.takes("and")) {
                expressions.condition();
            }
            tokens.expect("then", "update", "set");
            assignments();
        }
        tokens.expect("when", "not", "matched", "then", "insert");
        int columns = expressions.names().size();
        if (values(columns) != 1) {
            throw tokens.refusal("one row");
        }
        output();
    }

    /** Reads a query; tells the names of its columns, empty for a column without. */
    private List<String> query(boolean outermost) {
        int start = tokens.position();
        boolean tops = tokens.takes("select", "top") || tokens.takes("select", "distinct", "top");
        tokens.returnTo(start);
        List<String> columns = select();
        boolean combined = false;
        while (tokens.sees("union") || tokens.sees("except") || tokens.sees("intersect")) {
            boolean union = tokens.take().equals("union");
            if (union) {
                tokens.takes("all");
            }
            combined = true;
            if (select().size() != columns.size() && !columns.contains("*")) {
                throw tokens.refusal("as many columns on both sides");
            }
        }
        boolean ordered = tokens.takes("order", "by");
        if (ordered) {
            sortKeys();
        }
        boolean offset = tokens.sees("offset");
        if (offset) {
            offset(ordered, tops);
        }
        if (ordered && !outermost && !offset && (!tops || combined)) {
            throw tokens.refusal("a limit of a query that is sorted within another");
        }
        return columns;
    }

    private void offset(boolean ordered, boolean tops) {
        if (!ordered || tops) {
            throw tokens.refusal("order by, and no top, before offset");
        }
        tokens.expect("offset", "?", "rows");
        if (tokens.takes("fetch", "next")) {
            tokens.take();
            tokens.expect("rows", "only");
        }
    }

    private void sortKeys() {
        Set<String> keys = new HashSet<>();
        do {
            int start = tokens.position();
            expressions.value();
            if (tokens.position() == start + 3 && !keys.add(tokens.peek(-3) + tokens.peek(-2) + tokens.peek(-1))) {
                throw tokens.refusal("each column once in order by");
            }
            if (!tokens.takes("asc")) {
                tokens.takes("desc");
            }
        } while (tokens.takes(","));
    }

    private List<String> select() {
        tokens.expect("select");
        tokens.takes("distinct");
        if (tokens.takes("top", "(")) {
            tokens.take();
            tokens.expect(")");
            tokens.takes("with", "ties");
        }
        List<String> columns = items();
        if (tokens.takes("into")) {
            expressions.name();
        }
        if (tokens.takes("from")) {
            from();
        }
        where();
        if (tokens.takes("group", "by")) {
            groupKeys();
        }
        if (tokens.takes("having")) {
            expressions.condition();
        }
        if (tokens.takes("window")) {
            do {
                expressions.name();
                tokens.expect("as");
                expressions.window();
            } while (tokens.takes(","));
        }
        return columns;
    }

    private List<String> items() {
        List<String> columns = new ArrayList<>();
        do {
            if (tokens.takes("*")) {
                columns.add("*");
                continue;
            }
            int start = tokens.position();
            boolean isColumn = tokens.seesName();
            expressions.value();
            boolean bare = isColumn && (tokens.position() - start) % 2 == 1 && isPath(start);
            columns.add(tokens.takes("as") ? expressions.name() : bare ? tokens.peek(-1) : "");
        } while (tokens.takes(","));
        return columns;
    }

    private boolean isPath(int start) {
        for (int i = start - tokens.position() + 1; i < 0; i += 2) {
            if (!tokens.peek(i).equals(".")) {
                return false;
            }
        }
        return true;
    }

    private void groupKeys() {
        do {
            if (tokens.takes("rollup") || tokens.takes("cube")) {
                tokens.expect("(");
                groupKeys();
                tokens.expect(")");
            } else if (tokens.takes("grouping", "sets", "(")) {
                do {
                    tokens.expect("(");
                    if (!tokens.sees(")")) {
                        groupKeys();
                    }
                    tokens.expect(")");
                } while (tokens.takes(","));
                tokens.expect(")");
            } else {
                expressions.column();
            }
        } while (tokens.takes(","));
    }

    private void from() {
        source();
        while (true) {
            if (tokens.takes("cross", "join") || tokens.takes("cross", "apply") || tokens.takes("outer", "apply")) {
                source();
            } else if (tokens.takes("join")
                    || tokens.takes("left", "join")
                    || tokens.takes("right", "join")
                    || tokens.takes("full", "join")) {
                source();
                tokens.expect("on");
                expressions.condition();
            } else {
                return;
            }
        }
    }

    private void source() {
        if (tokens.takes("(")) {
            boolean listed = tokens.sees("values");
            List<String> columns = listed ? List.of() : query(false);
            if (listed) {
                values(width());
            }
            tokens.expect(")", "as");
            expressions.name();
            List<String> names = tokens.sees("(") ? expressions.names() : columns;
            if (names.isEmpty() || names.contains("") || new HashSet<>(names).size() != names.size()) {
                throw tokens.refusal("a name of its own for each column of a derived table, got " + names);
            }
            return;
        } else if (tokens.takes("@written")) {
            return;
        }
        expressions.name();
        if (tokens.takes("as")) {
            expressions.name();
        }
        if (tokens.takes("with", "(")) {
            do {
                if (!List.of("updlock", "repeatableread", "rowlock", "nowait", "readpast")
                        .contains(tokens.take())) {
                    throw tokens.refusal("a hint of a table");
                }
            } while (tokens.takes(","));
            tokens.expect(")");
        }
    }

    /** How many values the first of the listed rows has. */
    private int width() {
        int start = tokens.position();
        tokens.expect("values", "(");
        int width = 0;
        do {
            expressions.value();
            width++;
        } while (tokens.takes(","));
        tokens.returnTo(start);
        return width;
    }
}
