package dev.rowan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.error.QueryException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.migrate.Destruction;
import dev.rowan.migrate.Renames;
import dev.rowan.migrate.SchemaPlan;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.Support;
import dev.rowan.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Any schema can be made of any other: once a difference is applied there is none. */
public abstract class SchemaDiffContract extends EmptyDatabase {
    private static final List<String> NAMES = List.of("First", "secönd", "third");
    private static final List<String> CONVERSIONS = List.of("SQLSTATE 42846");
    private int refused;

    /** For subclasses. */
    protected SchemaDiffContract() {}

    @Test
    void nothingDiffersOnceADifferenceIsApplied() {
        check(RandomCases.cases(25));
    }

    @Test
    @Tag("soak")
    void nothingDiffersOnceManyDifferencesAreApplied() {
        check(RandomCases.cases(2_000));
    }

    private void check(int cases) {
        refused = 0;
        RandomCases.run(cases, this::checkPair);
        assertThat(refused).as("refused conversions").isLessThan(cases / 4);
    }

    private void checkPair(Random random) {
        boolean arrays = RandomTable.hasArrays(db().dialect().ddl());
        empty();
        SchemaDefinition first = schema(random, arrays);
        SchemaDefinition second = schema(random, arrays);
        live().apply(live().diff(first, Renames.NONE));
        assertThat(live().diff(first, Renames.NONE).toString()).isEmpty();
        SchemaDefinition before = live().read();

        SchemaPlan plan;
        try {
            plan = live().diff(second, Renames.NONE);
        } catch (UnsupportedFeatureException refusal) {
            refused++;
            return;
        }
        try {
            live().apply(plan, Destruction.CONFIRMED);
        } catch (QueryException failure) {
            if (!isConversion(failure)) {
                throw new AssertionError(
                        "expected the plan to be done, got " + failure.getMessage() + "\n" + plan, failure);
            }
            refused++;
            if (db().dialect().ddl().support(DdlFeature.TRANSACTIONAL_DDL) != Support.REFUSED) {
                assertThat(live().read()).isEqualTo(before);
            }
            return;
        }
        SchemaPlan rest = live().diff(second, Renames.NONE);
        assertThat(rest.toString()).as("after %s", plan).isEmpty();
        assertThat(rest.isEmpty()).isTrue();
    }

    /** Whether a server refuses to make values of one type of those of another, or to order them. */
    private static boolean isConversion(QueryException failure) {
        return CONVERSIONS.stream().anyMatch(String.valueOf(failure.getMessage())::contains);
    }

    private SchemaDefinition schema(Random random, boolean arrays) {
        DdlDialect ddl = db().dialect().ddl();
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        List<RandomTable> tables = new ArrayList<>();
        int count = 1 + random.nextInt(NAMES.size());
        for (int i = 0; i < count; i++) {
            tables.add(new RandomTable(
                    TableName.of(names.get(i)), random, ddl, arrays, () -> RandomCases.oneOf(random, tables)));
        }
        List<TableDefinition> defined = tables.stream().map(ddl::define).toList();
        return SchemaDefinition.of(defined);
    }
}
