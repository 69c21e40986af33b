package dev.rowan.contract;

import static dev.rowan.query.Sql.command;
import static dev.rowan.query.Sql.query;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.SequenceDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.error.QueryException;
import dev.rowan.error.RowanException;
import dev.rowan.expression.Functions;
import dev.rowan.migrate.Destruction;
import dev.rowan.migrate.Migration;
import dev.rowan.migrate.Migrations;
import dev.rowan.migrate.Migrator;
import dev.rowan.migrate.Renames;
import dev.rowan.migrate.Schema;
import dev.rowan.migrate.SchemaPlan;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.Support;
import dev.rowan.schema.ReferenceRules;
import dev.rowan.schema.ReferentialAction;
import dev.rowan.schema.TableName;
import dev.rowan.type.SqlType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing is lost by a plan or a migration that does not say so. */
public abstract class LossContract extends EmptyDatabase {
    private static final TableName TABLE = TableName.of("things");

    /** For subclasses. */
    protected LossContract() {}

    private SchemaDefinition things(SqlType<?> type) {
        return SchemaDefinition.of(List.of(
                TableDefinition.of(TABLE, List.of(column("id", SqlType.INTEGER), column("val", type)))));
    }

    private ColumnDefinition column(String name, SqlType<?> type) {
        return ColumnDefinition.of(name, db().dialect().ddl().typeName(type));
    }

    private void make(SchemaDefinition schema) {
        live().apply(live().diff(schema, Renames.NONE));
    }

    private List<String> names() {
        return live().read().tables().stream().map(table -> table.name().name()).toList();
    }

    @Test
    void tablesOfToolsSurviveASnapshot() {
        Migrator.of(db(), Migrations.of()).migrate();
        db().execute(command("create table flyway_schema_history (installed_rank int primary key)"));
        db().execute(command("create table DATABASECHANGELOG (id int primary key)"));
        make(things(SqlType.INTEGER));
        List<String> before = names();

        live().apply(live().diff(SchemaDefinition.EMPTY, Renames.NONE), Destruction.CONFIRMED);

        assertThat(names()).hasSize(before.size() - 1).doesNotContain("things").contains("rowan_migrations");
        assertThat(live().diff(SchemaDefinition.EMPTY, Renames.NONE).isEmpty()).isTrue();
    }

    @Test
    void textThatDoesNotFitIsNotCut() {
        make(things(SqlType.varchar(10)));
        db().execute(command("insert into things (id, val) values (1, 'abcdef')"));
        SchemaPlan plan = live().diff(things(SqlType.varchar(3)), Renames.NONE);

        assertThatThrownBy(() -> live().apply(plan, Destruction.CONFIRMED)).isInstanceOf(QueryException.class);

        assertThat(db().fetchOne(query("select val from things", select(Functions.value("")))))
                .isEqualTo("abcdef");
    }

    @Test
    void digitsAndTimesThatAreCutAreALoss() {
        for (List<SqlType<?>> types : List.of(
                List.<SqlType<?>>of(SqlType.decimal(10, 2), SqlType.decimal(10, 0)),
                List.<SqlType<?>>of(SqlType.decimal(10, 2), SqlType.BIGINT),
                List.<SqlType<?>>of(SqlType.TIMESTAMP, SqlType.DATE))) {
            empty();
            make(things(types.get(0)));
            SchemaPlan plan = live().diff(things(types.get(1)), Renames.NONE);

            assertThat(plan.destructive())
                    .as("%s", plan)
                    .hasSize(db().dialect().ddl().support(DdlFeature.ALTER_TABLE) == Support.NATIVE ? 1 : 0);
        }
    }

    /** SQLite would delete what points at rows of a table that is dropped. */
    @Test
    void rowsThatPointAtADroppedTableStay() {
        final class V1__family implements Migration {
            @Override
            public void up(Schema schema) {
                schema.createTable("parents", t -> {
                    t.add("id", SqlType.INTEGER).notNull();
                    t.primaryKey("id");
                });
                schema.createTable("children", t -> {
                    t.add("parent", SqlType.INTEGER);
                    t.foreignKey(
                            "children_parent_fkey",
                            "parent",
                            "parents",
                            "id",
                            ReferenceRules.DEFAULT.onDelete(ReferentialAction.CASCADE));
                });
                schema.execute(command("insert into parents values (1)"));
                schema.execute(command("insert into children values (1)"));
            }
        }
        final class V2__no_parents implements Migration {
            @Override
            public void up(Schema schema) {
                schema.dropTable("parents");
            }
        }
        Migrator.of(db(), Migrations.of(new V1__family())).migrate();

        assertThatThrownBy(() -> Migrator.of(db(), Migrations.of(new V1__family(), new V2__no_parents()))
                        .migrate())
                .isInstanceOf(RowanException.class);

        assertThat(names()).contains("parents");
        assertThat(db().fetchOne(query("select count(*) from children", select(Functions.value(1L)))))
                .isEqualTo(1);
    }

    @Test
    void sequencesChangeAndGoWithWhatTheyFill() {
        assumeTrue(db().dialect().ddl().support(DdlFeature.SEQUENCE) != Support.REFUSED);
        SequenceDefinition slow = new SequenceDefinition(TableName.of("numbers"), 1, 1);
        SequenceDefinition fast = new SequenceDefinition(TableName.of("numbers"), 10, 5);
        make(new SchemaDefinition(List.of(), List.of(), List.of(slow), List.of()));
        SchemaDefinition wanted = new SchemaDefinition(List.of(), List.of(), List.of(fast), List.of());

        SchemaPlan plan = live().diff(wanted, Renames.NONE);
        assertThatThrownBy(() -> live().apply(plan)).hasMessageContaining("the numbers that numbers has given");
        live().apply(plan, Destruction.CONFIRMED);

        assertThat(live().read().sequences()).containsExactly(fast);
        if (db().dialect().toString().startsWith("PostgreSQL")) {
            db().execute(command("create table serials (id serial primary key, n int)"));
            live().apply(live().diff(wanted, Renames.NONE), Destruction.CONFIRMED);
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void renamesGiveEachNameWhenItIsFree() {
        make(SchemaDefinition.of(List.of(
                TableDefinition.of(TABLE, List.of(column("a", SqlType.INTEGER), column("b", SqlType.INTEGER))))));
        db().execute(command("insert into things (a, b) values (1, 2)"));
        SchemaDefinition wanted = SchemaDefinition.of(List.of(
                TableDefinition.of(TABLE, List.of(column("b", SqlType.INTEGER), column("c", SqlType.INTEGER)))));
        Renames renames = Renames.NONE.column("things", "a", "b").column("things", "b", "c");

        live().apply(live().diff(wanted, renames));

        assertThat(db().fetchOne(query("select b * 10 + c from things", select(Functions.value(1)))))
                .isEqualTo(12);
    }

    @Test
    void columnRenamedTwiceKeepsItsValues() {
        make(things(SqlType.INTEGER));
        db().execute(command("insert into things (id, val) values (1, 7)"));
        final class V1__renamed implements Migration {
            @Override
            public void up(Schema schema) {
                schema.alterTable("things", t -> {
                    t.rename("val", "amount");
                    t.rename("amount", "price");
                });
            }
        }

        Migrator.of(db(), Migrations.of(new V1__renamed())).migrate();

        assertThat(db().fetchOne(query("select price from things", select(Functions.value(1)))))
                .isEqualTo(7);
    }

    @Test
    void numbersOfDeletedRowsAreNotGivenAgainByATableThatWasAltered() {
        TableDefinition counted = TableDefinition.of(
                        TABLE,
                        List.of(
                                column("id", SqlType.BIGINT).withIdentity(true).withNullable(false),
                                column("val", SqlType.INTEGER)))
                .with(new PrimaryKeyDefinition("things_pkey", List.of("id")));
        make(SchemaDefinition.of(List.of(counted)));
        db().execute(command("insert into things (val) values (1), (2), (3)"));
        db().execute(command("delete from things where val > 1"));

        make(SchemaDefinition.of(List.of(counted.withColumns(
                List.of(counted.columns().get(0), column("val", SqlType.INTEGER).withNullable(false))))));
        db().execute(command("insert into things (val) values (9)"));

        assertThat(db().fetchOne(query("select max(id) from things", select(Functions.value(1L)))))
                .isEqualTo(4);
    }
}
