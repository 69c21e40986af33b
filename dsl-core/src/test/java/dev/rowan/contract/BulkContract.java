package dev.rowan.contract;

import static dev.rowan.contract.Members.MEMBER;
import static dev.rowan.contract.Members.member;
import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Parcels.PARCEL;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.expression.Functions.upper;
import static dev.rowan.expression.Functions.value;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.Products.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rowan.contract.Members.Member;
import dev.rowan.contract.Notes.Note;
import dev.rowan.contract.Parcels.Parcel;
import dev.rowan.error.BulkException;
import dev.rowan.error.QueryException;
import dev.rowan.error.QueryException.Kind;
import dev.rowan.error.ValidationException;
import dev.rowan.error.Violation;
import dev.rowan.execute.Bulk;
import dev.rowan.execute.Database;
import dev.rowan.execute.StatementEvent;
import dev.rowan.execute.TableListener;
import dev.rowan.query.Insert;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.row.Row2;
import dev.rowan.shop.Product;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Many rows at once: all or none, by few statements. */
interface BulkContract extends OpenDatabase {
    /** So few that the rows of these tests take several statements. */
    Bulk THOUSAND = Bulk.DEFAULT.withRowsPerStatement(1_000);

    private static List<Member> members(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> member("m" + i, i % 3 == 0 ? null : "n" + i, i, 0))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private long stored() {
        return db().fetchOne(select(count()).from(MEMBER));
    }

    @Test
    default void hundredThousandRowsAreInsertedByFewStatements() {
        List<StatementEvent> sent = new ArrayList<>();
        List<Note> rows = IntStream.range(0, 100_000)
                .mapToObj(i -> new Note(i, "n" + i, i % 7))
                .toList();

        assertThat(recording(sent).insertAll(NOTE, rows)).isEqualTo(100_000);

        assertThat(sent).hasSizeLessThanOrEqualTo(100_000 / 500);
        assertThat(sent.stream().mapToLong(StatementEvent::rows).sum()).isEqualTo(100_000);
        long ranks = rows.stream()
                .mapToLong(row -> row.rank() == null ? 0 : row.rank())
                .sum();
        assertThat(db().fetchOne(select(count(), sum(NOTE.RANK).cast(SqlType.BIGINT))
                        .from(NOTE)))
                .isEqualTo(new Row2<>(100_000L, ranks));
    }

    @Test
    default void generatedKeysAreThoseOfTheirRows() {
        List<Member> rows = members(2_500);

        List<Long> keys = db().insertAll(MEMBER, rows, MEMBER.KEY, THOUSAND);

        Map<Long, String> emails =
                db().fetch(select().from(MEMBER)).stream().collect(Collectors.toMap(Member::id, Member::email));
        assertThat(keys.stream().map(emails::get))
                .isEqualTo(rows.stream().map(Member::email).toList());
    }

    @Test
    default void generatedKeysAreThoseOfTheirRowsWithoutAUniqueKeyToo() {
        List<Product> rows = IntStream.range(0, 25)
                .mapToObj(i -> new Product(0, "p" + i, i, 0))
                .toList();

        List<Long> keys = db().insertAll(PRODUCT, rows, PRODUCT.KEY);

        Map<Long, String> names =
                db().fetch(select().from(PRODUCT)).stream().collect(Collectors.toMap(Product::id, Product::name));
        assertThat(keys.stream().map(names::get))
                .isEqualTo(rows.stream().map(Product::name).toList());
    }

    @Test
    default void ownKeysAreTakenFromTheRecords() {
        List<Note> rows = List.of(new Note(7, "a", 1), new Note(3, "b", 2));

        assertThat(db().insertAll(NOTE, rows, NOTE.KEY)).containsExactly(7L, 3L);
    }

    @Test
    default void rowThatIsRefusedIsNamedAndNothingStays() {
        assumeTrue(findsRows());
        db().execute(insertInto(MEMBER).row(member("there", null, 0, 0)));
        List<Member> rows = members(2_300);
        rows.set(1_234, member("there", null, 0, 0));

        assertThatThrownBy(() -> db().insertAll(MEMBER, rows, THOUSAND))
                .isInstanceOfSatisfying(BulkException.class, e -> {
                    assertThat(e.index()).isEqualTo(1_234);
                    assertThat(e.kind()).isEqualTo(Kind.UNIQUE_VIOLATION);
                    assertThat(e).hasMessageContaining("1234").hasCauseInstanceOf(QueryException.class);
                });
        assertThatThrownBy(() -> db().insertAll(MEMBER, rows, MEMBER.KEY, THOUSAND))
                .isInstanceOfSatisfying(
                        BulkException.class, e -> assertThat(e.index()).isEqualTo(1_234));
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    default void rowThatIsRefusedFailsAllWhereNoPartOfATransactionCanBeTakenBack() {
        assumeFalse(findsRows());
        List<Member> rows = members(1_500);
        rows.set(1_400, rows.get(3));

        assertThatThrownBy(() -> db().insertAll(MEMBER, rows, THOUSAND))
                .isInstanceOfSatisfying(
                        QueryException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNIQUE_VIOLATION));
        assertThat(stored()).isZero();
    }

    private boolean findsRows() {
        return db().dialect().support(Feature.NESTED_TRANSACTION) != Support.REFUSED;
    }

    @Test
    default void rowThatRepeatsAnEarlierOneIsNamed() {
        assumeTrue(findsRows());
        List<Member> rows = members(1_500);
        rows.set(1_400, rows.get(3));

        assertThatThrownBy(() -> db().insertAll(MEMBER, rows, THOUSAND))
                .isInstanceOfSatisfying(
                        BulkException.class, e -> assertThat(e.index()).isEqualTo(1_400));
        assertThat(stored()).isZero();
    }

    @Test
    default void valueThatDoesNotFitIsNamed() {
        List<Member> rows = members(50);
        rows.set(31, member("x", "n".repeat(21), 0, 0));

        assertThatThrownBy(() -> db().insertAll(MEMBER, rows)).isInstanceOfSatisfying(ValidationException.class, e -> {
            assertThat(e.violations()).extracting(Violation::row).containsExactly(31);
            assertThat(e).hasMessageNotContaining("nnn");
        });
        assertThat(stored()).isZero();
    }

    @Test
    default void whatIsWrongWithAnyRowIsToldBeforeTheFirstIsSent() {
        List<Member> rows = members(3_500);
        for (int wrong : List.of(31, 1_234, 3_400)) {
            rows.set(wrong, member("x" + wrong, "n".repeat(21), 0, 0));
        }
        List<StatementEvent> sent = new ArrayList<>();
        Database db = recording(sent);
        TableListener<Member> silent = new TableListener<>() {};

        for (ThrowingCallable insert : List.<ThrowingCallable>of(
                () -> db.insertAll(MEMBER, rows, THOUSAND),
                () -> db.insertAll(MEMBER, rows, MEMBER.KEY, THOUSAND),
                () -> db.withListener(MEMBER, silent).insertAll(MEMBER, rows, THOUSAND),
                () -> db.transaction(tx -> tx.insertAll(MEMBER, rows, THOUSAND)))) {
            assertThatThrownBy(insert)
                    .isInstanceOfSatisfying(
                            ValidationException.class,
                            e -> assertThat(e.violations())
                                    .extracting(Violation::row)
                                    .containsExactly(31, 1_234, 3_400));
        }
        assertThat(sent).isEmpty();
    }

    @Test
    default void ofVeryManyViolationsTheFirstThousandAreToldAndAllAreCounted() {
        List<Member> rows = IntStream.range(0, 2_500)
                .mapToObj(i -> member("m" + i, "n".repeat(21), 0, 0))
                .toList();

        for (Bulk options : List.of(THOUSAND, Bulk.DEFAULT)) {
            assertThatThrownBy(() -> db().insertAll(MEMBER, rows, options))
                    .isInstanceOfSatisfying(ValidationException.class, e -> {
                        assertThat(e.violations()).hasSize(1_000);
                        assertThat(e.count()).isEqualTo(2_500);
                        assertThat(e).hasMessageContaining("2500 violations").hasMessageContaining("and 2490 more");
                    });
        }
    }

    @Test
    default void rowThatCannotBeSentIsNamedBeforeTheFirstIsSent() {
        List<Parcel> rows = IntStream.range(0, 250)
                .mapToObj(i -> new Parcel(null, BigDecimal.valueOf(i)))
                .collect(Collectors.toCollection(ArrayList::new));
        rows.set(123, new Parcel(null, new BigDecimal("0.001"))); // more digits than the column has
        List<StatementEvent> sent = new ArrayList<>();

        assertThatThrownBy(() -> recording(sent).insertAll(PARCEL, rows, Bulk.DEFAULT.withRowsPerStatement(10)))
                .isInstanceOfSatisfying(
                        BulkException.class, e -> assertThat(e.index()).isEqualTo(123));
        assertThat(sent).isEmpty();
    }

    @Test
    default void decimalWithMoreDigitsThanItsColumnIsNotSent() {
        List<StatementEvent> sent = new ArrayList<>();
        Database db = recording(sent);
        BigDecimal tooLarge = new BigDecimal("123456789.00"); // in decimal(10, 2)

        assertThatThrownBy(() ->
                        db.insertAll(PARCEL, List.of(new Parcel(null, BigDecimal.ONE), new Parcel(null, tooLarge))))
                .isInstanceOfSatisfying(
                        BulkException.class, e -> assertThat(e.index()).isEqualTo(1));
        for (Runnable tooMany : List.<Runnable>of(
                () -> update(PARCEL).set(PARCEL.WEIGHT, tooLarge),
                () -> update(PARCEL).set(PARCEL.WEIGHT, 123_456_789),
                () -> insertInto(PARCEL).set(PARCEL.WEIGHT, tooLarge.negate()))) {
            assertThatThrownBy(tooMany::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("at most 8 digits before the point for parcels.weight, got one of 9");
        }
        for (String text : List.of("123456789", "0.001", "1e999999999", "1e2147483647")) {
            assertThatThrownBy(() -> insertInto(PARCEL).setAll(Map.of("weight", text), PARCEL.WEIGHT))
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining("parcels.weight must be a value of decimal(10, 2)");
        }
        assertThat(sent).isEmpty();

        db.insertAll(
                PARCEL,
                List.of(
                        new Parcel(null, new BigDecimal("99999999.99")),
                        new Parcel(null, new BigDecimal("0E+20")),
                        new Parcel(null, new BigDecimal("1E+7"))));
        assertThat(db.fetch(select(PARCEL.WEIGHT).from(PARCEL).orderBy(PARCEL.WEIGHT.asc())))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(BigDecimal.ZERO, new BigDecimal("10000000"), new BigDecimal("99999999.99"));
    }

    @Test
    default void keysAreDrawnOncePerRow() {
        List<Parcel> rows = IntStream.range(0, 25)
                .mapToObj(i -> new Parcel(null, BigDecimal.valueOf(i)))
                .toList();
        long before = Parcels.DRAWN.get();

        db().insertAll(PARCEL, rows, Bulk.DEFAULT.withRowsPerStatement(10));

        assertThat(Parcels.DRAWN.get() - before).isEqualTo(25);
    }

    @Test
    default void rowsHoldNullAndWhatIsComputed() {
        List<Note> rows = List.of(new Note(1, "One", 1), new Note(2, null, null), new Note(3, "Three", null));
        TableListener<Note> shouting = new TableListener<>() {
            @Override
            public Insert<Note, ?> beforeInsert(Insert<Note, ?> insert) {
                return insert.set(NOTE.TEXT, upper(value("text")));
            }
        };

        db().insertAll(NOTE, rows);
        assertThat(db().fetch(select().from(NOTE).orderBy(NOTE.ID.asc()))).isEqualTo(rows);

        db().execute(deleteFrom(NOTE).everyRow());
        db().withListener(NOTE, shouting).insertAll(NOTE, rows);
        assertThat(db().fetch(select(NOTE.TEXT, NOTE.RANK).from(NOTE).orderBy(NOTE.ID.asc())))
                .containsExactly(new Row2<>("TEXT", 1), new Row2<>("TEXT", null), new Row2<>("TEXT", null));
    }

    @Test
    default void progressIsToldAfterEachStatement() {
        List<String> told = new ArrayList<>();
        Bulk options =
                Bulk.DEFAULT.withRowsPerStatement(100).withListener((done, total) -> told.add(done + "/" + total));

        db().insertAll(MEMBER, members(250), options);

        assertThat(told).containsExactly("100/250", "200/250", "250/250");
    }

    @Test
    default void listenerThatThrowsUndoesAll() {
        Bulk options = Bulk.DEFAULT.withRowsPerStatement(10).withListener((done, total) -> {
            throw new IllegalStateException("enough");
        });

        assertThatThrownBy(() -> db().insertAll(MEMBER, members(30), options)).hasMessage("enough");
        assertThat(stored()).isZero();
    }

    @Test
    default void noRowsAreNoStatement() {
        List<StatementEvent> sent = new ArrayList<>();
        List<Member> none = List.of();

        assertThat(recording(sent).insertAll(MEMBER, none)).isZero();
        assertThat(recording(sent).insertAll(MEMBER, none, MEMBER.KEY)).isEmpty();
        assertThat(sent).isEmpty();
    }

    @Test
    default void rowsAreTakenAsTheyAreNeeded() {
        AtomicLong taken = new AtomicLong();
        List<Member> all = members(1_000);
        Collection<Member> counted = new AbstractCollection<>() {
            @Override
            public Iterator<Member> iterator() {
                taken.set(0); // the first time, all are taken to be checked
                return all.stream().peek(row -> taken.incrementAndGet()).iterator();
            }

            @Override
            public int size() {
                return 1_000;
            }
        };
        List<Long> ahead = new ArrayList<>();

        db().insertAll(
                        MEMBER,
                        counted,
                        Bulk.DEFAULT
                                .withRowsPerStatement(50)
                                .withListener((done, total) -> ahead.add(taken.get() - done)));

        assertThat(ahead).hasSize(20).allMatch(rows -> rows == 0);
        assertThat(stored()).isEqualTo(1_000);
    }

    @Test
    default void rowsThatAreLongTogetherAreSplit() {
        String notes = "ä".repeat(700_000);
        List<Member> rows = IntStream.range(0, 24)
                .mapToObj(i -> new Member(0, "m" + i, null, 0, 0, notes))
                .toList();

        db().insertAll(MEMBER, rows);

        assertThat(db().fetch(select(MEMBER.NOTES).from(MEMBER).limit(30)))
                .hasSize(24)
                .allMatch(notes::equals);
    }

    @Test
    default void transactionGoesOnAfterRowsThatWereRefused() {
        assumeTrue(findsRows());
        List<Member> wrong = members(20);
        wrong.set(9, wrong.get(1));

        db().transaction(tx -> {
            tx.execute(insertInto(MEMBER).row(member("first", null, 0, 0)));
            assertThatThrownBy(() -> tx.insertAll(MEMBER, wrong)).isInstanceOf(BulkException.class);
            return tx.insertAll(MEMBER, List.of(member("last", null, 0, 0)));
        });

        assertThat(db().fetch(select(MEMBER.EMAIL).from(MEMBER).orderBy(MEMBER.EMAIL.asc())))
                .containsExactly("first", "last");
    }
}
