package dev.rowan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rowan.blog.Authors;
import dev.rowan.blog.Comments;
import dev.rowan.blog.Editions;
import dev.rowan.blog.Errata;
import dev.rowan.blog.PostTags;
import dev.rowan.blog.Posts;
import dev.rowan.blog.Profiles;
import dev.rowan.blog.Tags;
import dev.rowan.club.Badges;
import dev.rowan.club.Clubs;
import dev.rowan.club.MemberBadges;
import dev.rowan.definition.Change;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.SchemaObject;
import dev.rowan.definition.SequenceDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.ViewDefinition;
import dev.rowan.execute.Database;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.RenderedSql;
import dev.rowan.render.Support;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.shop.LineItems;
import dev.rowan.shop.Orders;
import dev.rowan.shop.Products;
import dev.rowan.shop.Users;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a live database tells of itself is what was declared, and can be made again. */
public abstract class CatalogContract {
    private static final int STATEMENTS = 10;

    /** For subclasses. */
    protected CatalogContract() {}

    /** The JDBC URL of an empty database of a name. */
    protected abstract String newDatabase(String name);

    /** Statements by which somebody else would make tables. */
    protected abstract List<String> foreignTables();

    /** The types that some columns of these tables are read with. */
    protected abstract Map<String, String> foreignTypes();

    /** What is done with an empty database. */
    private interface Use {
        void with(Connection connection, DdlDialect ddl) throws SQLException;
    }

    private void inDatabase(String name, Use use) throws SQLException {
        String url = newDatabase(name);
        try (HikariDataSource pool = new HikariDataSource();
                Connection connection = DriverManager.getConnection(url)) {
            pool.setJdbcUrl(url);
            pool.setMaximumPoolSize(1);
            use.with(connection, Database.of(pool).dialect().ddl());
        }
    }

    private static void execute(Connection connection, DdlDialect ddl, Change change) throws SQLException {
        for (RenderedSql sql : ddl.statements(change, null)) {
            execute(connection, sql.text());
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new SQLException(failure.getMessage() + " in: " + sql, failure);
        }
    }

    private static boolean adds(DdlDialect ddl) {
        return ddl.support(DdlFeature.ALTER_TABLE) == Support.NATIVE;
    }

    /** Keys that point at tables come when all tables are there. */
    private static void create(Connection connection, DdlDialect ddl, List<TableDefinition> tables)
            throws SQLException {
        for (TableDefinition table : tables) {
            TableDefinition first =
                    adds(ddl) ? table.withKeys(table.primaryKey(), table.uniqueKeys(), List.of()) : table;
            execute(connection, ddl, new Change.Create(first));
        }
        for (TableDefinition table : adds(ddl) ? tables : List.<TableDefinition>of()) {
            for (ForeignKeyDefinition key : table.foreignKeys()) {
                execute(connection, ddl, new Change.Add(table.name(), key));
            }
        }
    }

    private static List<TableDefinition> sorted(List<TableDefinition> tables) {
        return tables.stream()
                .sorted(Comparator.comparing(table -> table.name().toString()))
                .toList();
    }

    private static void assertAsDeclared(Connection connection, DdlDialect ddl, List<TableDefinition> declared)
            throws SQLException {
        List<TableDefinition> read = ddl.catalog().read(connection, null).tables();
        List<TableDefinition> normalized =
                sorted(declared).stream().map(ddl.catalog()::normalized).toList();

        for (int i = 0; i < Math.min(read.size(), normalized.size()); i++) {
            assertSame(read.get(i), normalized.get(i));
        }
        assertThat(read).isEqualTo(normalized);
        assertThat(normalized.stream().map(ddl.catalog()::normalized)).isEqualTo(normalized);
    }

    /** Part by part, for what differs is then seen. */
    private static void assertSame(TableDefinition read, TableDefinition expected) {
        assertThat(read.parts()).isEqualTo(expected.parts());
        assertThat(read).isEqualTo(expected);
    }

    private void assertCopied(SchemaDefinition read) throws SQLException {
        inDatabase("catalog_copy", (connection, ddl) -> {
            for (SchemaObject object : read.enums()) {
                execute(connection, ddl, new Change.Create(object));
            }
            for (SchemaObject object : read.sequences()) {
                execute(connection, ddl, new Change.Create(object));
            }
            create(connection, ddl, read.tables());
            for (SchemaObject object : read.views()) {
                execute(connection, ddl, new Change.Create(object));
            }
            SchemaDefinition again = ddl.catalog().read(connection, null);

            for (int i = 0; i < Math.min(read.tables().size(), again.tables().size()); i++) {
                assertSame(again.tables().get(i), read.tables().get(i));
            }
            assertThat(again).isEqualTo(read);
        });
    }

    private static List<TableDefinition> defined(DdlDialect ddl, List<Table<?>> tables) {
        return tables.stream().map(ddl::define).toList();
    }

    private void assertReads(List<Table<?>> tables) throws SQLException {
        List<SchemaDefinition> read = new ArrayList<>();
        inDatabase("catalog", (connection, ddl) -> {
            List<TableDefinition> declared = defined(ddl, tables);
            create(connection, ddl, declared);

            assertAsDeclared(connection, ddl, declared);
            read.add(ddl.catalog().read(connection, null));
        });
        assertCopied(read.get(0));
    }

    @Test
    void shopIsReadAsDeclared() throws SQLException {
        assertReads(List.of(Users.USER, Products.PRODUCT, Orders.ORDER, LineItems.LINE_ITEM));
    }

    @Test
    void blogIsReadAsDeclared() throws SQLException {
        assertReads(List.of(
                Authors.AUTHOR,
                Profiles.PROFILE,
                Posts.POST,
                Comments.COMMENT,
                Editions.EDITION,
                Errata.ERRATUM,
                Tags.TAG,
                PostTags.POST_TAG));
    }

    @Test
    void clubIsReadAsDeclared() throws SQLException {
        assertReads(List.of(Clubs.CLUB, dev.rowan.club.Members.MEMBER, Badges.BADGE, MemberBadges.MEMBER_BADGE));
    }

    @Test
    void tablesOfTheContractAreReadAsDeclared() throws SQLException {
        assertReads(List.of(
                Notes.NOTE, Samples.SAMPLE, Defaults.DEFAULTS, Documents.DOCUMENT, Shelves.SHELF, Articles.ARTICLE));
    }

    @Test
    void tablesByChanceAreReadAsDeclared() throws SQLException {
        inDatabase("catalog", (connection, ddl) -> {
            boolean arrays = RandomTable.hasArrays(ddl);
            RandomCases.run(RandomCases.cases(100), random -> checkPair(connection, ddl, random, arrays));
        });
    }

    private static void checkPair(Connection connection, DdlDialect ddl, Random random, boolean arrays)
            throws SQLException {
        RandomTable[] pair = new RandomTable[2];
        pair[0] = new RandomTable(TableName.of("First"), random, ddl, arrays, () -> pair[1]);
        pair[1] = new RandomTable(TableName.of("secönd"), random, ddl, arrays, () -> pair[0]);
        List<TableDefinition> declared = defined(ddl, List.of(pair));
        create(connection, ddl, declared);

        assertAsDeclared(connection, ddl, declared);
        List<TableDefinition> read = ddl.catalog().read(connection, null).tables();
        remove(connection, ddl, read);
        create(connection, ddl, read);
        assertAsDeclared(connection, ddl, read);
        remove(connection, ddl, read);
        assertThat(ddl.catalog().read(connection, null)).isEqualTo(SchemaDefinition.EMPTY);
    }

    private static void remove(Connection connection, DdlDialect ddl, List<TableDefinition> tables)
            throws SQLException {
        for (TableDefinition table : adds(ddl) ? tables : List.<TableDefinition>of()) {
            for (ForeignKeyDefinition key : table.foreignKeys()) {
                execute(connection, ddl, new Change.Drop(table.name(), key));
            }
        }
        if (!adds(ddl)) {
            execute(connection, "pragma foreign_keys = off");
        }
        for (TableDefinition table : tables) {
            execute(connection, ddl, new Change.Remove(table));
        }
    }

    @Test
    void foreignTablesAreReadAndMadeAgain() throws SQLException {
        List<SchemaDefinition> read = new ArrayList<>();
        inDatabase("catalog", (connection, ddl) -> {
            for (String sql : foreignTables()) {
                execute(connection, sql);
            }
            SchemaDefinition schema = ddl.catalog().read(connection, null);
            foreignTypes()
                    .forEach((column, type) -> assertThat(schema.tables().stream()
                                    .flatMap(table -> table.column(column).stream())
                                    .map(ColumnDefinition::type))
                            .as(column)
                            .contains(type));
            read.add(schema);
        });
        assertCopied(read.get(0));
    }

    @Test
    void viewsAndSequencesAreReadAndMadeAgain() throws SQLException {
        List<SchemaDefinition> read = new ArrayList<>();
        inDatabase("catalog", (connection, ddl) -> {
            create(connection, ddl, defined(ddl, List.of(Users.USER)));
            ViewDefinition view = new ViewDefinition(
                    TableName.of("Short names"),
                    "select " + ddl.quoted("id") + ", " + ddl.quoted("name") + " from " + ddl.quoted("users"),
                    List.of());
            execute(connection, ddl, new Change.Create(view));
            boolean hasSequences = ddl.support(DdlFeature.SEQUENCE) == Support.NATIVE;
            if (hasSequences) {
                execute(connection, ddl, new Change.Create(new SequenceDefinition(TableName.of("Numbers"), 5, 10)));
            }
            SchemaDefinition schema = ddl.catalog().read(connection, null);

            assertThat(schema.views()).hasSize(1);
            assertThat(schema.views().get(0).columns()).hasSize(2);
            assertThat(schema.sequences())
                    .isEqualTo(
                            hasSequences ? List.of(new SequenceDefinition(TableName.of("Numbers"), 5, 10)) : List.of());
            read.add(schema);
        });
        assertCopied(read.get(0));
    }

    @Test
    void manyTablesAreReadByFewStatements() throws SQLException {
        inDatabase("catalog", (connection, ddl) -> {
            for (int i = 0; i < 250; i++) {
                TableDefinition table = ddl.define(Notes.NOTE).withName(TableName.of("table_" + i));
                execute(
                        connection,
                        ddl,
                        new Change.Create(table.with(new PrimaryKeyDefinition("table_" + i + "_pkey", List.of("id")))));
            }
            AtomicInteger statements = new AtomicInteger();

            SchemaDefinition schema = ddl.catalog().read(counted(connection, statements), null);

            assertThat(schema.tables()).hasSize(250);
            assertThat(statements).hasValueLessThanOrEqualTo(STATEMENTS);
        });
    }

    private static Connection counted(Connection connection, AtomicInteger statements) {
        return (Connection) Proxy.newProxyInstance(
                CatalogContract.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().endsWith("Statement")) {
                        statements.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
