package dev.rowan.dialect.postgres;

import static dev.rowan.expression.GroupingSets.rollup;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Products.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.SortKey.Nulls;
import dev.rowan.query.SqlStatement;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.render.UpsertOutcomes;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What answers as PostgreSQL does is told from it, and differs where its documentation says so; no such server is run. */
final class PostgresEngineTest {
    private static final Dialect POSTGRES = told("PostgreSQL 18.6 on x86_64-pc-linux-gnu, compiled by gcc, 64-bit");
    private static final Dialect COCKROACH =
            told("CockroachDB CCL v24.1.3 (x86_64-pc-linux-gnu, built 2024/08/01, go1.22.5 X:nocoverageredesign)");
    private static final Dialect YUGABYTE =
            told("PostgreSQL 15.2-YB-2025.1.0.0-b0 on x86_64-pc-linux-gnu, compiled by clang, 64-bit");

    private static Dialect told(String version) {
        return PostgresEngine.dialect(version, 18, 6);
    }

    private record Word(@Nullable String text) {}

    private static final class Words extends Table<Word> {
        static final Words WORD = new Words(TableName.of("words"));

        final TextColumn<Word, @Nullable String> TEXT = text("text");

        private Words(TableName name) {
            super(name, Word.class, Words::new);
        }
    }

    private static String text(Dialect dialect, SqlStatement statement) {
        return dialect.render(statement).text();
    }

    @Test
    void enginesAreToldByWhatTheServerCallsItself() {
        assertThat(POSTGRES).hasToString("PostgreSQL 18.6");
        assertThat(COCKROACH).hasToString("CockroachDB 24.1");
        assertThat(YUGABYTE).hasToString("YugabyteDB 2025.1");
    }

    @Test
    void whatAnEngineLacksIsRefusedInItsName() {
        assertThatThrownBy(() ->
                        COCKROACH.render(select(PRODUCT.STOCK).from(PRODUCT).groupBy(rollup(PRODUCT.STOCK))))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageStartingWith("CockroachDB 24.1 has no rollup;");
        assertThat(text(YUGABYTE, select(PRODUCT.STOCK).from(PRODUCT).groupBy(rollup(PRODUCT.STOCK))))
                .isEqualTo(text(POSTGRES, select(PRODUCT.STOCK).from(PRODUCT).groupBy(rollup(PRODUCT.STOCK))));
        assertThat(YUGABYTE.support(Feature.DEFERRED_CONSTRAINTS)).isEqualTo(Support.REFUSED);
        assertThat(COCKROACH.ddl().support(DdlFeature.TRANSACTIONAL_DDL)).isEqualTo(Support.REFUSED);
        assertThat(YUGABYTE.ddl().support(DdlFeature.TRANSACTIONAL_DDL)).isEqualTo(Support.REFUSED);
        assertThat(POSTGRES.ddl().support(DdlFeature.TRANSACTIONAL_DDL)).isEqualTo(Support.NATIVE);
    }

    @Test
    void textsAreSortedByBytes() {
        assertThat(text(POSTGRES, createTable(Words.WORD)))
                .isEqualTo("create table \"words\" (\"text\" text collate \"pg_c_utf8\")");
        assertThat(text(COCKROACH, createTable(Words.WORD))).isEqualTo("create table \"words\" (\"text\" text)");
        assertThat(text(YUGABYTE, createTable(Words.WORD)))
                .isEqualTo("create table \"words\" (\"text\" text collate \"C\")");
        assertThat(text(
                        COCKROACH,
                        select(Words.WORD.TEXT)
                                .from(Words.WORD)
                                .orderBy(Words.WORD.TEXT.asc().nullsLast())))
                .isEqualTo("select \"words\".\"text\" from \"words\" order by \"words\".\"text\" asc nulls last");
        assertThat(COCKROACH.nullsOf(false)).isEqualTo(Nulls.FIRST);
        assertThat(YUGABYTE.nullsOf(false)).isEqualTo(Nulls.LAST);
    }

    @Test
    void transactionsAreTriedAgainWhereTheyFallToEachOther() {
        assertThat(POSTGRES.usualAttempts()).isEqualTo(1);
        assertThat(COCKROACH.usualAttempts()).isGreaterThan(1);
        assertThat(YUGABYTE.usualAttempts()).isGreaterThan(1);
    }

    @Test
    void whatOnlyPostgresTellsIsNotAsked() {
        assertThat(POSTGRES.replicationPosition()).isNotNull();
        assertThat(COCKROACH.replicationPosition()).isNull();
        assertThat(YUGABYTE.upsertOutcomes()).isEqualTo(UpsertOutcomes.UNKNOWN);
        assertThat(COCKROACH.insertedMark()).isNull();
    }

    @Test
    void pastIsReadWhereTheServerKeepsIt() {
        assertThat(COCKROACH.support(Feature.READ_OF_THE_PAST)).isEqualTo(Support.NATIVE);
        assertThat(COCKROACH.readOfThePast(Duration.ofSeconds(10)))
                .isEqualTo("set transaction as of system time '-10000ms'");
        assertThat(YUGABYTE.support(Feature.READ_OF_THE_PAST)).isEqualTo(Support.REFUSED);
        assertThat(POSTGRES.support(Feature.READ_OF_THE_PAST)).isEqualTo(Support.REFUSED);
        assertThatThrownBy(() -> YUGABYTE.readOfThePast(Duration.ofSeconds(10)))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageStartingWith("YugabyteDB 2025.1 has no transaction that reads the past;");
    }
}
