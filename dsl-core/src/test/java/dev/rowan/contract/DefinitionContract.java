package dev.rowan.contract;

import static dev.rowan.contract.Bookings.BOOKING;
import static dev.rowan.contract.Bookings.Guests.GUEST;
import static dev.rowan.contract.Bookings.Seats.SEAT;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rowan.contract.Bookings.Guests.Guest;
import dev.rowan.contract.Bookings.Seats.Seat;
import dev.rowan.definition.Change;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.EnumDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.IndexDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.SequenceDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.error.ConstraintViolationException;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.QueryException.Kind;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.migrate.Destruction;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.migrate.Renames;
import dev.rowan.query.Insert;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.RenderedSql;
import dev.rowan.render.Support;
import dev.rowan.schema.ReferentialAction;
import dev.rowan.schema.TableName;
import dev.rowan.type.SqlType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a table can declare, by what the database then does; and what a database refuses to define. */
public abstract class DefinitionContract extends EmptyDatabase {
    /** For subclasses. */
    protected DefinitionContract() {}

    private DdlDialect ddl() {
        return db().dialect().ddl();
    }

    private static Insert<Bookings.Booking, ?> booking(int cents, int seats) {
        return insertInto(BOOKING)
                .set(BOOKING.PLACE, 1)
                .set(BOOKING.NUMBER, 7)
                .set(BOOKING.CENTS, cents)
                .set(BOOKING.SEATS, seats);
    }

    private void createBookings() {
        live().create(BOOKING, SEAT);
        db().execute(insertInto(SEAT).row(new Seat(1, 7, "A7")));
    }

    @Test
    void whatIsDeclaredIsThere() {
        createBookings();

        assertThat(live().verify(BOOKING, SEAT).all()).isEmpty();
        assertThat(live().diff(BOOKING, SEAT).steps()).isEmpty();
    }

    @Test
    void defaultExpressionAndComputedColumnAreFilledInByTheDatabase() {
        createBookings();
        Instant before = Instant.now().minus(Duration.ofMinutes(5));

        db().execute(booking(250, 3));
        db().execute(insertInto(BOOKING).row(new Bookings.Booking(0, 1, 7, 100, 2, null, Instant.EPOCH)));

        List<Bookings.Booking> all = db().fetch(select().from(BOOKING).orderBy(b -> b.ID.asc()));
        assertThat(all.get(0).total()).isEqualTo(750);
        assertThat(all.get(0).bookedAt()).isBetween(before, Instant.now().plus(Duration.ofMinutes(5)));
        assertThat(all.get(1).total()).isEqualTo(200);
        assertThat(all.get(1).bookedAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void checksOfTablesAndColumnsAreKeptAndNamed() {
        createBookings();

        db().execute(booking(0, 11));
        ConstraintViolationException few =
                catchThrowableOfType(ConstraintViolationException.class, () -> db().execute(booking(1, 11)));

        assertThat(few.kind()).isEqualTo(Kind.CHECK_VIOLATION);
        assertThat(few.constraint()).isEqualTo("bookings_few_check");
    }

    @Test
    void foreignKeyOfSeveralColumnsHoldsAndCascades() {
        createBookings();
        db().execute(booking(1, 1));

        assertThat(catchThrowableOfType(
                                ConstraintViolationException.class,
                                () -> db().execute(booking(1, 1).set(BOOKING.NUMBER, 8)))
                        .kind())
                .isEqualTo(Kind.FOREIGN_KEY_VIOLATION);
        db().execute(deleteFrom(SEAT).everyRow());
        assertThat(db().count(select().from(BOOKING))).isZero();
    }

    @Test
    void addressOfOneWhoIsDeletedSoftlyCanBeTakenAgain() {
        if (ddl().support(DdlFeature.PARTIAL_INDEX) == Support.REFUSED) {
            assertThatThrownBy(() -> live().create(GUEST))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("partial index");
            assertThat(live().read().tables()).isEmpty();
            return;
        }
        live().create(GUEST);
        db().execute(insertInto(GUEST).row(new Guest(1, "ann@example.org", null)));
        ConstraintViolationException taken = catchThrowableOfType(
                ConstraintViolationException.class,
                () -> db().execute(insertInto(GUEST).row(new Guest(2, "ann@example.org", null))));
        assertThat(taken.kind()).isEqualTo(Kind.UNIQUE_VIOLATION);

        db().execute(deleteFrom(GUEST).where(GUEST.ID.eq(1)));
        db().execute(insertInto(GUEST).row(new Guest(2, "ann@example.org", null)));

        assertThat(db().count(select().from(GUEST).withDeleted())).isEqualTo(2);
    }

    @Test
    void tableWithIndexesIsNotCreatedByOneStatement() {
        assertThatThrownBy(() -> db().execute(createTable(BOOKING)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("LiveSchema");
    }

    private static TableDefinition table(DdlDialect ddl) {
        return TableDefinition.of(
                TableName.of("t"),
                List.of(
                        ColumnDefinition.of("a", ddl.typeName(SqlType.INTEGER)).withNullable(false),
                        ColumnDefinition.of("b", ddl.typeName(SqlType.INTEGER))));
    }

    private Change change(DdlFeature feature) {
        TableName t = TableName.of("t");
        ColumnDefinition b = ColumnDefinition.of("b", ddl().typeName(SqlType.INTEGER));
        ForeignKeyDefinition own = new ForeignKeyDefinition(
                "t_fkey",
                List.of("b"),
                t,
                List.of("a"),
                feature == DdlFeature.SET_DEFAULT ? ReferentialAction.SET_DEFAULT : ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                feature == DdlFeature.DEFERRABLE);
        IndexDefinition.Key key = IndexDefinition.Key.of("b");
        return switch (feature) {
            case ALTER_TABLE -> new Change.Alter(t, b, b.withType(ddl().typeName(SqlType.BIGINT)));
            case COMMENT -> new Change.Comment(t, null, "it's");
            case PARTIAL_INDEX ->
                new Change.Add(t, new IndexDefinition("i", false, List.of(key), ddl().quoted("b") + " is not null"));
            case EXPRESSION_INDEX ->
                new Change.Add(
                        t,
                        new IndexDefinition(
                                "i",
                                false,
                                List.of(new IndexDefinition.Key("abs(" + ddl().quoted("b") + ")", false, false)),
                                null));
            case COLUMN_POSITION -> new Change.Add(t, b.withName("c"), "a");
            case SEQUENCE -> new Change.Create(new SequenceDefinition(TableName.of("s"), 5, 2));
            case ENUM_TYPE -> new Change.Create(new EnumDefinition(TableName.of("e"), List.of("it's")));
            case SCHEMA -> new Change.CreateSchema("rowan other");
            case DEFERRABLE, SET_DEFAULT ->
                new Change.Create(table(ddl())
                        .withName(TableName.of("u"))
                        .with(new PrimaryKeyDefinition("u_pkey", List.of("a")))
                        .with(new ForeignKeyDefinition(
                                "u_fkey",
                                own.columns(),
                                TableName.of("u"),
                                own.targetColumns(),
                                own.onDelete(),
                                own.onUpdate(),
                                own.deferrable())));
            case CONSTRAINT ->
                new Change.Create(table(ddl())
                        .withName(TableName.of("u"))
                        .with(new PrimaryKeyDefinition("u_pkey", List.of("a"))));
            case TRANSACTIONAL_DDL -> new Change.Create(table(ddl()).withName(TableName.of("u")));
        };
    }

    @ParameterizedTest
    @EnumSource
    void featureIsDefinedOrRefusedBeforeAnythingIsSent(DdlFeature feature) {
        live().apply(live().diff(SchemaDefinition.of(List.of(table(ddl()))), Renames.NONE));
        Support support = ddl().support(feature);
        if (feature == DdlFeature.TRANSACTIONAL_DDL) {
            assertThat(isUndone(change(feature))).isEqualTo(support != Support.REFUSED);
        } else if (support != Support.NATIVE) {
            assertThatThrownBy(() -> ddl().statements(change(feature), null))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining(feature.words())
                    .hasMessageContaining(feature.alternative());
        } else {
            List<RenderedSql> statements = ddl().statements(change(feature), null);
            db().session(session -> {
                session.run(statements);
                return statements;
            });
            cleanUp(feature);
        }
    }

    private void cleanUp(DdlFeature feature) {
        if (feature == DdlFeature.SCHEMA) {
            db().session(session -> {
                session.run(ddl().statements(new Change.DropSchema("rowan other"), null));
                return feature;
            });
        }
    }

    private boolean isUndone(Change change) {
        assertThatThrownBy(() -> db().session(session -> session.transaction(() -> {
                    session.run(ddl().statements(change, null));
                    throw new IllegalStateException("undo");
                })))
                .hasMessage("undo");
        return live().read().table(TableName.of("u")).isEmpty();
    }

    @Test
    void schemaOfAHandleIsThatOfItsDefinitions() {
        assumeTrue(ddl().support(DdlFeature.SCHEMA) == Support.NATIVE);
        db().session(session -> {
            session.run(ddl().statements(new Change.CreateSchema("rowan other"), null));
            return 0;
        });
        try {
            var other = LiveSchema.of(db().withSchema("rowan other"));
            other.create(SEAT);
            assertThat(other.read().tables()).hasSize(1);
            assertThat(other.verify(SEAT).all()).isEmpty();
            assertThat(live().read().tables()).isEmpty();
            other.apply(other.diff(SchemaDefinition.EMPTY, Renames.NONE), Destruction.CONFIRMED);
        } finally {
            cleanUp(DdlFeature.SCHEMA);
        }
    }
}
