package dev.rowan.dialect.postgres;

import dev.rowan.render.DdlFeature;
import dev.rowan.render.Feature;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who answers as PostgreSQL does, and what of PostgreSQL it lacks by its own documentation. */
public enum PostgresEngine {
    /** PostgreSQL itself. */
    POSTGRESQL("PostgreSQL"),
    /** CockroachDB, whose transactions are serializable and fall to each other as a matter of course. */
    COCKROACHDB("CockroachDB"),
    /** YugabyteDB, each of whose definitions is a transaction by itself. */
    YUGABYTEDB("YugabyteDB");

    private static final Pattern COCKROACH = Pattern.compile("^CockroachDB\\D*(\\d+)\\.(\\d+)");
    private static final Pattern YUGABYTE = Pattern.compile("-YB-(\\d+)\\.(\\d+)");

    private final String words;

    PostgresEngine(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean lacks(Feature feature) {
        return switch (feature) {
            case DEFERRED_CONSTRAINTS -> isDistributed();
            case ROLLUP, CUBE, GROUPING_SETS, MIXED_GROUPING, WITH_TIES -> this == COCKROACHDB;
            default -> false;
        };
    }

    boolean lacks(DdlFeature feature) {
        return switch (feature) {
            case COLUMN_POSITION -> true;
            case DEFERRABLE, TRANSACTIONAL_DDL -> isDistributed();
            default -> false;
        };
    }

    boolean isDistributed() {
        return this != POSTGRESQL;
    }

    /** The dialect of the server that answers {@code select version()} so; of PostgreSQL's version if it is no other. */
    static PostgresDialect dialect(String version, int postgresMajor, int postgresMinor) {
        Matcher cockroach = COCKROACH.matcher(version);
        if (cockroach.find()) {
            return of(COCKROACHDB, cockroach);
        }
        Matcher yugabyte = YUGABYTE.matcher(version);
        return yugabyte.find() ? of(YUGABYTEDB, yugabyte) : new PostgresDialect(postgresMajor, postgresMinor);
    }

    private static PostgresDialect of(PostgresEngine engine, Matcher version) {
        return new PostgresDialect(engine, Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)));
    }
}
