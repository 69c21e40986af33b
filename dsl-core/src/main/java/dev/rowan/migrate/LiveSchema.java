package dev.rowan.migrate;

import dev.rowan.definition.Change;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.error.QueryException;
import dev.rowan.execute.Database;
import dev.rowan.execute.Session;
import dev.rowan.render.Catalog;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.Support;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a live database holds, compared with what is declared. Immutable and thread-safe.
 *
 * <pre>{@code
 * LiveSchema schema = LiveSchema.of(db);
 * schema.create(USER, ORDER, LINE_ITEM);              // in an order in which it can be done
 * SchemaPlan plan = schema.diff(USER, ORDER);         // what would make the database what is declared
 * System.out.println(plan);
 * schema.apply(plan);
 * }</pre>
 */
public final class LiveSchema {
    private final Database db;

    private LiveSchema(Database db) {
        this.db = db;
    }

    /** The schema of a database: that of its connections, or the one that {@code db.withSchema(…)} names. */
    public static LiveSchema of(Database db) {
        return new LiveSchema(db);
    }

    private DdlDialect ddl() {
        return db.dialect().ddl();
    }

    /**
     * Reads what the database holds.
     *
     * @throws dev.rowan.error.UnsupportedFeatureException if the dialect has no catalog
     */
    public SchemaDefinition read() {
        return db.session(LiveSchema::read);
    }

    static SchemaDefinition read(Session session) {
        Catalog catalog = session.dialect().ddl().catalog();
        try {
            return catalog.read(session.jdbc(), session.schema());
        } catch (SQLException e) {
            throw new QueryException(
                    QueryException.Kind.OTHER, "expected to read what the database holds, got an error", e);
        }
    }

    /**
     * Creates tables with all that they declare, in an order in which it can be done; where tables point at each other, a foreign key comes
     * last.
     *
     * @throws QueryException if one is there already; on a database whose definitions are no part of transactions those before it stay
     */
    public void create(Table<?>... tables) {
        apply(plan(defined(Arrays.asList(tables))));
    }

    /**
     * Creates those tables that are not there, for development and tests, and never changes one that is.
     *
     * @return the names of those that were created
     */
    public List<TableName> createMissing(Table<?>... tables) {
        Set<TableName> there =
                read().tables().stream().map(TableDefinition::name).collect(Collectors.toSet());
        List<TableDefinition> missing = defined(Arrays.asList(tables)).stream()
                .filter(table -> !there.contains(table.name()))
                .toList();
        apply(plan(missing, there));
        return missing.stream().map(TableDefinition::name).toList();
    }

    /**
     * Drops tables with all their rows, and creates them as they are declared.
     *
     * @param confirmation says that it is meant
     * @throws IllegalStateException if the database is of the {@linkplain Database#environment() environment} {@code production}
     */
    public void dropAndCreate(Destruction confirmation, Table<?>... tables) {
        java.util.Objects.requireNonNull(confirmation, "expected Destruction.CONFIRMED, got null");
        if (db.environment().filter("production"::equalsIgnoreCase).isPresent()) {
            throw new IllegalStateException(
                    "expected a database whose rows may go, got one of production; nothing was done;"
                            + " write a migration, or connect without an environment if it is meant");
        }
        List<TableDefinition> wanted = defined(Arrays.asList(tables));
        Set<TableName> names = wanted.stream().map(TableDefinition::name).collect(Collectors.toSet());
        SchemaDefinition there = read();
        SchemaDefinition left = there.withTables(there.tables().stream()
                .filter(table -> !names.contains(table.name()))
                .toList());
        apply(plan(there, left, Renames.NONE), confirmation);
        apply(plan(wanted));
    }

    /** What would make the database what is declared. Tables that it holds beside are left alone. */
    public SchemaPlan diff(Table<?>... tables) {
        return diff(Renames.NONE, tables);
    }

    /** What would make the database what is declared, some of which was called otherwise before. */
    public SchemaPlan diff(Renames renames, Table<?>... tables) {
        Catalog catalog = ddl().catalog();
        SchemaDefinition there = read();
        List<TableDefinition> wanted =
                defined(Arrays.asList(tables)).stream().map(catalog::normalized).toList();
        Set<TableName> declared = new HashSet<>(renames.tables().keySet());
        wanted.forEach(table -> declared.add(table.name()));
        List<TableDefinition> all = new ArrayList<>(wanted);
        there.tables().stream()
                .filter(table -> !declared.contains(table.name()))
                .forEach(all::add);
        return plan(there, there.withTables(all), renames);
    }

    /**
     * What would make the database what a snapshot of it, or of another of its kind, holds; what it holds beside goes, but for the tables in
     * which Rowan, Flyway, Liquibase and Sequelize note what they have done: those stay as they are, whatever the snapshot says.
     */
    public SchemaPlan diff(SchemaDefinition wanted, Renames renames) {
        Catalog catalog = ddl().catalog();
        SchemaDefinition there = read();
        List<TableDefinition> tables = new ArrayList<>();
        wanted.tables().stream()
                .filter(table -> !ToolTables.isOne(table))
                .map(catalog::normalized)
                .forEach(tables::add);
        there.tables().stream().filter(ToolTables::isOne).forEach(tables::add);
        return plan(there, wanted.withTables(tables), renames);
    }

    /**
     * What may do harm in a plan that {@link #diff(Table[])} has made, before it is done: values that are lost, tables that nobody can use
     * meanwhile, and what is unwise in what comes of it.
     */
    public Findings lint(SchemaPlan plan) {
        return PlanLint.of(plan, plan.result(), ddl());
    }

    /**
     * Compares tables as the program knows them with those that are there, for the start of a program and for tests.
     *
     * <pre>{@code LiveSchema.of(db).verify(USER, ORDER).requireNone(Finding.Severity.ERROR);}</pre>
     */
    public Findings verify(Table<?>... tables) {
        Catalog catalog = ddl().catalog();
        return SchemaVerifier.verify(
                read(),
                defined(Arrays.asList(tables)).stream().map(catalog::normalized).toList());
    }

    /**
     * Does what a plan says, in one transaction where the database has transactions of definitions.
     *
     * @throws IllegalStateException if rows or values would be lost
     */
    public void apply(SchemaPlan plan) {
        List<SchemaPlan.Step> destructive = plan.destructive();
        if (!destructive.isEmpty()) {
            throw new IllegalStateException("expected a plan by which nothing is lost, got one that loses "
                    + destructive.stream().map(SchemaPlan.Step::loss).collect(Collectors.joining(", "))
                    + "; apply(plan, Destruction.CONFIRMED) if that is meant");
        }
        db.session(session -> {
            run(plan, session);
            return plan;
        });
    }

    /**
     * Does what a plan says, whatever is lost by it.
     *
     * @param confirmation says that it is meant
     */
    public void apply(SchemaPlan plan, Destruction confirmation) {
        java.util.Objects.requireNonNull(confirmation, "expected Destruction.CONFIRMED, got null");
        db.session(session -> {
            run(plan, session);
            return plan;
        });
    }

    private static void run(SchemaPlan plan, Session session) {
        DdlDialect ddl = session.dialect().ddl();
        boolean atomic = ddl.support(DdlFeature.TRANSACTIONAL_DDL) != Support.REFUSED;
        Rebuilding.around(session, plan.suspends(), () -> {
            if (atomic) {
                session.transaction(() -> {
                    session.run(plan.sql());
                    Rebuilding.check(session, plan.suspends());
                    return plan;
                });
            } else {
                session.run(plan.sql());
            }
            return plan;
        });
    }

    private List<TableDefinition> defined(Collection<Table<?>> tables) {
        return tables.stream().map(table -> ddl().define(table)).toList();
    }

    private SchemaPlan plan(Collection<TableDefinition> created) {
        return plan(created, Set.of());
    }

    private SchemaPlan plan(Collection<TableDefinition> created, Set<TableName> there) {
        CreationOrder order = CreationOrder.of(List.copyOf(created), ddl(), there);
        List<Change> changes = new ArrayList<>();
        order.tables().forEach(table -> changes.add(new Change.Create(table)));
        changes.addAll(order.later());
        return SchemaPlan.of(changes, SchemaDefinition.of(order.tables()), ddl(), db.schema());
    }

    private SchemaPlan plan(SchemaDefinition before, SchemaDefinition after, Renames renames) {
        return SchemaPlan.of(SchemaDiff.between(ddl(), before, after, renames), after, ddl(), db.schema());
    }
}
