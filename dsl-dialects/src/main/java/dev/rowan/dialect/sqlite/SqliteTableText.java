package dev.rowan.dialect.sqlite;

import dev.rowan.definition.CheckDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.TablePart;
import dev.rowan.definition.UniqueDefinition;
import dev.rowan.render.DefinitionTokens;
import dev.rowan.render.DefinitionTokens.Kind;
import dev.rowan.render.DefinitionTokens.Token;
import dev.rowan.schema.ConstraintNames;
import dev.rowan.schema.ReferentialAction;
import dev.rowan.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the text of a table says that no pragma tells: constraints with their names, collations, computed columns. For one use. */
final class SqliteTableText {
    private final String table;
    private final String sql;
    private final List<Token> tokens;
    private final List<TablePart> constraints = new ArrayList<>();
    private final Map<String, String> collations = new HashMap<>();
    private final Map<String, String> computed = new HashMap<>();
    private boolean counted;
    private int at;
    private @Nullable String name;
    private @Nullable String column;

    private SqliteTableText(String table, String sql) {
        this.table = table;
        this.sql = sql;
        this.tokens = DefinitionTokens.of(sql, false);
    }

    static SqliteTableText of(String table, String sql) {
        SqliteTableText text = new SqliteTableText(table, sql);
        text.read();
        return text;
    }

    /** Keys and checks in the order of the text; a foreign key that names no columns points at a primary key. */
    List<TablePart> constraints() {
        return constraints;
    }

    /** The collation of a column, or null. */
    @Nullable
    String collation(String ofColumn) {
        return collations.get(ofColumn);
    }

    /** What a column always is, or null. */
    @Nullable
    String computed(String ofColumn) {
        return computed.get(ofColumn);
    }

    /** Whether the primary key is counted up for ever. */
    boolean isCounted() {
        return counted;
    }

    private void read() {
        while (at < tokens.size() && !sees("(")) {
            at++;
        }
        at++;
        boolean begins = true;
        while (at < tokens.size() && !sees(")")) {
            if (begins) {
                begin();
                begins = false;
            } else if (sees(",")) {
                at++;
                begins = true;
            } else {
                clause();
            }
        }
    }

    private void begin() {
        Token token = tokens.get(at);
        name = null;
        boolean isConstraint = token.kind() == Kind.WORD
                && List.of("constraint", "primary", "unique", "check", "foreign")
                        .contains(token.text().toLowerCase(Locale.ROOT));
        column = isConstraint ? null : token.text();
        at += isConstraint ? 0 : 1;
    }

    private boolean sees(String word) {
        return at < tokens.size() && tokens.get(at).is(word);
    }

    private boolean take(String word) {
        boolean found = sees(word);
        at += found ? 1 : 0;
        return found;
    }

    private void clause() {
        if (take("constraint")) {
            name = next();
        } else if (take("check")) {
            constraints.add(new CheckDefinition(named("check" + (constraints.size() + 1)), inParentheses()));
        } else if (take("primary")) {
            at++;
            constraints.add(new PrimaryKeyDefinition(
                    ConstraintNames.ofPrimaryKey(TableName.of(table)).name(), columns()));
            name = null;
        } else if (take("unique")) {
            List<String> columns = columns();
            constraints.add(new UniqueDefinition(named(String.join("_", columns) + "_key"), columns));
        } else if (take("foreign")) {
            at++;
            List<String> columns = columns();
            at++;
            foreignKey(columns);
        } else if (take("references")) {
            foreignKey(column == null ? List.of() : List.of(column));
        } else if (take("collate")) {
            collations.put(String.valueOf(column), next());
        } else if (take("autoincrement")) {
            counted = true;
        } else if (take("as")) {
            computed.put(String.valueOf(column), inParentheses());
        } else if (sees("(")) {
            inParentheses();
        } else {
            at++;
        }
    }

    private String next() {
        return tokens.get(at++).text();
    }

    /** The name that was given, or else one that Rowan would give. */
    private String named(String otherwise) {
        String given = name;
        name = null;
        return given == null ? table + "_" + otherwise : given;
    }

    private String inParentheses() {
        int start = tokens.get(at).end();
        int depth = 0;
        do {
            depth += sees("(") ? 1 : sees(")") ? -1 : 0;
            at++;
        } while (depth > 0 && at < tokens.size());
        return sql.substring(start, tokens.get(at - 1).start()).strip();
    }

    /** Columns in parentheses, or the one whose constraint this is. */
    private List<String> columns() {
        if (!sees("(")) {
            return column == null ? List.of() : List.of(column);
        }
        List<String> columns = new ArrayList<>();
        at++;
        boolean isName = true;
        while (at < tokens.size() && !take(")")) {
            if (isName) {
                columns.add(tokens.get(at).text());
            }
            isName = sees(",");
            at++;
        }
        return columns;
    }

    private void foreignKey(List<String> columns) {
        TableName target = TableName.of(next());
        List<String> targetColumns = sees("(") ? columns() : List.of();
        ReferentialAction onDelete = ReferentialAction.NO_ACTION;
        ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
        boolean deferrable = false;
        while (true) {
            if (take("on")) {
                boolean isDelete = next().equalsIgnoreCase("delete");
                ReferentialAction action = action();
                onDelete = isDelete ? action : onDelete;
                onUpdate = isDelete ? onUpdate : action;
            } else if (sees("not")
                    && at + 1 < tokens.size()
                    && tokens.get(at + 1).is("deferrable")) {
                at += 2;
            } else if (take("deferrable")) {
                deferrable = true;
            } else if (take("match") || take("initially")) {
                at++;
            } else {
                break;
            }
        }
        constraints.add(new ForeignKeyDefinition(
                named(String.join("_", columns) + "_fkey"),
                columns,
                target,
                targetColumns,
                onDelete,
                onUpdate,
                deferrable));
    }

    private ReferentialAction action() {
        String first = next().toUpperCase(Locale.ROOT);
        return ReferentialAction.valueOf(
                first.equals("SET") || first.equals("NO") ? first + "_" + next().toUpperCase(Locale.ROOT) : first);
    }

    /** The same table with its constraints. */
    static TableDefinition with(TableDefinition table, List<TablePart> constraints) {
        TableDefinition whole = table;
        for (TablePart constraint : constraints) {
            whole = whole.with(constraint);
        }
        return whole;
    }
}
