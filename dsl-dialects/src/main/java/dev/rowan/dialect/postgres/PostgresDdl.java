package dev.rowan.dialect.postgres;

import dev.rowan.definition.Change;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.EnumDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.render.Catalog;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.Dialect;
import dev.rowan.render.Support;
import dev.rowan.schema.TableName;
import dev.rowan.type.SqlType;
import dev.rowan.type.SqlType.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** How PostgreSQL defines what it holds. */
final class PostgresDdl extends DdlDialect {
    private static final String LOCK = "hashtextextended('rowan migrations of ' || coalesce(current_schema(), ''), 0)";

    private final PostgresEngine engine;
    private final String binaryCollation;

    PostgresDdl(Dialect dialect, PostgresEngine engine) {
        super(dialect);
        this.engine = engine;
        this.binaryCollation = engine == PostgresEngine.COCKROACHDB
                ? "" // texts compare by bytes
                : dialect.majorVersion() >= 17 && !engine.isDistributed() ? " collate \"pg_c_utf8\"" : " collate \"C\"";
    }

    private static boolean isText(SqlType<?> type) {
        return type.kind() == Kind.VARCHAR || type.kind() == Kind.TEXT;
    }

    @Override
    public Support support(DdlFeature feature) {
        return engine.lacks(feature) ? Support.REFUSED : Support.NATIVE;
    }

    /** Asked again and again, for who waits within a statement holds up indexes that are created concurrently. */
    @Override
    public boolean lock(Connection connection, Duration wait) throws SQLException {
        if (engine == PostgresEngine.COCKROACHDB) {
            return CockroachLock.lock(connection, wait);
        }
        long end = System.nanoTime() + wait.toNanos();
        while (!isTrue(connection, "select pg_try_advisory_lock(" + LOCK + ")")) {
            if (System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return true;
    }

    /** A migration may have left another current schema, and so another name of the lock. */
    @Override
    public void unlock(Connection connection) throws SQLException {
        if (engine == PostgresEngine.COCKROACHDB) {
            CockroachLock.unlock(connection);
        } else if (!isTrue(connection, "select pg_advisory_unlock(" + LOCK + ")")) {
            isTrue(connection, "select pg_advisory_unlock_all() is null");
        }
    }

    private static boolean isTrue(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }

    @Override
    public Catalog catalog() {
        return new PostgresCatalog(this);
    }

    /** A key is named where the server would give it another name, which it cuts in a way of its own. */
    @Override
    protected String primaryKey(TableDefinition table, PrimaryKeyDefinition key) {
        return key.name().equals(table.name().name() + "_pkey") ? super.primaryKey(table, key) : constraint(key);
    }

    @Override
    public String typeName(SqlType<?> type) {
        return switch (type.kind()) {
            case VARCHAR -> super.typeName(type) + binaryCollation;
            case TEXT -> "text" + binaryCollation;
            case BINARY -> "bytea";
            case JSON -> "jsonb";
            case ARRAY -> super.typeName(type) + (isText(type.element()) ? binaryCollation : "");
            default -> super.typeName(type);
        };
    }

    /** The collation follows the word array. */
    @Override
    protected String elementName(SqlType<?> element) {
        return isText(element) ? typeName(element).replace(binaryCollation, "") : typeName(element);
    }

    /** Values are converted where they can be; one that cannot is an error, as is a text that is too long: a cast to its size would cut it. */
    @Override
    protected String setType(ColumnDefinition after) {
        String bare = after.type()
                .replaceFirst(" collate .*", "")
                .replaceFirst("^varchar\\(\\d+\\)", "varchar")
                .replaceFirst("^char\\(\\d+\\)", "bpchar");
        return super.setType(after) + " using " + quoted(after.name()) + "::" + bare;
    }

    /** An identity begins at one, whatever the rows hold. */
    @Override
    protected List<String> alter(TableName table, ColumnDefinition before, ColumnDefinition after) {
        List<String> statements = super.alter(table, before, after);
        if (after.identity() && !before.identity()) {
            statements.add("select setval(pg_get_serial_sequence(" + textLiteral(quoted(table)) + ", "
                    + textLiteral(after.name()) + "), coalesce(max(" + quoted(after.name()) + "), 0) + 1, false) from "
                    + quoted(table));
        }
        return statements;
    }

    @Override
    protected List<String> alterEnum(Change.AlterEnum change) {
        String type = quoted(change.after().name());
        List<String> statements = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (String value : change.before().values()) {
            String renamed = change.renamed().get(value);
            if (renamed != null) {
                statements.add(
                        "alter type " + type + " rename value " + textLiteral(value) + " to " + textLiteral(renamed));
            }
            values.add(renamed == null ? value : renamed);
        }
        List<String> wanted = change.after().values();
        if (!wanted.stream().filter(values::contains).toList().equals(values)) {
            statements.add(remade(change.after().name(), type, wanted));
            return statements;
        }
        for (int i = wanted.size() - 1; i >= 0; i--) {
            if (!values.contains(wanted.get(i))) {
                String before = i == wanted.size() - 1 ? "" : " before " + textLiteral(wanted.get(i + 1));
                statements.add("alter type " + type + " add value " + textLiteral(wanted.get(i)) + before);
            }
        }
        return statements;
    }

    /**
     * A type cannot lose a value: another takes its place, in every column and with every default. A row that holds a lost value
     * is an error, and all stays as it was.
     */
    private String remade(TableName name, String type, List<String> values) {
        String before = name.name() + " before";
        String body = "declare c record; old oid := " + textLiteral(type) + "::regtype; begin "
                + "alter type " + type + " rename to " + quoted(before) + "; "
                + createEnum(new EnumDefinition(name, values))
                + "; for c in select a.attrelid::regclass as t, a.attname, a.atttypid <> old as is_array,"
                + " pg_get_expr(d.adbin, d.adrelid) as filled from pg_attribute a join pg_class r on r.oid = a.attrelid"
                + " and r.relkind in ('r', 'p') left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum"
                + " where not a.attisdropped and a.atttypid in (old, (select typarray from pg_type where oid = old)) loop"
                + " if c.filled is not null then execute format('alter table %s alter column %I drop default', c.t, c.attname);"
                + " end if;"
                + " execute format('alter table %s alter column %I set data type %s using %I::text%s::%s', c.t, c.attname, "
                + textLiteral(type) + " || case when c.is_array then '[]' else '' end, c.attname,"
                + " case when c.is_array then '[]' else '' end, "
                + textLiteral(type) + " || case when c.is_array then '[]' else '' end);"
                + " if c.filled is not null then execute format('alter table %s alter column %I set default %s', c.t, c.attname,"
                + " replace(c.filled, old::regtype::text, "
                + textLiteral(type) + ")); end if; end loop; drop type "
                + quoted(new TableName(name.schema(), before, null))
                + "; end";
        return "do " + textLiteral(body);
    }

    @Override
    public Optional<SqlType<?>> sqlType(ColumnDefinition column) {
        return switch (column.type().replaceFirst(" collate .*", "")) {
            case "bytea" -> Optional.of(SqlType.BINARY);
            case "jsonb" -> Optional.of(SqlType.JSON);
            case "bpchar" -> Optional.of(SqlType.TEXT);
            case "\"char\"", "char" -> Optional.empty();
            default -> super.sqlType(column);
        };
    }
}
