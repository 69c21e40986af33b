package dev.rowan.migrate;

import dev.rowan.definition.Change;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.error.MigrationException;
import dev.rowan.execute.Session;
import dev.rowan.execute.SqlExecutor;
import dev.rowan.query.SqlCommand;
import dev.rowan.render.RenderedSql;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What migrations would do, without doing it. For one use. */
final class DryRun implements SchemaTarget {
    private final Session session;
    private final Supplier<SchemaDefinition> there;
    private final StringBuilder text = new StringBuilder();
    private final List<RenderedSql> statements = new ArrayList<>();
    private boolean rebuilds;
    private @Nullable Schema before;

    /**
     * Creates a dry run.
     *
     * @param there what the first migration begins with
     */
    DryRun(Session session, Supplier<SchemaDefinition> there) {
        this.session = session;
        this.there = there;
    }

    /** What the database holds after one migration is what the next begins with. */
    void add(Migrations.Named migration) {
        text.append("-- ").append(migration).append('\n');
        boolean isWhole = true;
        try {
            up(migration);
        } catch (NotInDryRun e) {
            isWhole = false;
        }
        statements.forEach(sql -> text.append(sql.text()).append(";\n"));
        if (!isWhole) {
            text.append("-- and what depends on the rows that are there\n");
        }
    }

    /**
     * The statements of a migration, after which the next begins with what it has come to.
     *
     * @throws MigrationException if it reads rows
     */
    List<RenderedSql> up(Migrations.Named migration) {
        Schema schema = begin();
        migration.migration().up(schema);
        before = schema;
        return List.copyOf(statements);
    }

    /**
     * The statements that undo the migration that was the last.
     *
     * @throws MigrationException if it reads rows, or has no way back
     */
    List<RenderedSql> down(Migrations.Named migration) {
        migration.migration().down(begin());
        return List.copyOf(statements);
    }

    /** Whether the last of them makes a table anew. */
    boolean rebuilds() {
        return rebuilds;
    }

    private Schema begin() {
        statements.clear();
        rebuilds = false;
        Schema schema = new Schema(session.dialect().ddl(), session.schema(), this);
        if (before == null) {
            schema.definition(); // read now, for what comes is not done, and so cannot be read later
        } else {
            schema.continueFrom(before);
        }
        return schema;
    }

    String text() {
        return text.toString();
    }

    @Override
    public void run(List<RenderedSql> added, @Nullable Change change) {
        statements.addAll(added);
        rebuilds |= change instanceof Change.Rebuild;
    }

    @Override
    public void execute(SqlCommand command) {
        statements.add(session.render(command));
    }

    @Override
    public SchemaDefinition read() {
        return there.get();
    }

    @Override
    public SqlExecutor executor() {
        throw new NotInDryRun();
    }

    /** That a migration wants to read rows. */
    private static final class NotInDryRun extends MigrationException {
        private static final long serialVersionUID = 1;

        NotInDryRun() {
            super("expected statements only, got a migration that reads rows, which a dry run has not");
        }
    }
}
