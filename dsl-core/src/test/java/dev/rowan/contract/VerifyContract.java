package dev.rowan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.definition.CheckDefinition;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.IndexDefinition;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.migrate.Destruction;
import dev.rowan.migrate.Finding;
import dev.rowan.migrate.Finding.Rule;
import dev.rowan.migrate.Finding.Severity;
import dev.rowan.migrate.Findings;
import dev.rowan.migrate.Renames;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.Support;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.UniqueKey;
import dev.rowan.shop.Orders;
import dev.rowan.shop.Users;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What differs between declared tables and live ones, and what a plan may break, is found by name. */
public abstract class VerifyContract extends FamilyDatabase {
    /** For subclasses. */
    protected VerifyContract() {}

    record Ticket(long id) {}

    static final class Tickets extends Table<Ticket> {
        static final Tickets TICKET = new Tickets(TableName.of("tickets"));

        final NumberColumn<Ticket, Long> ID = bigint("id").identity().primaryKey();
        final TextColumn<Ticket, String> NAME = varchar("name", 50).notNull();
        final NumberColumn<Ticket, Integer> SEATS = integer("seats").notNull().defaultValue(5);
        final NumberColumn<Ticket, @Nullable Integer> ROW_NUMBER = integer("row_number");
        final NumberColumn<Ticket, @Nullable Integer> TWICE = integer("twice").computedAs(SEATS.times(2));
        final NumberColumn<Ticket, @Nullable Long> BEFORE = bigint("before").references(() -> TICKET.ID);
        final UniqueKey<Ticket> BY_NAME = uniqueKey(NAME);

        private Tickets(TableName name) {
            super(name, Ticket.class, Tickets::new);
            check("tickets_seats_check", SEATS.gt(0));
            index("tickets_row_idx", ROW_NUMBER.asc());
        }
    }

    private record Mutation(Rule rule, Severity severity, String subject, UnaryOperator<TableDefinition> change) {}

    private List<Mutation> mutations(TableDefinition tickets) {
        ColumnDefinition row = of(tickets, "row_number");
        List<Mutation> mutations = new ArrayList<>(List.of(
                new Mutation(
                        Rule.COLUMN_MISSING,
                        Severity.ERROR,
                        "tickets.row_number",
                        table -> table.without(table.indexes().get(0)).without(row)),
                new Mutation(
                        Rule.COLUMN_UNDECLARED,
                        Severity.ERROR,
                        "tickets.needed",
                        table -> table.with(column("needed", SqlType.INTEGER).withNullable(false))),
                new Mutation(
                        Rule.COLUMN_UNDECLARED,
                        Severity.INFO,
                        "tickets.extra",
                        table -> table.with(column("extra", SqlType.INTEGER))),
                new Mutation(
                        Rule.TYPE_DIFFERS,
                        Severity.WARNING,
                        "tickets.row_number",
                        table -> with(table, "row_number", one -> one.withType(type(SqlType.BIGINT)))),
                new Mutation(
                        Rule.TYPE_NARROWER,
                        Severity.ERROR,
                        "tickets.name",
                        table -> with(table, "name", one -> one.withType(type(SqlType.varchar(20))))),
                new Mutation(
                        Rule.NULLABILITY_DIFFERS,
                        Severity.WARNING,
                        "tickets.seats",
                        table -> with(table, "seats", one -> one.withNullable(true))),
                new Mutation(
                        Rule.NULLABILITY_DIFFERS,
                        Severity.WARNING,
                        "tickets.row_number",
                        table -> with(table, "row_number", one -> one.withNullable(false))),
                new Mutation(
                        Rule.DEFAULT_DIFFERS,
                        Severity.ERROR,
                        "tickets.seats",
                        table -> with(table, "seats", one -> one.withDefault(null))),
                new Mutation(
                        Rule.DEFAULT_DIFFERS,
                        Severity.WARNING,
                        "tickets.seats",
                        table -> with(table, "seats", one -> one.withDefault("7"))),
                new Mutation(
                        Rule.COMPUTED_DIFFERS,
                        Severity.WARNING,
                        "tickets.twice",
                        table -> with(table, "twice", one -> one.withComputed(null))),
                new Mutation(
                        Rule.UNIQUE_KEY_MISSING,
                        Severity.ERROR,
                        "tickets." + tickets.uniqueKeys().get(0).name(),
                        table -> table.without(table.uniqueKeys().get(0))),
                new Mutation(
                        Rule.FOREIGN_KEY_MISSING,
                        Severity.WARNING,
                        "tickets." + tickets.foreignKeys().get(0).name(),
                        table -> table.without(table.foreignKeys().get(0))),
                new Mutation(
                        Rule.CHECK_MISSING,
                        Severity.WARNING,
                        "tickets.tickets_seats_check",
                        table -> table.without(table.checks().get(0))),
                new Mutation(
                        Rule.INDEX_MISSING,
                        Severity.WARNING,
                        "tickets.tickets_row_idx",
                        table -> table.without(table.indexes().get(0)))));
        UnaryOperator<TableDefinition> withoutReference =
                table -> table.without(table.foreignKeys().get(0));
        mutations.add(new Mutation(
                Rule.IDENTITY_DIFFERS,
                Severity.ERROR,
                "tickets.id",
                table -> with(withoutReference.apply(table), "id", one -> one.withIdentity(false))));
        mutations.add(new Mutation(
                Rule.PRIMARY_KEY_DIFFERS,
                Severity.ERROR,
                "tickets",
                table -> with(withoutReference.apply(table), "id", one -> one.withIdentity(false))
                        .withKeys(null, table.uniqueKeys(), List.of())));
        return mutations;
    }

    @Test
    void eachDifferenceIsFoundByItsRule() {
        Set<Rule> shown = EnumSet.noneOf(Rule.class);
        live().create(Tickets.TICKET);
        TableDefinition declared = live().read().table(TableName.of("tickets")).orElseThrow();
        for (Mutation mutation : mutations(declared)) {
            RandomCases.named(mutation.rule() + " of " + mutation.subject(), () -> {
                empty();
                live().apply(live().diff(
                                SchemaDefinition.of(List.of(mutation.change().apply(declared))), Renames.NONE));

                Findings found = live().verify(Tickets.TICKET);

                assertThat(found.all()).anySatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo(mutation.rule());
                    assertThat(finding.severity()).isEqualTo(mutation.severity());
                    assertThat(finding.subject()).isEqualTo(mutation.subject());
                    assertThat(finding.message()).contains("expected ", "got ");
                });
                assertThatThrownBy(() -> found.requireNone(mutation.severity()))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining(mutation.rule().name());
                shown.add(mutation.rule());
            });
        }
        shown.add(Rule.TABLE_MISSING); // by whatDiffersIsFound
        assertThat(shown).containsAll(EnumSet.range(Rule.TABLE_MISSING, Rule.INDEX_MISSING));
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

        live().apply(live().diff(SchemaDefinition.of(List.of(table.with(first), children())), Renames.NONE));
        assertThat(lint(table, children())).contains(Rule.DROP_INDEX);
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
}
