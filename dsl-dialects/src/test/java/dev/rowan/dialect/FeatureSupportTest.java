package dev.rowan.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.dialect.duckdb.DuckDbDialect;
import dev.rowan.dialect.h2.H2Dialect;
import dev.rowan.dialect.mariadb.MariaDbDialect;
import dev.rowan.dialect.mysql.MySqlDialect;
import dev.rowan.dialect.postgres.PostgresDialect;
import dev.rowan.dialect.postgres.PostgresEngine;
import dev.rowan.dialect.sqlite.SqliteDialect;
import dev.rowan.dialect.sqlserver.SqlServerDialect;
import dev.rowan.dialect.trino.TrinoDialect;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The most that each dialect refuses: a feature may leave a list, and joins it only with a release note. */
final class FeatureSupportTest {
    private static Set<Feature> refused(Dialect dialect) {
        return Arrays.stream(Feature.values())
                .filter(feature -> dialect.support(feature) == Support.REFUSED)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Feature.class)));
    }

    private static Set<DdlFeature> undefined(Dialect dialect) {
        return Arrays.stream(DdlFeature.values())
                .filter(feature -> dialect.ddl().support(feature) == Support.REFUSED)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DdlFeature.class)));
    }

    @Test
    void whatCannotBeDefinedIsAtMostThis() {
        assertThat(undefined(new PostgresDialect(18, 6))).isSubsetOf(DdlFeature.COLUMN_POSITION);
        assertThat(undefined(new H2Dialect(2, 5)))
                .isSubsetOf(
                        DdlFeature.PARTIAL_INDEX,
                        DdlFeature.EXPRESSION_INDEX,
                        DdlFeature.ENUM_TYPE,
                        DdlFeature.DEFERRABLE,
                        DdlFeature.TRANSACTIONAL_DDL);
        assertThat(undefined(new MySqlDialect(8, 0)))
                .isSubsetOf(
                        DdlFeature.PARTIAL_INDEX,
                        DdlFeature.SEQUENCE,
                        DdlFeature.ENUM_TYPE,
                        DdlFeature.DEFERRABLE,
                        DdlFeature.SET_DEFAULT,
                        DdlFeature.TRANSACTIONAL_DDL);
        assertThat(undefined(new MariaDbDialect(11, 4)))
                .isSubsetOf(
                        DdlFeature.PARTIAL_INDEX,
                        DdlFeature.EXPRESSION_INDEX,
                        DdlFeature.SEQUENCE,
                        DdlFeature.ENUM_TYPE,
                        DdlFeature.DEFERRABLE,
                        DdlFeature.SET_DEFAULT,
                        DdlFeature.TRANSACTIONAL_DDL);
        assertThat(undefined(new DuckDbDialect(2, 0)))
                .isSubsetOf(
                        DdlFeature.ALTER_TABLE,
                        DdlFeature.PARTIAL_INDEX,
                        DdlFeature.COLUMN_POSITION,
                        DdlFeature.DEFERRABLE,
                        DdlFeature.SET_DEFAULT);
        assertThat(undefined(new SqliteDialect(3, 54)))
                .isSubsetOf(
                        DdlFeature.COMMENT,
                        DdlFeature.COLUMN_POSITION,
                        DdlFeature.SEQUENCE,
                        DdlFeature.ENUM_TYPE,
                        DdlFeature.SCHEMA);
    }

    @Test
    void postgresRefusesAtMostThese() {
        assertThat(refused(new PostgresDialect(18, 6)))
                .isSubsetOf(
                        Feature.READ_OF_THE_PAST,
                        Feature.DISTINCT_OVER_WINDOW,
                        Feature.IGNORE_NULLS,
                        Feature.UPDATE_ON_ANY_CONFLICT);
    }

    @Test
    void whatAnswersAsPostgresDoesRefusesAtMostThese() {
        assertThat(refused(new PostgresDialect(PostgresEngine.YUGABYTEDB, 2025, 1)))
                .isSubsetOf(
                        Feature.READ_OF_THE_PAST,
                        Feature.DISTINCT_OVER_WINDOW,
                        Feature.IGNORE_NULLS,
                        Feature.UPDATE_ON_ANY_CONFLICT,
                        Feature.DEFERRED_CONSTRAINTS);
        assertThat(refused(new PostgresDialect(PostgresEngine.COCKROACHDB, 24, 1)))
                .isSubsetOf(
                        Feature.DISTINCT_OVER_WINDOW,
                        Feature.IGNORE_NULLS,
                        Feature.UPDATE_ON_ANY_CONFLICT,
                        Feature.DEFERRED_CONSTRAINTS,
                        Feature.ROLLUP,
                        Feature.CUBE,
                        Feature.GROUPING_SETS,
                        Feature.MIXED_GROUPING,
                        Feature.WITH_TIES);
    }

    @Test
    void h2RefusesAtMostThese() {
        assertThat(refused(new H2Dialect(2, 5)))
                .isSubsetOf(
                        Feature.READ_OF_THE_PAST,
                        Feature.SERIALIZABLE,
                        Feature.READ_ONLY_TRANSACTION,
                        Feature.DEFERRED_CONSTRAINTS,
                        Feature.FULL_JOIN,
                        Feature.LATERAL,
                        Feature.ROLLUP,
                        Feature.CUBE,
                        Feature.COMMON_TABLE_IN_WRITE,
                        Feature.WRITE_IN_COMMON_TABLE,
                        Feature.GROUPING_SETS,
                        Feature.MIXED_GROUPING,
                        Feature.INTERSECT_ALL,
                        Feature.EXCEPT_ALL,
                        Feature.MATERIALIZATION,
                        Feature.RECURSIVE_UNION,
                        Feature.UPDATE_ON_ANY_CONFLICT,
                        Feature.FOR_SHARE);
    }

    @Test
    void mySqlRefusesAtMostThese() {
        assertThat(refused(new MySqlDialect(8, 0)))
                .isSubsetOf(
                        Feature.READ_OF_THE_PAST,
                        Feature.DEFERRED_CONSTRAINTS,
                        Feature.FULL_JOIN,
                        Feature.READ_OF_WRITTEN_TABLE_IN_SET,
                        Feature.READ_OF_WRITTEN_TABLE_IN_VALUES,
                        Feature.SIMULTANEOUS_ASSIGNMENT,
                        Feature.CONFLICT_OF_ONE_KEY,
                        Feature.RETURNING_OF_UPSERT,
                        Feature.COMMON_TABLE_IN_VALUES,
                        Feature.WRITE_IN_COMMON_TABLE,
                        Feature.DISTINCT_ON,
                        Feature.WITH_TIES,
                        Feature.CUBE,
                        Feature.GROUPING_SETS,
                        Feature.MIXED_GROUPING,
                        Feature.GROUPS_FRAME,
                        Feature.FRAME_EXCLUSION,
                        Feature.DISTINCT_OVER_WINDOW,
                        Feature.IGNORE_NULLS,
                        Feature.MATERIALIZATION,
                        Feature.EXACT_JSON_NUMBERS,
                        Feature.ARRAY);
    }

    @Test
    void mariaDbRefusesAtMostThese() {
        assertThat(refused(new MariaDbDialect(11, 4)))
                .isSubsetOf(
                        Feature.READ_OF_THE_PAST,
                        Feature.DEFERRED_CONSTRAINTS,
                        Feature.FULL_JOIN,
                        Feature.SIMULTANEOUS_ASSIGNMENT,
                        Feature.CONFLICT_OF_ONE_KEY,
                        Feature.RETURNING_OF_UPSERT,
                        Feature.LATERAL,
                        Feature.DISTINCT_ON,
                        Feature.CUBE,
                        Feature.COMMON_TABLE_IN_WRITE,
                        Feature.WRITE_IN_COMMON_TABLE,
                        Feature.READ_OF_WRITTEN_TABLE_IN_VALUES,
                        Feature.GROUPING_SETS,
                        Feature.MIXED_GROUPING,
                        Feature.GROUPS_FRAME,
                        Feature.FRAME_EXCLUSION,
                        Feature.DISTINCT_OVER_WINDOW,
                        Feature.IGNORE_NULLS,
                        Feature.MATERIALIZATION,
                        Feature.LOCK_OF_TABLES,
                        Feature.ARRAY);
    }

    @Test
    void sqliteRefusesAtMostThese() {
        assertThat(refused(new SqliteDialect(3, 54)))
                .isSubsetOf(
                        Feature.READ_OF_THE_PAST,
                        Feature.DEFERRED_CONSTRAINTS,
                        Feature.READ_OF_WRITTEN_TABLE_IN_SET,
                        Feature.WRITE_IN_COMMON_TABLE,
                        Feature.LATERAL,
                        Feature.DISTINCT_ON,
                        Feature.WITH_TIES,
                        Feature.ROLLUP,
                        Feature.CUBE,
                        Feature.GROUPING_SETS,
                        Feature.MIXED_GROUPING,
                        Feature.DISTINCT_OVER_WINDOW,
                        Feature.IGNORE_NULLS,
                        Feature.INTERSECT_ALL,
                        Feature.EXCEPT_ALL,
                        Feature.QUANTIFIED_COMPARISON,
                        Feature.FOR_UPDATE,
                        Feature.FOR_SHARE,
                        Feature.LOCK_OF_TABLES,
                        Feature.NO_WAIT,
                        Feature.SKIP_LOCKED,
                        Feature.ARRAY);
    }

    @Test
    void duckDbRefusesAtMostThese() {
        assertThat(refused(new DuckDbDialect(2, 0)))
                .isSubsetOf(
                        Feature.READ_OF_THE_PAST,
                        Feature.DEFERRED_CONSTRAINTS,
                        Feature.SERIALIZABLE,
                        Feature.READ_ONLY_TRANSACTION,
                        Feature.NESTED_TRANSACTION,
                        Feature.WITH_TIES,
                        Feature.FOR_UPDATE,
                        Feature.FOR_SHARE,
                        Feature.LOCK_OF_TABLES,
                        Feature.NO_WAIT,
                        Feature.SKIP_LOCKED,
                        Feature.NESTED_ROWS,
                        Feature.ARRAY);
    }

    @Test
    void trinoRefusesAtMostThese() {
        assertThat(refused(new TrinoDialect(435)))
                .isSubsetOf(
                        Feature.READ_OF_THE_PAST,
                        Feature.UPDATE,
                        Feature.DELETE,
                        Feature.GENERATED_KEY,
                        Feature.READ_OF_WRITTEN_TABLE,
                        Feature.READ_OF_WRITTEN_TABLE_IN_SET,
                        Feature.READ_OF_WRITTEN_TABLE_IN_VALUES,
                        Feature.SIMULTANEOUS_ASSIGNMENT,
                        Feature.COMMON_TABLE_IN_WRITE,
                        Feature.COMMON_TABLE_IN_VALUES,
                        Feature.WRITE_IN_COMMON_TABLE,
                        Feature.RETURNING_OF_INSERT,
                        Feature.RETURNING_OF_UPDATE,
                        Feature.RETURNING_OF_DELETE,
                        Feature.CONFLICT_CLAUSE,
                        Feature.CONFLICT_OF_ONE_KEY,
                        Feature.UPDATE_ON_ANY_CONFLICT,
                        Feature.CONDITIONAL_UPSERT,
                        Feature.RETURNING_OF_UPSERT,
                        Feature.FOR_UPDATE,
                        Feature.FOR_SHARE,
                        Feature.LOCK_OF_TABLES,
                        Feature.NO_WAIT,
                        Feature.SKIP_LOCKED,
                        Feature.NESTED_TRANSACTION,
                        Feature.WRITE_IN_TRANSACTION,
                        Feature.SERIALIZABLE,
                        Feature.DEFERRED_CONSTRAINTS,
                        Feature.DISTINCT_ON,
                        Feature.FRAME_EXCLUSION,
                        Feature.DISTINCT_OVER_WINDOW,
                        Feature.MATERIALIZATION,
                        Feature.RECURSIVE_UNION,
                        Feature.ARRAY,
                        Feature.COLUMN_DEFAULT,
                        Feature.EXACT_JSON_NUMBERS,
                        Feature.NESTED_ROWS);
    }

    @Test
    void sqlServerRefusesAtMostThese() {
        assertThat(refused(new SqlServerDialect(16, 0)))
                .isSubsetOf(
                        Feature.READ_OF_THE_PAST,
                        Feature.DISTINCT_ON,
                        Feature.GROUPS_FRAME,
                        Feature.FRAME_EXCLUSION,
                        Feature.DISTINCT_OVER_WINDOW,
                        Feature.INTERSECT_ALL,
                        Feature.EXCEPT_ALL,
                        Feature.WRITE_IN_COMMON_TABLE,
                        Feature.UPDATE_ON_ANY_CONFLICT,
                        Feature.RECURSIVE_UNION,
                        Feature.MATERIALIZATION,
                        Feature.NESTED_TRANSACTION,
                        Feature.READ_ONLY_TRANSACTION,
                        Feature.DEFERRED_CONSTRAINTS,
                        Feature.ARRAY,
                        Feature.NESTED_ROWS);
        assertThat(undefined(new SqlServerDialect(16, 0)))
                .isSubsetOf(
                        DdlFeature.COMMENT,
                        DdlFeature.EXPRESSION_INDEX,
                        DdlFeature.COLUMN_POSITION,
                        DdlFeature.ENUM_TYPE,
                        DdlFeature.DEFERRABLE);
    }
}
