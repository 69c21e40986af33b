package dev.rowan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.definition.CheckDefinition;
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
import dev.rowan.migrate.Renames;
import dev.rowan.migrate.SchemaPlan;
import dev.rowan.migrate.SchemaSnapshot;
import dev.rowan.render.DdlFeature;
import dev.rowan.schema.ReferentialAction;
import dev.rowan.schema.TableName;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Creating, comparing and changing what a database holds. */
public abstract class SchemaContract extends FamilyDatabase {
    /** For subclasses. */
    protected SchemaContract() {}

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

    @Test
    void createMissingLeavesATableThatDiffersAsItIs() {
        live().create(SHOP);
        SchemaDefinition all = live().read();
        SchemaDefinition changed = all.withTables(all.tables().stream()
                .map(table -> table.name().equals(TableName.of("products"))
                        ? table.with(column("more", SqlType.INTEGER))
                        : table)
                .toList());
        live().apply(live().diff(changed, Renames.NONE));
        SchemaDefinition once = live().read();

        assertThat(live().createMissing(SHOP)).isEmpty();

        assertThat(live().read()).isEqualTo(once);
        assertThat(live().verify(SHOP).all()).extracting(Finding::rule).containsExactly(Rule.COLUMN_UNDECLARED);
    }

    @Test
    void viewsAreReplaced() {
        family();
        SchemaDefinition tables = live().read();
        String from = " from " + quoted("parents");
        ViewDefinition ids = new ViewDefinition(TableName.of("seen"), "select " + quoted("id") + from, List.of());
        ViewDefinition more = new ViewDefinition(
                TableName.of("seen"), "select " + quoted("n") + ", " + quoted("s") + from, List.of());
        live().apply(live().diff(withView(tables, ids), Renames.NONE));
        SchemaDefinition before = live().read();
        assertThat(rows("select * from " + quoted("seen"))).hasSize(3);

        live().apply(live().diff(withView(tables, more), Renames.NONE), Destruction.CONFIRMED);

        assertThat(live().read()).isNotEqualTo(before);
        assertThat(rows("select " + quoted("n") + " from " + quoted("seen") + " order by 1"))
                .containsExactly("10|", "20|", "30|");
    }

    private static SchemaDefinition withView(SchemaDefinition tables, ViewDefinition view) {
        return new SchemaDefinition(tables.tables(), List.of(view), List.of(), List.of());
    }

    @Test
    void identityOfAColumnWithRowsGoesOn() {
        family();
        TableDefinition counted = with(parents(), "id", one -> one.withIdentity(true));

        live().apply(
                        live().diff(SchemaDefinition.of(List.of(counted, children())), Renames.NONE),
                        Destruction.CONFIRMED);
        run("insert into " + quoted("parents") + " (" + quoted("s") + ", " + quoted("n") + ") values ('s4', 40)");

        assertThat(rows("select " + quoted("id") + " from " + quoted("parents") + " order by 1"))
                .containsExactly("1|", "2|", "3|", "4|");
        assertThat(kept("parents", "s")).hasSize(3);
    }

    @Test
    void tablesGetAnIdentityAnew() {
        TableDefinition plain = TableDefinition.of(
                TableName.of("plain"), List.of(column("s", SqlType.varchar(20)).withNullable(false)));
        live().apply(live().diff(SchemaDefinition.of(List.of(plain)), Renames.NONE));
        run("insert into " + quoted("plain") + " values ('a')");
        run("insert into " + quoted("plain") + " values ('b')");
        TableDefinition counted = plain.with(
                        column("id", SqlType.BIGINT).withNullable(false).withIdentity(true))
                .with(new PrimaryKeyDefinition("plain_pkey", List.of("id")));

        SchemaDefinition wanted = SchemaDefinition.of(List.of(counted));
        live().apply(live().diff(wanted, Renames.NONE), Destruction.CONFIRMED);

        assertThat(live().diff(wanted, Renames.NONE).toString()).isEmpty();
        run("insert into " + quoted("plain") + " (" + quoted("s") + ") values ('c')");
        assertThat(rows("select " + quoted("id") + " from " + quoted("plain") + " order by 1"))
                .containsExactly("1|", "2|", "3|");
    }
}
