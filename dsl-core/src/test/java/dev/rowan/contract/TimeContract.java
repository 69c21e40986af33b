package dev.rowan.contract;

import static dev.rowan.contract.Samples.SAMPLE;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.contract.Samples.Sample;
import dev.rowan.schema.TemporalColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Dates and times are kept to the microsecond, in a JVM whose zone has summer time. */
interface TimeContract extends OpenDatabase {
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private <T extends Temporal> void insert(TemporalColumn<Sample, @Nullable T> column, T... values) {
        for (int i = 0; i < values.length; i++) {
            db().execute(insertInto(SAMPLE).set(SAMPLE.ID, i + 1L).set(column, values[i]));
        }
    }

    private <T extends Temporal> List<@Nullable T> values(TemporalColumn<Sample, @Nullable T> column) {
        return db().fetch(select(column).from(SAMPLE).orderBy(SAMPLE.ID.asc()));
    }

    /** Asserts that the values, which ascend, are read as they were written, sorted, and found by {@code eq}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private <T extends Temporal> void assertKeeps(TemporalColumn<Sample, @Nullable T> column, T... values) {
        insert(column, values);

        assertThat(values(column)).containsExactly(values);
        assertThat(db().fetch(select(column).from(SAMPLE).orderBy(column.asc())))
                .containsExactly(values);
        for (int i = 0; i < values.length; i++) {
            assertThat(db().fetch(select(SAMPLE.ID).from(SAMPLE).where(column.eq(values[i]))))
                    .as("rows equal to %s", values[i])
                    .containsExactly(i + 1L);
        }
    }

    @Test
    default void theZoneOfTheTestsHasSummerTime() {
        assertThat(TimeZone.getDefault().useDaylightTime()).isTrue();
    }

    @Test
    default void datesAreKept() {
        assertKeeps(
                SAMPLE.DATE,
                LocalDate.of(1, 1, 1),
                LocalDate.of(1500, 2, 28),
                LocalDate.of(1582, 10, 4),
                LocalDate.of(1582, 10, 10),
                LocalDate.of(1582, 10, 15),
                LocalDate.of(1893, 4, 1),
                LocalDate.of(1970, 1, 1),
                LocalDate.of(2024, 2, 29),
                LocalDate.of(2024, 3, 31),
                LocalDate.of(9999, 12, 31));
    }

    @Test
    default void timesAreKeptToTheMicrosecond() {
        assertKeeps(
                SAMPLE.TIME,
                LocalTime.MIDNIGHT,
                LocalTime.of(0, 0, 0, 1_000),
                LocalTime.of(2, 30),
                LocalTime.of(12, 34, 56, 123_456_000),
                LocalTime.of(23, 59, 59, 999_999_000));
    }

    @Test
    default void localTimesAreKeptInTheGapAndInTheOverlapOfSummerTime() {
        assertKeeps(
                SAMPLE.TIMESTAMP,
                LocalDateTime.of(1, 1, 1, 0, 0),
                LocalDateTime.of(1582, 10, 10, 12, 0),
                LocalDateTime.of(1970, 1, 1, 0, 0),
                LocalDateTime.of(2024, 3, 31, 1, 59, 59, 999_999_000),
                LocalDateTime.of(2024, 3, 31, 2, 0),
                LocalDateTime.of(2024, 3, 31, 2, 30),
                LocalDateTime.of(2024, 3, 31, 3, 0),
                LocalDateTime.of(2024, 10, 27, 2, 0),
                LocalDateTime.of(2024, 10, 27, 2, 30, 0, 1_000),
                LocalDateTime.of(2024, 10, 27, 3, 0),
                LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000));
    }

    @Test
    default void instantsAreKeptWhateverTheZone() {
        assertKeeps(
                SAMPLE.INSTANT,
                Instant.parse("1000-01-01T00:00:00Z"),
                Instant.parse("1893-03-31T23:59:59Z"),
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                Instant.EPOCH,
                Instant.parse("2024-03-31T00:59:59.999999Z"),
                Instant.parse("2024-03-31T01:00:00Z"),
                Instant.parse("2024-03-31T02:30:00Z"),
                Instant.parse("2024-10-27T00:30:00Z"),
                Instant.parse("2024-10-27T01:30:00Z"),
                Instant.parse("2038-01-19T03:14:08Z"),
                Instant.parse("9999-12-31T22:59:59.999999Z"));
    }

    @Test
    default void instantWrittenInOneZoneIsReadInAnother() {
        Instant instant = Instant.parse("2024-07-01T10:00:00Z");
        insert(SAMPLE.INSTANT, instant);
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));

            assertThat(values(SAMPLE.INSTANT)).containsExactly(instant);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    default void nanosecondsAreCutNeverRounded() {
        insert(SAMPLE.TIME, LocalTime.of(23, 59, 59, 999_999_999));
        db().execute(insertInto(SAMPLE)
                .set(SAMPLE.ID, 2)
                .set(SAMPLE.TIMESTAMP, LocalDateTime.of(2024, 12, 31, 23, 59, 59, 999_999_999)));
        db().execute(insertInto(SAMPLE)
                .set(SAMPLE.ID, 3)
                .set(SAMPLE.INSTANT, Instant.parse("1969-12-31T23:59:59.123456789Z")));

        assertThat(values(SAMPLE.TIME).get(0)).isEqualTo(LocalTime.of(23, 59, 59, 999_999_000));
        assertThat(values(SAMPLE.TIMESTAMP).get(1)).isEqualTo(LocalDateTime.of(2024, 12, 31, 23, 59, 59, 999_999_000));
        assertThat(values(SAMPLE.INSTANT).get(2)).isEqualTo(Instant.parse("1969-12-31T23:59:59.123456Z"));
    }

    @Test
    default void valueWithNanosecondsIsFoundAgain() {
        Instant instant = Instant.parse("2024-07-01T10:00:00.123456789Z");
        insert(SAMPLE.INSTANT, instant);

        assertThat(db().fetch(select(SAMPLE.ID).from(SAMPLE).where(SAMPLE.INSTANT.eq(instant))))
                .containsExactly(1L);
        assertThat(db().fetch(select(SAMPLE.ID).from(SAMPLE).where(SAMPLE.INSTANT.between(instant, instant))))
                .containsExactly(1L);
    }
}
