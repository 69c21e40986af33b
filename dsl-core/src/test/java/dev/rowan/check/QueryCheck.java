package dev.rowan.check;

import dev.rowan.error.RowanException;
import dev.rowan.execute.SqlExecutor;
import dev.rowan.query.Selection;
import dev.rowan.query.SqlQuery;
import dev.rowan.query.SqlStatement;
import dev.rowan.render.RenderedSql;
import dev.rowan.row.Shape;
import dev.rowan.row.Slot;
import dev.rowan.type.SqlType.Kind;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Checks the queries in the static fields of a package, without running them: each is rendered, its record compared with its
 * columns, and it is prepared on a real server, whose own view of the columns is compared too.
 *
 * <pre>{@code
 * @Test
 * void queriesFitTheDatabase() {
 *     assertThat(QueryCheck.of(db).findings("com.example.shop.queries")).isEmpty();
 * }
 * }</pre>
 *
 * How much a driver tells before a query is run differs: PostgreSQL and H2 tell columns, types and, for plain columns,
 * nullability; SQLite the number of columns, and types as it stores them. MySQL and MariaDB tell nothing unless the server
 * prepares ({@code useServerPrepStmts=true}), so there a statement is checked as far as its rendering and its record go.
 */
public final class QueryCheck {
    private final SqlExecutor db;
    private int checked;

    private QueryCheck(SqlExecutor db) {
        this.db = db;
    }

    /** Checks on this database, whose tables are there. */
    public static QueryCheck of(SqlExecutor db) {
        return new QueryCheck(db);
    }

    /**
     * What is wrong with the queries of a package, a line for each.
     *
     * @throws IllegalArgumentException if it holds no static query at all, for then the check would check nothing
     */
    public List<String> findings(String packageName) {
        List<Class<?>> classes = ReflectionSupport.findAllClassesInPackage(packageName, type -> true, name -> true);
        return findings(classes, "package " + packageName);
    }

    /** What is wrong with the queries of some classes, a line for each. */
    public List<String> findings(Class<?>... classes) {
        return findings(List.of(classes), "the classes " + List.of(classes));
    }

    private List<String> findings(List<Class<?>> classes, String where) {
        List<String> findings = new ArrayList<>();
        int before = checked;
        for (Class<?> type : classes) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && isStatement(field.getType())) {
                    checked++;
                    check((SqlStatement) value(field))
                            .forEach(finding ->
                                    findings.add(type.getSimpleName() + "." + field.getName() + ": " + finding));
                }
            }
        }
        if (checked == before) {
            throw new IllegalArgumentException("expected a static query in " + where + ", found none");
        }
        return findings;
    }

    /** A selection is one too, but rather waits for its table. */
    private static boolean isStatement(Class<?> type) {
        return SqlStatement.class.isAssignableFrom(type) && !Selection.class.isAssignableFrom(type);
    }

    /** How many queries were checked so far. */
    public int checked() {
        return checked;
    }

    private static Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("expected to read " + field + "; open its package to the tests", e);
        }
    }

    private List<String> check(SqlStatement statement) {
        try {
            RenderedSql sql = db.render(statement);
            Shape shape = shape(statement);
            return db.withJdbc(connection -> compare(connection, sql, shape));
        } catch (RowanException | IllegalArgumentException e) {
            String cause = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
            return List.of(e.getMessage() + cause);
        }
    }

    private static Shape shape(SqlStatement statement) {
        return statement instanceof SqlQuery<?> query ? query.shape() : new Shape(List.of(), List.of());
    }

    private static List<String> compare(Connection connection, RenderedSql sql, Shape shape) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            List<String> findings = new ArrayList<>();
            int parameters = statement.getParameterMetaData().getParameterCount();
            if (parameters != sql.binds().size()) {
                findings.add("the server counts " + parameters + " parameters, Rowan "
                        + sql.binds().size());
            }
            ResultSetMetaData columns = shape.slots().isEmpty() ? null : statement.getMetaData();
            if (columns != null) {
                findings.addAll(compare(columns, shape.slots()));
            }
            return findings;
        }
    }

    private static List<String> compare(ResultSetMetaData columns, List<Slot> slots) throws SQLException {
        if (columns.getColumnCount() != slots.size()) {
            return List.of("the server has " + columns.getColumnCount() + " columns, the query " + slots);
        }
        List<String> findings = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            String column = "column " + (i + 1) + ", " + slot + ", ";
            if (!kinds(columns.getColumnType(i + 1)).contains(slot.type().kind())) {
                findings.add(column + "is " + columns.getColumnTypeName(i + 1) + " on the server");
            }
            boolean isNullable = columns.isNullable(i + 1) == ResultSetMetaData.columnNullable;
            if (isNullable && !slot.nullable() && !columns.getTableName(i + 1).isEmpty()) {
                findings.add(column + "can be NULL on the server");
            }
        }
        return findings;
    }

    /** The kinds that a column of a JDBC type may be read as; all for a type that drivers use for several. */
    private static Set<Kind> kinds(int type) {
        return switch (type) {
            case Types.BIT, Types.BOOLEAN -> EnumSet.of(Kind.BOOLEAN);
            case Types.TINYINT -> EnumSet.of(Kind.BOOLEAN, Kind.SMALLINT, Kind.INTEGER);
            case Types.SMALLINT -> EnumSet.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);
            case Types.INTEGER -> EnumSet.of(Kind.INTEGER, Kind.BIGINT, Kind.BOOLEAN, Kind.SMALLINT, Kind.DECIMAL);
            case Types.BIGINT -> EnumSet.of(Kind.BIGINT, Kind.INTEGER, Kind.DECIMAL, Kind.BOOLEAN);
            case Types.DECIMAL, Types.NUMERIC -> EnumSet.of(Kind.DECIMAL, Kind.BIGINT, Kind.INTEGER, Kind.DOUBLE);
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> EnumSet.of(Kind.REAL, Kind.DOUBLE, Kind.DECIMAL);
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB, Types.NVARCHAR -> texts();
            case Types.DATE -> EnumSet.of(Kind.DATE);
            case Types.TIME, Types.TIME_WITH_TIMEZONE -> EnumSet.of(Kind.TIME);
            case Types.TIMESTAMP -> EnumSet.of(Kind.TIMESTAMP, Kind.INSTANT);
            case Types.TIMESTAMP_WITH_TIMEZONE -> EnumSet.of(Kind.INSTANT);
            default -> EnumSet.allOf(Kind.class);
        };
    }

    /** On SQLite a text holds much. */
    private static Set<Kind> texts() {
        Set<Kind> kinds = EnumSet.allOf(Kind.class);
        Stream.of(Kind.BOOLEAN, Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT, Kind.REAL, Kind.DOUBLE, Kind.BINARY)
                .forEach(kinds::remove);
        return kinds;
    }
}
