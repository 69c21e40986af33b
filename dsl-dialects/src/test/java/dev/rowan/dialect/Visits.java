package dev.rowan.dialect;

import dev.rowan.query.Sql;
import dev.rowan.query.SqlCommand;
import dev.rowan.row.Many;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PrimaryKey;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.ToMany;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A table of instants, which are keys of another. */
final class Visits extends Table<Visits.Visit> {
    static final Visits VISIT = new Visits(TableName.of("visits"));
    static final Moments MOMENT = new Moments(TableName.of("moments"));
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    final NumberColumn<Visit, Long> ID = bigint("id").primaryKey();
    final TemporalColumn<Visit, Instant> AT = instant("at").notNull();

    private Visits(TableName name) {
        super(name, Visit.class, Visits::new);
    }

    static SqlCommand everyRowGone() {
        return Sql.deleteFrom(VISIT).everyRow();
    }

    /** An instant with all its digits. */
    static String iso(Instant instant) {
        return ISO.format(instant);
    }

    record Visit(long id, Instant at) {}

    record Moment(Instant at, Many<Visit> visits) {}

    /** A table whose key is an instant. */
    static final class Moments extends Table<Moment> {
        final TemporalColumn<Moment, Instant> AT = instant("at").primaryKey();
        final PrimaryKey<Moment, Instant> KEY = primaryKey(AT);
        final ToMany<Moment, Visit, Visits> VISITS = hasMany("visits", () -> VISIT, visit -> visit.AT);

        private Moments(TableName name) {
            super(name, Moment.class, Moments::new);
        }
    }
}
