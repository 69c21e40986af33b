package dev.rowan.dialect.h2;

import static dev.rowan.dialect.h2.JakartaValidationTest.Guests.GUEST;
import static dev.rowan.dialect.h2.JakartaValidationTest.Stays.STAY;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rowan.error.ValidationException;
import dev.rowan.error.Violation;
import dev.rowan.execute.Bulk;
import dev.rowan.execute.Database;
import dev.rowan.execute.StatementEvent;
import dev.rowan.execute.StatementListener;
import dev.rowan.execute.TableListener;
import dev.rowan.query.Insert;
import dev.rowan.render.RenderedSql;
import dev.rowan.row.Many;
import dev.rowan.schema.JakartaValidation;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PrimaryKey;
import dev.rowan.schema.Rule;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.UniqueKey;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Annotations on records are rules like those of the columns, whatever writes the record. */
final class JakartaValidationTest {
    private static final ValidatorFactory VALIDATORS = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();
    private static final Guest ANN = guest("Ann", 30);
    private static final Guest WRONG = guest(" s3cret", -7);

    private final List<StatementEvent> sent = new ArrayList<>();
    private Database database = open();

    /** Not called as itself. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = NotHerself.Check.class)
    @interface NotHerself {
        /** The message. */
        String message() default "must not be alone";

        /** The groups. */
        Class<?>[] groups() default {};

        /** Nothing. */
        Class<? extends Payload>[] payload() default {};

        /** Checks it. */
        final class Check implements ConstraintValidator<NotHerself, Guest> {
            @Override
            public boolean isValid(Guest guest, ConstraintValidatorContext context) {
                return !guest.name().equals("alone");
            }
        }
    }

    @NotHerself
    record Guest(
            @Positive long id,
            @NotBlank @Size(min = 2, max = 5) String name,
            @Positive int age,
            @NotNull Instant createdAt,
            @Size(min = 1) Many<Stay> stays) {}

    record Stay(long id, @Positive long guestId, @Positive int nights) {}

    static final class Guests extends Table<Guest> {
        static final Guests GUEST = new Guests(TableName.of("guests"));

        final NumberColumn<Guest, Long> ID = bigint("id").identity().primaryKey();
        final TextColumn<Guest, String> NAME =
                varchar("name", 20).notNull().check(Rule.matches(java.util.regex.Pattern.compile("\\S.*")));
        final NumberColumn<Guest, Integer> AGE = integer("age").notNull();
        final TemporalColumn<Guest, Instant> CREATED_AT =
                instant("created_at").notNull().createdAt();
        final PrimaryKey<Guest, Long> KEY = primaryKey(ID);
        final UniqueKey<Guest> BY_NAME = uniqueKey(NAME);
        final ToMany<Guest, Stay, Stays> STAYS = hasMany("stays", () -> Stays.STAY, s -> s.GUEST_ID);

        private Guests(TableName name) {
            super(name, Guest.class, Guests::new);
        }
    }

    static final class Stays extends Table<Stay> {
        static final Stays STAY = new Stays(TableName.of("stays"));

        final NumberColumn<Stay, Long> ID = bigint("id").identity().primaryKey();
        final NumberColumn<Stay, Long> GUEST_ID = bigint("guest_id").notNull().references(() -> GUEST.ID);
        final NumberColumn<Stay, Integer> NIGHTS = integer("nights").notNull();

        private Stays(TableName name) {
            super(name, Stay.class, Stays::new);
        }
    }

    private static Guest guest(String name, int age, Stay... stays) {
        return new Guest(0, name, age, null, Many.of(List.of(stays)));
    }

    private Database open() {
        Validator validator = VALIDATORS.getValidator();
        return Database.connect("jdbc:h2:mem:jakarta")
                .withRecordCheck(JakartaValidation.by(validator))
                .withListener(new StatementListener() {
                    @Override
                    public void started(RenderedSql sql) {}

                    @Override
                    public void executed(StatementEvent event) {
                        sent.add(event);
                    }
                });
    }

    @BeforeEach
    void create() {
        database.execute(createTable(GUEST));
        database.execute(createTable(STAY));
        sent.clear();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @AfterAll
    static void closeFactory() {
        VALIDATORS.close();
    }

    private List<Violation> violations(Runnable write) {
        ValidationException failure = catchThrowableOfType(ValidationException.class, write::run);
        assertThat(failure).isNotNull().hasMessageNotContaining("s3cret");
        assertThat(sent).isEmpty();
        return failure.violations();
    }

    private List<String> told(Runnable write) {
        return violations(write).stream()
                .map(v -> v.table() + "." + v.column() + " " + v.rule() + " " + v.row())
                .toList();
    }

    @Test
    void annotationsAndRulesOfColumnsAreToldTogether() {
        assertThat(told(() -> database.execute(insertInto(GUEST).row(WRONG))))
                .containsExactly("guests.name matches 0", "guests.age Positive 0", "guests.name Size 0");
        assertThat(violations(() -> database.execute(insertInto(GUEST).row(WRONG)))
                        .get(2))
                .isEqualTo(new Violation("guests", "name", "Size", "size must be between 2 and 5", 0, " s3cret"));
    }

    @Test
    void whatIsNotWrittenIsNotChecked() {
        database.execute(insertInto(GUEST).row(ANN)); // without a key, a time, and stays
        database.execute(insertInto(GUEST).row(guest("Bob", -1)).set(GUEST.AGE, 1));
        database.execute(insertInto(GUEST).row(guest("Cyd", -1)).map(GUEST.AGE, age -> -age));

        assertThat(database.fetch(select(GUEST.AGE).from(GUEST).orderBy(GUEST.NAME.asc())))
                .containsExactly(30, 1, 1);
    }

    @Test
    void allRowsAreChecked() {
        List<Guest> rows = List.of(ANN, WRONG, guest("Bob", 0));
        List<String> all = List.of(
                "guests.name matches 1", "guests.age Positive 1", "guests.name Size 1", "guests.age Positive 2");

        assertThat(told(() -> database.execute(insertInto(GUEST).rows(rows)))).isEqualTo(all);
        assertThat(told(() -> database.fetch(insertInto(GUEST).rows(rows).returning(GUEST.ID))))
                .isEqualTo(all);
        assertThat(told(() -> database.upsert(
                        insertInto(GUEST).rows(rows).onConflict(GUEST.BY_NAME).doUpdate(g -> g.AGE), GUEST.KEY)))
                .isEqualTo(all);
        assertThat(told(() -> database.insertAll(GUEST, rows, Bulk.DEFAULT.withRowsPerStatement(1))))
                .isEqualTo(all);
        assertThat(told(() -> database.transaction(tx -> tx.insertAll(GUEST, rows, GUEST.KEY))))
                .isEqualTo(all);
        assertThat(told(() -> database.insertOrGet(insertInto(GUEST).row(rows.get(2)), GUEST.BY_NAME)))
                .containsExactly("guests.age Positive 0");
    }

    @Test
    void recordsOfAGraphAreChecked() {
        List<Guest> guests =
                List.of(guest("Ann", 1, new Stay(0, 0, 1)), guest("Bob", 0, new Stay(0, 0, 2), new Stay(0, 0, 0)));

        assertThat(told(() -> database.insertGraph(guests, GUEST.STAYS)))
                .containsExactly("guests.age Positive 1", "stays.nights Positive 2");
        assertThat(database.insertGraph(List.of(guest("Ann", 1, new Stay(0, 0, 1))), GUEST.STAYS))
                .hasSize(1);
    }

    @Test
    void updateByARecordIsChecked() {
        database.execute(insertInto(GUEST).row(ANN));
        sent.clear();

        assertThat(told(() -> database.execute(update(GUEST).row(new Guest(1, "A", -1, null, Many.of(List.of()))))))
                .containsExactly("guests.age Positive 0", "guests.name Size 0");
        assertThat(told(() -> database.execute(
                        update(GUEST).set(GUEST.AGE, 2).row(new Guest(1, "A", -1, null, Many.of(List.of()))))))
                .containsExactly("guests.name Size 0");
        database.execute(update(GUEST).row(new Guest(1, "Anna", 31, null, Many.of(List.of()))));
        assertThat(database.fetchOne(select(GUEST.NAME).from(GUEST))).isEqualTo("Anna");
    }

    @Test
    void violationOfTheWholeRecordHasNoColumnAndShowsNoValue() {
        assertThat(violations(() -> database.execute(insertInto(GUEST).row(guest("alone", 1)))))
                .containsExactly(new Violation("guests", "", "NotHerself", "must not be alone", 0, null));
        ValidationException failure = catchThrowableOfType(
                ValidationException.class,
                () -> database.execute(insertInto(GUEST).row(guest("alone", 1))));
        assertThat(failure).hasMessageContaining("guests must not be alone (NotHerself)");
    }

    @Test
    void recordsThatAListenerPutsInTheirPlaceAreChecked() {
        Database heard = database.withListener(GUEST, new TableListener<Guest>() {
            @Override
            public Insert<Guest, ?> beforeInsert(Insert<Guest, ?> insert) {
                return insert.mapRows(guest -> guest(guest.name(), -guest.age()));
            }
        });

        assertThat(told(() -> heard.insertAll(GUEST, List.of(ANN)))).containsExactly("guests.age Positive 0");
        heard.insertAll(GUEST, List.of(guest("Bob", -1)));
    }

    @Test
    void withoutRulesLeavesAllToTheDatabase() {
        database.execute(insertInto(GUEST).row(guest("B", -1)).withoutRules());

        assertThat(database.fetchOne(select(GUEST.AGE).from(GUEST))).isEqualTo(-1);
    }

    @Test
    void rowsOfSeveralStatementsAreCheckedBeforeTheFirst() {
        List<Guest> rows = IntStream.range(0, 12_000)
                .mapToObj(i -> guest("g" + Integer.toString(i, 36), i == 11_111 ? 0 : 1))
                .toList();

        assertThat(told(() -> database.insertAll(GUEST, rows))).containsExactly("guests.age Positive 11111");
    }
}
