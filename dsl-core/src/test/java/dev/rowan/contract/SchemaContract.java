package dev.rowan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.definition.CheckDefinition;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.EnumDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.IndexDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.SequenceDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.UniqueDefinition;
import dev.rowan.definition.ViewDefinition;
import dev.rowan.error.MigrationException;
import dev.rowan.migrate.Destruction;
import dev.rowan.migrate.Finding;
import dev.rowan.migrate.Finding.Rule;
import dev.rowan.migrate.Findings;
import dev.rowan.migrate.Renames;
import dev.rowan.migrate.SchemaPlan;
import dev.rowan.migrate.SchemaSnapshot;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.Support;
import dev.rowan.schema.ReferentialAction;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.shop.LineItems;
import dev.rowan.shop.Orders;
import dev.rowan.shop.Products;
import dev.rowan.shop.Users;
import dev.rowan.type.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Creating, comparing and changing what a database holds. */
public abstract class SchemaContract extends EmptyDatabase {
    private static final Table<?>[] SHOP = {LineItems.LINE_ITEM, Orders.ORDER, Users.USER, Products.PRODUCT};
    private static final TableName PARENT = TableName.of("parents");
    private static final TableName CHILD = TableName.of("children");

    /** For subclasses. */
    protected SchemaContract() {}

    private boolean has(DdlFeature feature) {
        return db().dialect().ddl().support(feature) != Support.REFUSED;
    }

    private String type(SqlType<?> type) {
        return db().dialect().ddl().typeName(type);
    }

    private void run(String sql) {
        db().session(session -> {
            try (Statement statement = session.jdbc().createStatement()) {
                return statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        });
    }

    private List<String> rows(String query) {
        return db().session(session -> {
            try (Statement statement = session.jdbc().createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                List<String> values = new ArrayList<>();
                while (rows.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        row.append(rows.getString(i)).append('|');
                    }
                    values.add(row.toString());
                }
                return values;
            } catch (SQLException e) {
                throw new IllegalStateException(query, e);
            }
        });
    }

    private String quoted(String name) {
        return db().dialect().ddl().quoted(name);
    }

    private ColumnDefinition column(String name, SqlType<?> type) {
        return ColumnDefinition.of(name, type(type));
    }

    private TableDefinition parents() {
        return TableDefinition.of(
                        PARENT,
                        List.of(
                                column("id", SqlType.BIGINT).withNullable(false),
                                column("s", SqlType.varchar(20)),
                                column("n", SqlType.INTEGER).withNullable(false),
                                column("gone", SqlType.INTEGER)))
                .with(new PrimaryKeyDefinition("parents_pkey", List.of("id")));
    }

    private TableDefinition children() {
        return TableDefinition.of(
                        CHILD,
                        List.of(
                                column("id", SqlType.BIGINT).withNullable(false),
                                column("parent", SqlType.BIGINT).withNullable(false),
                                column("t", SqlType.varchar(10))))
                .with(new PrimaryKeyDefinition("children_pkey", List.of("id")))
                .with(new ForeignKeyDefinition(
                        "children_parent_fkey",
                        List.of("parent"),
                        PARENT,
                        List.of("id"),
                        ReferentialAction.CASCADE,
                        ReferentialAction.NO_ACTION,
                        false));
    }

    private void family() {
        live().apply(live().diff(SchemaDefinition.of(List.of(parents(), children())), Renames.NONE));
        for (int i = 1; i <= 3; i++) {
            run("insert into " + quoted("parents") + " values (" + i + ", 's" + i + "', " + 10 * i + ", null)");
            run("insert into " + quoted("children") + " values (" + i + ", " + i + ", 't" + i + "')");
        }
    }

    private static ColumnDefinition of(TableDefinition table, String name) {
        return table.column(name).orElseThrow();
    }

    private static TableDefinition with(TableDefinition table, String name, UnaryOperator<ColumnDefinition> change) {
        return table.withColumns(table.columns().stream()
                .map(column -> column.name().equals(name) ? change.apply(column) : column)
                .toList());
    }

    /** Changes by which no value of another column may change. */
    private List<UnaryOperator<TableDefinition>> changes() {
        List<UnaryOperator<TableDefinition>> changes = new ArrayList<>(List.of(
                table -> table.with(column("more", SqlType.INTEGER)),
                table -> table.with(
                        column("filled", SqlType.INTEGER).withNullable(false).withDefault("7")),
                table -> table.without(of(table, "gone")),
                table -> with(table, "s", one -> one.withType(type(SqlType.varchar(90)))),
                table -> with(table, "n", one -> one.withType(type(SqlType.BIGINT))),
                table -> with(table, "n", one -> one.withDefault("5")),
                table -> with(table, "n", one -> one.withNullable(true)),
                table -> with(table, "s", one -> one.withNullable(false)),
                table -> table.with(
                        new IndexDefinition("parents_s_idx", false, List.of(IndexDefinition.Key.of("s")), null)),
                table -> table.with(new UniqueDefinition("parents_n_key", List.of("n"))),
                table -> table.with(new CheckDefinition("parents_n_check", quoted("n") + " > 0"))));
        if (has(DdlFeature.COMMENT)) {
            changes.add(table -> table.withComment("who's there?"));
            changes.add(table -> with(table, "s", one -> one.withComment("it's")));
        }
        return changes;
    }

    private List<String> kept(String parents, String s) {
        return rows(
                "select p." + quoted("id") + ", p." + quoted(s) + ", p." + quoted("n") + ", c." + quoted("id") + ", c."
                        + quoted("t") + " from " + quoted(parents) + " p join " + quoted("children") + " c on c."
                        + quoted("parent") + " = p." + quoted("id") + " order by 1");
    }

    @Test
    void rowsOutliveChanges() {
        RandomCases.run(RandomCases.cases(40), this::checkRows);
    }

    private void checkRows(Random random) {
        empty();
        family();
        List<String> before = kept("parents", "s");
        TableDefinition wanted = parents();
        List<UnaryOperator<TableDefinition>> changes = new ArrayList<>(changes());
        java.util.Collections.shuffle(changes, random);
        for (UnaryOperator<TableDefinition> change : changes.subList(0, 1 + random.nextInt(5))) {
            wanted = change.apply(wanted);
        }
        Renames renames = Renames.NONE;
        TableDefinition child = children();
        String name = "parents";
        if (random.nextInt(3) == 0) {
            name = "elders";
            wanted = wanted.withName(TableName.of(name));
            renames = renames.table("parents", name);
            ForeignKeyDefinition old = child.foreignKeys().get(0);
            child = child.without(old)
                    .with(new ForeignKeyDefinition(
                            old.name(),
                            old.columns(),
                            TableName.of(name),
                            old.targetColumns(),
                            old.onDelete(),
                            old.onUpdate(),
                            old.deferrable()));
        }
        SchemaDefinition after = SchemaDefinition.of(List.of(wanted, child));
        SchemaPlan plan = live().diff(after, renames);

        live().apply(plan, Destruction.CONFIRMED);

        assertThat(kept(name, "s")).as("%s", plan).isEqualTo(before);
        assertThat(live().diff(after, Renames.NONE).toString()).isEmpty();
        run("delete from " + quoted(name) + " where " + quoted("id") + " = 1");
        assertThat(rows("select " + quoted("id") + " from " + quoted("children")))
                .hasSize(2);
    }

    @Test
    void columnsAreRenamedWithTheirValues() {
        family();
        List<String> before = kept("parents", "s");
        TableDefinition wanted = with(parents(), "s", one -> one.withName("spelled"));
        Renames renames = Renames.NONE.column("parents", "s", "spelled");

        SchemaPlan plan = live().diff(SchemaDefinition.of(List.of(wanted, children())), renames);
        live().apply(plan);

        assertThat(kept("parents", "spelled")).isEqualTo(before);
        assertThat(live().lint(plan).all()).extracting(Finding::rule).contains(Rule.RENAME);
    }

    @Test
    void tablesAreCreatedInOrderAndNothingIsFoundThen() {
        live().create(SHOP);

        assertThat(live().verify(SHOP).all()).isEmpty();
        assertThat(live().diff(SHOP).isEmpty()).isTrue();
    }

    @Test
    void createMissingChangesNothingThatIsThere() {
        assertThat(live().createMissing(SHOP)).hasSize(4);
        SchemaDefinition once = live().read();
        for (int i = 0; i < 100; i++) {
            assertThat(live().createMissing(SHOP)).isEmpty();
        }
        assertThat(live().read()).isEqualTo(once);
    }

    @Test
    void tablesThatPointAtEachOtherAreCreatedAndGo() {
        ForeignKeyDefinition back = new ForeignKeyDefinition(
                "parents_first_fkey",
                List.of("first"),
                CHILD,
                List.of("id"),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                false);
        SchemaDefinition cycle = SchemaDefinition.of(
                List.of(parents().with(column("first", SqlType.BIGINT)).with(back), children()));

        live().apply(live().diff(cycle, Renames.NONE));

        assertThat(live().diff(cycle, Renames.NONE).isEmpty()).isTrue();
        live().apply(live().diff(SchemaDefinition.EMPTY, Renames.NONE), Destruction.CONFIRMED);
        assertThat(live().read().tables()).isEmpty();
    }

    @Test
    void lossIsConfirmed() {
        family();
        SchemaPlan plan = live().diff(SchemaDefinition.EMPTY, Renames.NONE);

        assertThat(plan.destructive()).hasSize(2);
        assertThatThrownBy(() -> live().apply(plan))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("all rows of parents");
        assertThat(live().read().tables()).hasSize(2);
    }

    @Test
    void dropAndCreateLeavesNoRows() {
        live().create(SHOP);
        SchemaDefinition once = live().read();

        live().dropAndCreate(Destruction.CONFIRMED, SHOP);

        assertThat(live().read()).isEqualTo(once);
    }

    private List<Rule> lint(TableDefinition... wanted) {
        return live().lint(live().diff(SchemaDefinition.of(List.of(wanted)), Renames.NONE)).all().stream()
                .map(Finding::rule)
                .toList();
    }

    @Test
    void plansAreLinted() {
        family();
        boolean rebuilds = db().dialect().ddl().support(DdlFeature.ALTER_TABLE) == Support.EMULATED;
        TableDefinition table = parents();

        assertThat(lint(table)).contains(Rule.DROP_TABLE);
        assertThat(lint(table.without(of(table, "gone")), children())).contains(Rule.DROP_COLUMN);
        assertThat(lint(with(table, "s", one -> one.withType(type(SqlType.varchar(5)))), children()))
                .contains(Rule.NARROWING);
        assertThat(lint(table.with(column("x", SqlType.INTEGER).withNullable(false)), children()))
                .contains(Rule.NOT_NULL_WITHOUT_DEFAULT);
        assertThat(lint(with(table, "s", one -> one.withNullable(false)), children()))
                .contains(Rule.SET_NOT_NULL);
        assertThat(lint(with(table, "n", one -> one.withType(type(SqlType.BIGINT))), children()))
                .contains(Rule.TABLE_REWRITE);
        assertThat(lint(table.with(new CheckDefinition("c", quoted("n") + " > 0")), children()))
                .contains(Rule.CONSTRAINT_ON_ROWS);
        assertThat(lint(table.with(column("price", SqlType.DOUBLE)), children()))
                .contains(Rule.FLOAT_FOR_MONEY);
        IndexDefinition first = new IndexDefinition("parents_n_idx", false, List.of(IndexDefinition.Key.of("n")), null);
        assertThat(lint(table.with(first).with(first.withName("parents_n2_idx")), children()))
                .contains(Rule.DUPLICATE_INDEX);
        assertThat(lint(table.with(first), children()).contains(Rule.BLOCKING_INDEX))
                .isEqualTo(!db().dialect().ddl().createsIndexesOnline());
        assertThat(lint(
                        table,
                        children(),
                        TableDefinition.of(TableName.of("x"), List.of(column("a", SqlType.INTEGER)))))
                .contains(Rule.TABLE_WITHOUT_KEY);
        assertThat(lint(table, children().with(column("u", SqlType.INTEGER))).contains(Rule.FOREIGN_KEY_WITHOUT_INDEX))
                .isEqualTo(!db().dialect().ddl().indexesForeignKeys());
        assertThat(rebuilds).isEqualTo(!has(DdlFeature.COMMENT));
    }

    private List<Rule> verified() {
        return live().verify(Users.USER, Orders.ORDER).all().stream()
                .map(Finding::rule)
                .toList();
    }

    @Test
    void whatDiffersIsFound() {
        assertThat(verified()).containsExactly(Rule.TABLE_MISSING, Rule.TABLE_MISSING);
        live().create(SHOP);
        SchemaDefinition all = live().read();
        TableDefinition users = all.table(TableName.of("users")).orElseThrow();
        TableDefinition orders = all.table(TableName.of("orders")).orElseThrow();

        live().apply(
                        live().diff(
                                        all.withTables(List.of(
                                                users.with(column("legacy", SqlType.INTEGER)),
                                                orders.withKeys(orders.primaryKey(), orders.uniqueKeys(), List.of()),
                                                all.table(TableName.of("products"))
                                                        .orElseThrow(),
                                                all.table(TableName.of("line_items"))
                                                        .orElseThrow())),
                                        Renames.NONE),
                        Destruction.CONFIRMED);

        Findings found = live().verify(SHOP);
        assertThat(found.all()).extracting(Finding::rule).contains(Rule.COLUMN_UNDECLARED);
        if (!orders.foreignKeys().isEmpty()) {
            assertThat(found.all()).extracting(Finding::rule).contains(Rule.FOREIGN_KEY_MISSING);
        }
        Findings left = found.ignoring(Rule.COLUMN_UNDECLARED, "users.legacy", "read by the old billing");
        assertThat(left.all()).extracting(Finding::rule).doesNotContain(Rule.COLUMN_UNDECLARED);
        assertThatThrownBy(() -> found.ignoring(Rule.COLUMN_UNDECLARED, "users.legacy", " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> left.ignoring(Rule.COLUMN_UNDECLARED, "users.legacy", "again"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void snapshotsAreReadAsTheyWereWritten() {
        boolean arrays = RandomTable.hasArrays(db().dialect().ddl());
        RandomCases.run(20, random -> {
            empty();
            RandomTable[] one = new RandomTable[1];
            one[0] = new RandomTable(
                    TableName.of("it's \"one\""), random, db().dialect().ddl(), arrays, () -> one[0]);
            live().create(one[0]);
            SchemaDefinition read = live().read();

            String json = SchemaSnapshot.write(read);

            assertThat(SchemaSnapshot.read(json)).isEqualTo(read);
            assertThat(SchemaSnapshot.write(SchemaSnapshot.read(json))).isEqualTo(json);
            assertThat(live().diff(SchemaSnapshot.read(json), Renames.NONE).isEmpty())
                    .isTrue();
        });
    }

    @Test
    void damagedSnapshotsAreRefusedWithTheirPlace() {
        family();
        String json = SchemaSnapshot.write(live().read());

        assertThatThrownBy(() -> SchemaSnapshot.read("")).isInstanceOf(MigrationException.class);
        assertThatThrownBy(() -> SchemaSnapshot.read(json.substring(0, json.length() / 2)))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("line ");
        assertThatThrownBy(() -> SchemaSnapshot.read(json.replace("\"nullable\"", "\"nulable\"")))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("'nullable'")
                .hasMessageContaining("line ");
        assertThatThrownBy(() -> SchemaSnapshot.read(json.replace("\"views\": []", "\"views\": [], \"x\": 1")))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("'x'");
        assertThatThrownBy(() -> SchemaSnapshot.read(json.replace("CASCADE", "EXPLODE")))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("EXPLODE")
                .hasMessageContaining("SET_NULL");
    }

    @Test
    void viewsSequencesAndEnumsComeChangeAndGo() {
        family();
        SchemaDefinition tables = live().read();
        String query = "select " + quoted("id") + " from " + quoted("parents");
        List<ViewDefinition> views = List.of(new ViewDefinition(TableName.of("ids"), query, List.of()));
        List<SequenceDefinition> sequences =
                has(DdlFeature.SEQUENCE) ? List.of(new SequenceDefinition(TableName.of("numbers"), 5, 10)) : List.of();
        List<EnumDefinition> enums = has(DdlFeature.ENUM_TYPE)
                ? List.of(new EnumDefinition(TableName.of("mood"), List.of("sad", "it's ok")))
                : List.of();
        live().apply(live().diff(new SchemaDefinition(tables.tables(), views, sequences, enums), Renames.NONE));
        SchemaDefinition read = live().read();
        assertThat(read.views()).hasSize(1);
        assertThat(read.sequences()).isEqualTo(sequences);
        assertThat(read.enums()).isEqualTo(enums);
        assertThat(live().diff(read, Renames.NONE).isEmpty()).isTrue();

        List<EnumDefinition> fewer = enums.stream()
                .map(one -> new EnumDefinition(one.name(), List.of("sad", "glad")))
                .toList();
        SchemaPlan plan =
                live().diff(new SchemaDefinition(tables.tables(), read.views(), List.of(), fewer), Renames.NONE);
        if (!enums.isEmpty()) {
            assertThat(live().lint(plan).all()).extracting(Finding::rule).contains(Rule.REMOVED_ENUM_VALUE);
        }
        live().apply(plan, Destruction.CONFIRMED);
        assertThat(live().read().enums()).isEqualTo(fewer);
        assertThat(live().read().sequences()).isEmpty();

        live().apply(live().diff(tables, Renames.NONE), Destruction.CONFIRMED);
        assertThat(live().read()).isEqualTo(tables);
    }
}
