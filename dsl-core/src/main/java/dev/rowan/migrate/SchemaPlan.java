package dev.rowan.migrate;

import dev.rowan.definition.Change;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.SequenceDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.RenderedSql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must be done to a database, in order, for people to read before it is done. Immutable.
 *
 * @param steps the steps; none if there is nothing to do
 * @param result what the database holds when they are done
 */
public record SchemaPlan(List<Step> steps, SchemaDefinition result) {
    /** Creates a plan. */
    public SchemaPlan {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param change what is done
     * @param sql the statements that do it, at least one
     * @param loss what is lost by it, in words for people, or null for nothing
     */
    public record Step(
            Change change, List<RenderedSql> sql, @Nullable String loss) {
        /** Creates a step. */
        public Step {
            sql = List.copyOf(sql);
        }

        /** Whether rows or values are lost by it. */
        public boolean isDestructive() {
            return loss != null;
        }
    }

    static SchemaPlan of(List<Change> changes, SchemaDefinition result, DdlDialect ddl, @Nullable String schema) {
        return new SchemaPlan(
                changes.stream()
                        .map(change -> new Step(change, ddl.statements(change, schema), loss(change)))
                        .toList(),
                result);
    }

    private static @Nullable String loss(Change change) {
        if (change instanceof Change.Remove remove && remove.object() instanceof TableDefinition table) {
            return "all rows of " + table.name();
        } else if (change instanceof Change.Drop drop && drop.part() instanceof ColumnDefinition column) {
            return column.computed() != null ? null : "all values of " + drop.table() + "." + column.name();
        } else if (change instanceof Change.Remove remove && remove.object() instanceof SequenceDefinition sequence) {
            return "the numbers that " + sequence.name() + " has given";
        } else if (change instanceof Change.Alter alter
                && Types.isCut(alter.before().type(), alter.after().type())) {
            return "what " + alter.after().type() + " has no place for in " + alter.table() + "."
                    + alter.after().name();
        } else if (change instanceof Change.Empty empty) {
            return "all rows of " + empty.table();
        } else if (change instanceof Change.Rebuild rebuild) {
            List<String> gone = rebuild.before().columns().stream()
                    .filter(column ->
                            column.computed() == null && !rebuild.columns().containsValue(column.name()))
                    .map(ColumnDefinition::name)
                    .toList();
            return gone.isEmpty() ? null : "all values of " + rebuild.after().name() + " in " + gone;
        }
        return null;
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The steps by which rows or values are lost. */
    public List<Step> destructive() {
        return steps.stream().filter(Step::isDestructive).toList();
    }

    /** The statements of all steps, in order. */
    public List<RenderedSql> sql() {
        return steps.stream().flatMap(step -> step.sql().stream()).toList();
    }

    /** Whether foreign keys must not be followed meanwhile. */
    boolean suspends() {
        return steps.stream().anyMatch(step -> Rebuilding.isNeeded(step.change()));
    }

    /** Whether a table is made anew. */
    boolean rebuilds() {
        return steps.stream().anyMatch(step -> step.change() instanceof Change.Rebuild);
    }

    /** The statements as a script, with what is lost in comments. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            if (step.loss() != null) {
                text.append("-- loses ").append(step.loss()).append('\n');
            }
            step.sql().forEach(sql -> text.append(sql.text()).append(";\n"));
        }
        return text.toString();
    }
}
