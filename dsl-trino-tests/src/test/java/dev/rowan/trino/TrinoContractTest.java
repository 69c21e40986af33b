package dev.rowan.trino;

import dev.rowan.contract.Lacks;
import dev.rowan.contract.ReadingContract;
import dev.rowan.execute.Database;
import dev.rowan.render.Feature;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of reading, of which the tests are given up that ask for what Trino, or its catalog of tables in memory, has not. */
@Tag("soak")
@Lacks(
        value = {
            Feature.UPDATE,
            Feature.DELETE,
            Feature.GENERATED_KEY,
            Feature.NESTED_ROWS,
            Feature.NESTED_TRANSACTION,
            Feature.DISTINCT_ON,
            Feature.RETURNING_OF_INSERT,
            Feature.CONFLICT_CLAUSE,
            Feature.RECURSIVE_UNION,
            Feature.DISTINCT_OVER_WINDOW,
            Feature.FRAME_EXCLUSION,
            Feature.COMMON_TABLE_IN_VALUES
        },
        words = {"primary key, unique key, foreign key or check", "computed key in rollup, cube or grouping sets"})
final class TrinoContractTest extends ReadingContract {
    private static final Pattern WRITTEN = Pattern.compile("^insert into \"([^\"]+)\"");

    private final Set<String> written = ConcurrentHashMap.newKeySet();

    @Override
    protected String newDatabase() {
        return TrinoServer.newDatabase("contract");
    }

    @Override
    protected Database opened(Database handle) {
        return handle.withListener(event -> {
            Matcher insert = WRITTEN.matcher(event.sql().text());
            if (insert.find()) {
                written.add(insert.group(1));
            }
        });
    }

    /** By hand, for tables in memory take neither keys nor columns that are not null. */
    @Override
    public void create(Table<?> table) {
        run("create table " + name(table)
                + table.columns().stream().map(this::column).collect(Collectors.joining(", ", " (", ")")));
    }

    private String column(Column<?, ?> column) {
        return column.name().quoted(db().dialect().quotes()) + " "
                + db().dialect().ddl().typeName(column.type());
    }

    private String name(Table<?> table) {
        return table.identifier().quoted(db().dialect().quotes());
    }

    private void run(String sql) {
        db().withJdbc(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** The example of a rollup has a computed key, which is refused; that of letters beyond ASCII updates a row. */
    @Override
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ROLLUP", "CASE_BEYOND_ASCII"})
    public void featureIsNativeJustWhereTheServerUnderstandsTheStandard(Feature feature) {
        super.featureIsNativeJustWhereTheServerUnderstandsTheStandard(feature);
    }

    /** Tables in memory cannot be emptied, so those that were written are made anew. */
    @Override
    protected void emptyTables(List<Table<?>> tables) {
        for (Table<?> table : tables) {
            if (written.remove(table.tableName().name())) {
                run("drop table " + name(table));
                create(table);
            }
        }
    }
}
