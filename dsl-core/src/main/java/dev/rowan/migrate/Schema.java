package dev.rowan.migrate;

import dev.rowan.definition.Change;
import dev.rowan.definition.EnumDefinition;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.SequenceDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.ViewDefinition;
import dev.rowan.error.MigrationException;
import dev.rowan.execute.SqlExecutor;
import dev.rowan.query.RowQuery;
import dev.rowan.query.SqlCommand;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.RenderedSql;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a migration changes. Each method does its work at once, in the order of the calls; names are those of the database. Valid within the
 * migration.
 */
public final class Schema {
    private final DdlDialect ddl;
    private final @Nullable String name;
    private final SchemaTarget target;
    private @Nullable SchemaDefinition known;

    Schema(DdlDialect ddl, @Nullable String name, SchemaTarget target) {
        this.ddl = ddl;
        this.name = name;
        this.target = target;
    }

    private SchemaDefinition known() {
        SchemaDefinition there = known;
        if (there == null) {
            there = target.read();
            known = there;
        }
        return there;
    }

    private void knows(UnaryOperator<SchemaDefinition> change) {
        if (known != null) {
            known = change.apply(known);
        }
    }

    /** Begins with what another one has come to. */
    void continueFrom(Schema other) {
        known = other.known();
    }

    private void run(Change change) {
        target.run(ddl.statements(change, name), change);
    }

    /** The database, for rows that have to be read or changed; not there in a dry run. */
    public SqlExecutor db() {
        return target.executor();
    }

    /** Runs a statement: {@code schema.execute(command("update orders set discount_code = ''"))}. */
    public void execute(SqlCommand command) {
        target.execute(command);
        known = null; // it may define something
    }

    /** Runs the statements of a script, each of which ends with a semicolon. */
    public void script(Reader script) throws IOException {
        target.run(ddl.script(script), null);
        known = null;
    }

    /** Creates a table: {@code schema.createTable("users", t -> t.add("id", SqlType.BIGINT).identity().notNull())}. */
    public void createTable(String table, Consumer<TableEditor> columns) {
        TableEditor editor = new TableEditor(ddl, TableDefinition.of(TableName.of(table), List.of()));
        columns.accept(editor);
        create(editor.result());
    }

    /**
     * Creates a table as it is declared today. A migration that names its columns instead does the same for ever.
     */
    public void createTable(Table<?> table) {
        create(ddl.define(table));
    }

    private void create(TableDefinition table) {
        run(new Change.Create(table));
        if (known != null) {
            TableDefinition normal = ddl.catalog().normalized(table);
            knows(schema -> schema.withTables(
                    Stream.concat(schema.tables().stream(), Stream.of(normal)).toList()));
        }
    }

    /** Drops a table with all its rows. One that rows of others point at is not dropped. */
    public void dropTable(String table) {
        TableName gone = TableName.of(table);
        run(new Change.Remove(TableDefinition.of(gone, List.of())));
        knows(schema -> schema.withTables(schema.tables().stream()
                .filter(other -> !other.name().equals(gone))
                .toList()));
    }

    /** Renames a table; what points at it follows. */
    public void renameTable(String table, String to) {
        run(new Change.RenameTable(TableName.of(table), to));
        known = null;
    }

    /**
     * Alters a table:
     *
     * <pre>{@code
     * schema.alterTable("orders", t -> {
     *     t.add("discount_code", SqlType.varchar(40));
     *     t.alter("note").notNull();
     *     t.drop("old_note");
     * });
     * }</pre>
     *
     * @throws MigrationException if the table, or what is named of it, is not there
     * @throws dev.rowan.error.UnsupportedFeatureException if the database cannot, unless the table may be made anew
     */
    public void alterTable(String table, Consumer<TableEditor> changes) {
        TableDefinition before = known().table(TableName.of(table)).orElseThrow(() -> missing("table", table));
        TableEditor editor = new TableEditor(ddl, before);
        changes.accept(editor);
        TableDefinition after = ddl.catalog().normalized(editor.result());
        TableDiff diff = new TableDiff(ddl, before, after, editor.renames(), editor.places());
        List<Change> all = new ArrayList<>(diff.referencesDropped());
        all.addAll(diff.changes());
        all.addAll(diff.referencesAdded());
        if (!editor.mayRebuild() && all.stream().anyMatch(change -> change instanceof Change.Rebuild)) {
            throw ddl.refusal(DdlFeature.ALTER_TABLE);
        }
        List<List<RenderedSql>> statements = all.stream()
                .map(change -> ddl.statements(change, name))
                .toList(); // or it is refused before the first is run
        for (int i = 0; i < all.size(); i++) {
            target.run(statements.get(i), all.get(i));
        }
        known = editor.renames().isEmpty() ? known : null; // what points at a column that is renamed follows
        knows(schema -> schema.withTables(schema.tables().stream()
                .map(other -> other.name().equals(after.name()) ? after : other)
                .toList()));
    }

    private MigrationException missing(String kind, String wanted) {
        return new MigrationException("expected a " + kind + " that is there, got " + wanted + "; there are "
                + known().tables().stream().map(TableDefinition::name).toList());
    }

    /** Deletes all rows of a table. */
    public void truncate(String table, Destruction confirmation) {
        Objects.requireNonNull(confirmation, "expected Destruction.CONFIRMED, got null");
        run(new Change.Empty(TableName.of(table)));
    }

    /** Creates a view of a query, whose values become literals. */
    public void createView(String view, RowQuery<?> query) {
        run(new Change.Create(new ViewDefinition(TableName.of(view), ddl.query(query), List.of())));
        known = null;
    }

    /** Drops a view. */
    public void dropView(String view) {
        run(new Change.Remove(new ViewDefinition(TableName.of(view), "", List.of())));
        known = null;
    }

    /** Creates a sequence of numbers. */
    public void createSequence(String sequence, long start, long increment) {
        run(new Change.Create(new SequenceDefinition(TableName.of(sequence), start, increment)));
        known = null;
    }

    /** Drops a sequence. */
    public void dropSequence(String sequence) {
        run(new Change.Remove(new SequenceDefinition(TableName.of(sequence), 1, 1)));
        known = null;
    }

    /** Creates an enum, a type of the database whose values are listed. */
    public void createEnum(String enumName, String first, String... rest) {
        List<String> values = Stream.concat(Stream.of(first), Stream.of(rest)).toList();
        run(new Change.Create(new EnumDefinition(TableName.of(enumName), values)));
        known = null;
    }

    /** Adds, renames and removes values of an enum: {@code schema.alterEnum("mood", e -> e.rename("ok", "fine"))}. */
    public void alterEnum(String enumName, Consumer<EnumEditor> changes) {
        EnumDefinition before = known().enums().stream()
                .filter(other -> other.name().equals(TableName.of(enumName)))
                .findFirst()
                .orElseThrow(() -> new MigrationException("expected an enum that is there, got " + enumName
                        + "; there are "
                        + known().enums().stream().map(EnumDefinition::name).toList()));
        EnumEditor editor = new EnumEditor(before);
        changes.accept(editor);
        run(editor.change());
        known = null;
    }

    /** Drops an enum that no column has. */
    public void dropEnum(String enumName) {
        run(new Change.Remove(new EnumDefinition(TableName.of(enumName), List.of())));
        known = null;
    }

    /** Creates a schema. */
    public void createSchema(String schema) {
        run(new Change.CreateSchema(schema));
    }

    /** Drops a schema that holds nothing. */
    public void dropSchema(String schema) {
        run(new Change.DropSchema(schema));
    }

    /** What the database holds now; in a dry run, what it would. */
    public SchemaDefinition definition() {
        return known();
    }
}
