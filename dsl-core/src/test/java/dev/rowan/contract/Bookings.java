package dev.rowan.contract;

import static dev.rowan.expression.Functions.currentTimestamp;
import static dev.rowan.schema.ReferentialAction.CASCADE;
import static dev.rowan.schema.Rule.min;

import dev.rowan.schema.ForeignKey;
import dev.rowan.schema.Index;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.ReferenceRules;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableCheck;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.UniqueKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Seats of a hall and their bookings: all that a declaration can say beside columns and keys of one. */
final class Bookings extends Table<Bookings.Booking> {
    static final Bookings BOOKING = new Bookings(TableName.of("bookings"));

    record Booking(
            long id,
            int place,
            int number,
            int cents,
            int seats,
            @Nullable Integer total,
            Instant bookedAt) {}

    final NumberColumn<Booking, Long> ID = bigint("id").identity().primaryKey();
    final NumberColumn<Booking, Integer> PLACE = integer("place").notNull();
    final NumberColumn<Booking, Integer> NUMBER = integer("number").notNull();
    final NumberColumn<Booking, Integer> CENTS = integer("cents").notNull().check(min(0).asConstraint());
    final NumberColumn<Booking, Integer> SEATS = integer("seats").notNull().defaultValue(1);
    final NumberColumn<Booking, @Nullable Integer> TOTAL = integer("total").computedAs(CENTS.times(SEATS));
    final TemporalColumn<Booking, Instant> BOOKED_AT =
            instant("booked_at").notNull().defaultExpression(currentTimestamp());

    final TableCheck FEW = check("bookings_few_check", SEATS.le(10).or(CENTS.eq(0)));
    final Index<Booking> BY_TIME = index("bookings_time_idx", BOOKED_AT.desc(), ID.asc());
    final ForeignKey<Booking> SEAT = references(
            "bookings_seat_fkey",
            foreignKey(PLACE, NUMBER),
            () -> Seats.SEAT.KEY,
            ReferenceRules.DEFAULT.onDelete(CASCADE));

    private Bookings(TableName name) {
        super(name, Booking.class, Bookings::new);
    }

    static final class Seats extends Table<Seats.Seat> {
        static final Seats SEAT = new Seats(TableName.of("seats"));

        record Seat(int place, int number, String label) {}

        final NumberColumn<Seat, Integer> PLACE = integer("place").primaryKey();
        final NumberColumn<Seat, Integer> NUMBER = integer("number").primaryKey();
        final TextColumn<Seat, String> LABEL = varchar("label", 20).notNull();
        final UniqueKey<Seat> KEY = primaryKey(PLACE, NUMBER);

        private Seats(TableName name) {
            super(name, Seat.class, Seats::new);
        }
    }

    /** Members that are deleted softly, of whom those who are left have addresses of their own. */
    static final class Guests extends Table<Guests.Guest> {
        static final Guests GUEST = new Guests(TableName.of("guests"));

        record Guest(long id, String email, @Nullable Instant deletedAt) {}

        final NumberColumn<Guest, Long> ID = bigint("id").primaryKey();
        final TextColumn<Guest, String> EMAIL = varchar("email", 100).notNull();
        final TemporalColumn<Guest, @Nullable Instant> DELETED_AT = instant("deleted_at");

        final Index<Guest> LIVE_EMAIL =
                index("guests_live_email_idx", EMAIL.asc()).unique().where(DELETED_AT.isNull());

        private Guests(TableName name) {
            super(name, Guest.class, Guests::new);
            softDelete(DELETED_AT);
        }
    }
}
