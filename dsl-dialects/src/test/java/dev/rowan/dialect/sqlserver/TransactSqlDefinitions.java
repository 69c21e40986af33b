package dev.rowan.dialect.sqlserver;

/** What defines tables in T-SQL. */
final class TransactSqlDefinitions {
    private final TransactSqlTokens tokens;
    private final TransactSqlExpressions expressions;

    TransactSqlDefinitions(TransactSqlTokens tokens, TransactSqlExpressions expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    void definition() {
        if (tokens.takes("create", "table")) {
            expressions.name();
            tokens.expect("(");
            do {
                part();
            } while (tokens.takes(","));
            tokens.expect(")");
        } else if (tokens.takes("create", "index") || tokens.takes("create", "unique", "index")) {
            index();
        } else if (tokens.takes("alter", "table")) {
            expressions.name();
            alteration();
        } else if (tokens.takes("drop", "table") || tokens.takes("drop", "view") || tokens.takes("drop", "sequence")) {
            expressions.name();
        } else if (tokens.takes("drop", "index")) {
            expressions.name();
            tokens.expect("on");
            expressions.name();
        } else if (tokens.takes("exec", "sp_rename")) {
            do {
                if (!tokens.seesText()) {
                    throw tokens.refusal("a text");
                }
                tokens.take();
            } while (tokens.takes(","));
        } else {
            throw tokens.refusal("a definition");
        }
    }

    private void part() {
        if (tokens.sees("constraint") || tokens.sees("primary")) {
            constraint();
        } else {
            column();
        }
    }

    private void column() {
        expressions.name();
        if (tokens.takes("as")) {
            tokens.expect("(");
            expressions.value();
            tokens.expect(")", "persisted");
        } else {
            expressions.type();
            if (tokens.takes("identity", "(")) {
                tokens.expect("1", ",", "1", ")");
            }
            if (tokens.takes("constraint")) {
                expressions.name();
                tokens.expect("default");
                expressions.value();
            }
        }
        nullability();
    }

    private void nullability() {
        tokens.takes("not");
        tokens.takes("null");
    }

    private void constraint() {
        if (tokens.takes("constraint")) {
            expressions.name();
        }
        if (tokens.takes("primary", "key") || tokens.takes("unique")) {
            expressions.names();
        } else if (tokens.takes("check", "(")) {
            expressions.condition();
            tokens.expect(")");
        } else {
            tokens.expect("foreign", "key");
            expressions.names();
            tokens.expect("references");
            expressions.name();
            expressions.names();
            while (tokens.takes("on", "delete") || tokens.takes("on", "update")) {
                if (!tokens.takes("cascade") && !tokens.takes("set", "null")) {
                    tokens.expect("set", "default");
                }
            }
        }
    }

    private void index() {
        expressions.name();
        tokens.expect("on");
        expressions.name();
        tokens.expect("(");
        do {
            expressions.name();
            tokens.takes("desc");
        } while (tokens.takes(","));
        tokens.expect(")");
        if (tokens.takes("where")) {
            expressions.condition();
        }
    }

    private void alteration() {
        if (tokens.takes("alter", "column")) {
            expressions.name();
            expressions.type();
            nullability();
        } else if (tokens.takes("drop", "constraint")) {
            tokens.takes("if", "exists");
            expressions.name();
            if (tokens.takes(",", "column")) {
                expressions.name();
            }
        } else {
            tokens.expect("add");
            int start = tokens.position();
            boolean isDefault =
                    tokens.takes("constraint") && !expressions.name().isEmpty() && tokens.takes("default");
            if (isDefault) {
                expressions.value();
                tokens.expect("for");
                expressions.name();
            } else {
                tokens.returnTo(start);
                part();
            }
        }
    }
}
