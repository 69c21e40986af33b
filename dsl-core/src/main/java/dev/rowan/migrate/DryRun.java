package dev.rowan.migrate;

import dev.rowan.definition.SchemaDefinition;
import dev.rowan.error.MigrationException;
import dev.rowan.execute.Session;
import dev.rowan.execute.SqlExecutor;
import dev.rowan.query.SqlCommand;
import dev.rowan.render.RenderedSql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What migrations would do, without doing it. For one use. */
final class DryRun implements SchemaTarget {
    private final Session session;
    private final StringBuilder text = new StringBuilder();
    private final List<RenderedSql> statements = new ArrayList<>();
    private @Nullable Schema before;

    DryRun(Session session) {
        this.session = session;
    }

    /** What the database holds after one migration is what the next begins with. */
    void add(Migrations.Named migration) {
        Schema schema = new Schema(session.dialect().ddl(), session.schema(), this);
        text.append("-- ").append(migration).append('\n');
        statements.clear();
        if (before != null) {
            schema.continueFrom(before);
        }
        try {
            migration.migration().up(schema);
        } catch (NotInDryRun e) {
            statements.forEach(sql -> text.append(sql.text()).append(";\n"));
            text.append("-- and what depends on the rows that are there\n");
            return;
        }
        statements.forEach(sql -> text.append(sql.text()).append(";\n"));
        before = schema;
    }

    String text() {
        return text.toString();
    }

    @Override
    public void run(List<RenderedSql> added, boolean rebuilds) {
        statements.addAll(added);
    }

    @Override
    public void execute(SqlCommand command) {
        statements.add(session.render(command));
    }

    @Override
    public SchemaDefinition read() {
        return LiveSchema.read(session);
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
