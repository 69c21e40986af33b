package dev.rowan.oracle;

import static dev.rowan.blog.Authors.AUTHOR;
import static dev.rowan.blog.Comments.COMMENT;
import static dev.rowan.blog.Editions.EDITION;
import static dev.rowan.blog.Errata.ERRATUM;
import static dev.rowan.blog.PostTags.POST_TAG;
import static dev.rowan.blog.Posts.POST;
import static dev.rowan.blog.Profiles.PROFILE;
import static dev.rowan.blog.Tags.TAG;
import static dev.rowan.query.Sql.deleteFrom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.contract.RandomCases;
import dev.rowan.contract.SharedDatabase;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.schema.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random queries of random rows find what Java finds in the same rows, however the associated records are loaded. {@code
 * -Drowan.seed=20260117 -Drowan.cases=1} runs the one case of which a failure says that it is its seed.
 */
public abstract class IncludeOracle extends SharedDatabase {
    private static final int CASES_OF_EACH_DATA_SET = 50;

    /** For subclasses. */
    protected IncludeOracle() {}

    @Override
    protected List<Table<?>> tables() {
        return List.of(AUTHOR, PROFILE, POST, COMMENT, TAG, POST_TAG, EDITION, ERRATUM);
    }

    /** How the database sorts texts: by code points, which is by bytes of UTF-8. */
    protected Comparator<String> textOrder() {
        return Comparator.comparing(text -> text.codePoints().toArray(), Arrays::compare);
    }

    /** Makes room for the next rows. */
    protected void emptyTables() {
        tables().forEach(table -> db().execute(deleteFrom(table).everyRow()));
    }

    /** What the database refuses by name, in the words of the refusal; a case that asks for it is passed over. */
    protected List<String> refused() {
        return List.of();
    }

    private boolean isRefused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnsupportedFeatureException refusal) {
                return refused().stream()
                        .anyMatch(words -> String.valueOf(refusal.getMessage()).contains(" has no " + words + ";"));
            }
        }
        return false;
    }

    @Test
    final void includesAreThoseOfAModel() {
        run(RandomCases.cases(500), RandomCases.seed());
    }

    @Tag("soak")
    @Test
    final void thousandsOfIncludesAreThoseOfAModel() {
        run(RandomCases.cases(10_000), RandomCases.seed() + 1_000_000);
    }

    private void run(int cases, long firstSeed) {
        int passedOver = 0;
        long storedSeed = -1;
        DataSet data = new DataSet(Map.of());
        for (long seed = firstSeed; seed < firstSeed + cases; seed++) {
            long dataSeed = seed / CASES_OF_EACH_DATA_SET;
            if (dataSeed != storedSeed) {
                data = RandomRows.of(random(dataSeed));
                emptyTables();
                data.store(db());
                storedSeed = dataSeed;
            }
            Random random = random(seed);
            Query query = RandomQueries.of(random, data, tables());
            OracleCase one = new OracleCase(db(), query, new Model(data, db().dialect(), textOrder()), random);
            try {
                RandomCases.named("case of seed " + seed + ", " + query, () -> one.check());
            } catch (AssertionError failure) {
                if (!isRefused(failure)) {
                    throw failure;
                }
                passedOver++;
            }
        }
        assertThat(passedOver).as("cases that were passed over").isLessThanOrEqualTo(cases / 4);
    }

    /** Neighbours among seeds begin with nearly the same number, unless they are strewn first. */
    private static Random random(long seed) {
        return new Random(seed * 0x9E37_79B9_7F4A_7C15L);
    }
}
