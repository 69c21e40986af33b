package dev.rowan.contract;

import static dev.rowan.contract.Samples.SAMPLE;
import static dev.rowan.expression.Functions.currentDate;
import static dev.rowan.expression.Functions.currentTimestamp;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rowan.expression.TimePart;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dates and times, taken apart, moved and cut, as {@code java.time} does it; the JVM's zone is not that of the server. */
interface TimePartContract extends ComputedValues {
    List<LocalDateTime> MOMENTS = List.of(
            LocalDateTime.of(2024, 2, 29, 23, 59, 59, 987_654_000),
            LocalDateTime.of(2024, 3, 31, 1, 30, 0, 0),
            LocalDateTime.of(2020, 12, 31, 22, 0, 30, 1_000),
            LocalDateTime.of(2021, 1, 3, 12, 5, 0, 500_000_000),
            LocalDateTime.of(1969, 10, 1, 0, 0, 0, 0));

    private void insertMoment(LocalDateTime moment) {
        db().execute(dev.rowan.query.Sql.deleteFrom(SAMPLE).everyRow());
        db().execute(sample().set(SAMPLE.DATE, moment.toLocalDate())
                .set(SAMPLE.TIME, moment.toLocalTime())
                .set(SAMPLE.TIMESTAMP, moment)
                .set(SAMPLE.INSTANT, moment.toInstant(ZoneOffset.UTC)));
    }

    private static int part(TimePart part, LocalDateTime time) {
        return switch (part) {
            case YEAR -> time.getYear();
            case QUARTER -> time.get(IsoFields.QUARTER_OF_YEAR);
            case MONTH -> time.getMonthValue();
            case WEEK -> time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case DAY -> time.getDayOfMonth();
            case HOUR -> time.getHour();
            case MINUTE -> time.getMinute();
            case SECOND -> time.getSecond();
        };
    }

    private static ChronoUnit unit(TimePart part) {
        return switch (part) {
            case YEAR -> ChronoUnit.YEARS;
            case MONTH, QUARTER -> ChronoUnit.MONTHS;
            case WEEK -> ChronoUnit.WEEKS;
            case DAY -> ChronoUnit.DAYS;
            case HOUR -> ChronoUnit.HOURS;
            case MINUTE -> ChronoUnit.MINUTES;
            case SECOND -> ChronoUnit.SECONDS;
        };
    }

    private static LocalDateTime cut(TimePart part, LocalDateTime time) {
        LocalDate date = time.toLocalDate();
        return switch (part) {
            case YEAR -> date.withDayOfYear(1).atStartOfDay();
            case QUARTER -> date.with(IsoFields.DAY_OF_QUARTER, 1).atStartOfDay();
            case MONTH -> date.withDayOfMonth(1).atStartOfDay();
            case WEEK ->
                date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay();
            default -> time.truncatedTo(unit(part));
        };
    }

    private static boolean ofDate(TimePart part) {
        return part.compareTo(TimePart.DAY) <= 0;
    }

    @Test
    default void partsAreThoseOfJavaTime() {
        for (LocalDateTime moment : MOMENTS) {
            insertMoment(moment);
            for (TimePart part : TimePart.values()) {
                int expected = part(part, moment);
                assertThat(ofSample(SAMPLE.TIMESTAMP.get(part)))
                        .as("%s of %s", part, moment)
                        .isEqualTo(expected);
                assertThat(ofSample(SAMPLE.INSTANT.get(part)))
                        .as("%s of %sZ", part, moment)
                        .isEqualTo(expected);
                assertThat(ofSample((ofDate(part) ? SAMPLE.DATE : SAMPLE.TIME).get(part)))
                        .as("%s of the date or time of %s", part, moment)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    default void movedTimesAreThoseOfJavaTime() {
        for (LocalDateTime moment : MOMENTS) {
            insertMoment(moment);
            for (TimePart part : TimePart.values()) {
                for (int amount : new int[] {1, -1, 13}) {
                    assertMoved(moment, part, amount);
                }
            }
        }
    }

    private void assertMoved(LocalDateTime moment, TimePart part, int amount) {
        LocalDateTime expected = moment.plus(part == TimePart.QUARTER ? 3L * amount : amount, unit(part));
        assertThat(ofSample(SAMPLE.TIMESTAMP.plus(amount, part)))
                .as("%s %s after %s", amount, part, moment)
                .isEqualTo(expected);
        assertThat(ofSample(SAMPLE.INSTANT.plus(amount, part)))
                .as("%s %s after %sZ", amount, part, moment)
                .isEqualTo(expected.toInstant(ZoneOffset.UTC));
        if (ofDate(part)) {
            assertThat(ofSample(SAMPLE.DATE.plus(amount, part)))
                    .as("%s %s after the date of %s", amount, part, moment)
                    .isEqualTo(expected.toLocalDate());
        } else {
            assertThat(ofSample(SAMPLE.TIME.plus(amount, part)))
                    .as("%s %s after the time of %s", amount, part, moment)
                    .isEqualTo(expected.toLocalTime());
        }
    }

    @Test
    default void minusGoesBack() {
        insertMoment(LocalDateTime.of(2024, 3, 31, 1, 30));

        assertThat(ofSample(SAMPLE.DATE.minus(1, TimePart.MONTH))).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(db().fetch(select(SAMPLE.ID).from(SAMPLE).where(SAMPLE.DATE.lt(SAMPLE.DATE.plus(1, TimePart.DAY)))))
                .containsExactly(1L);
    }

    @Test
    default void truncatedTimesAreThoseOfJavaTime() {
        for (LocalDateTime moment : MOMENTS) {
            insertMoment(moment);
            for (TimePart part : TimePart.values()) {
                LocalDateTime expected = cut(part, moment);
                assertThat(ofSample(SAMPLE.TIMESTAMP.truncatedTo(part)))
                        .as("%s of %s", part, moment)
                        .isEqualTo(expected);
                assertThat(ofSample(SAMPLE.INSTANT.truncatedTo(part)))
                        .as("%s of %sZ", part, moment)
                        .isEqualTo(expected.toInstant(ZoneOffset.UTC));
                if (ofDate(part)) {
                    assertThat(ofSample(SAMPLE.DATE.truncatedTo(part)))
                            .as("%s of the date of %s", part, moment)
                            .isEqualTo(expected.toLocalDate());
                } else {
                    assertThat(ofSample(SAMPLE.TIME.truncatedTo(part)))
                            .as("%s of the time of %s", part, moment)
                            .isEqualTo(expected.toLocalTime());
                }
            }
        }
    }

    @Test
    default void currentTimestampIsNowWhateverTheZones() {
        insertMoment(MOMENTS.get(0));

        assertThat(ofSample(currentTimestamp())).isCloseTo(Instant.now(), within(2, ChronoUnit.MINUTES));
        assertThat(db().fetch(select(SAMPLE.ID).from(SAMPLE).where(SAMPLE.INSTANT.lt(currentTimestamp()))))
                .containsExactly(1L);
    }

    @Test
    default void currentDateIsThatOfUtc() {
        insertMoment(MOMENTS.get(0));

        LocalDate before = LocalDate.now(ZoneOffset.UTC);
        LocalDate date = ofSample(currentDate());

        assertThat(date).isBetween(before, LocalDate.now(ZoneOffset.UTC));
    }

    @Test
    default void timesOfNullAreNull() {
        db().execute(sample());

        assertThat(ofSample(SAMPLE.INSTANT.get(TimePart.YEAR))).isNull();
        assertThat(ofSample(SAMPLE.TIME.plus(1, TimePart.HOUR))).isNull();
        assertThat(ofSample(SAMPLE.DATE.truncatedTo(TimePart.MONTH))).isNull();
    }
}
