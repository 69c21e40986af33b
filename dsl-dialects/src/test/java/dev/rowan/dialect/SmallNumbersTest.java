package dev.rowan.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.dialect.Session.Server;
import dev.rowan.error.RowanException;
import dev.rowan.execute.Database;
import dev.rowan.type.SqlType;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns that the drivers of MySQL and MariaDB take for truth values or dates; what counts is how Rowan's are declared. */
final class SmallNumbersTest {
    static Stream<Session> sessions() {
        return Session.all()
                .filter(session -> session.server() == Server.MYSQL || session.server() == Server.MARIADB)
                .filter(session ->
                        session.options().isEmpty() || session.options().contains("ServerPrep"));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void numberInATinyintOfOneDigitIsKept(Session session) throws SQLException {
        String url = session.newDatabase("tinyint");
        session.run(url, "create table flags (id bigint primary key, value tinyint(1))");
        session.run(url, "insert into flags values (1, 2), (2, -128), (3, 0), (4, null)");
        try (Database db = Database.connect(url)) {
            assertThat(NumberLimits.read(db, "flags", SqlType.INTEGER)).containsExactly(2, -128, 0, null);
            assertThat(NumberLimits.read(db, "flags", SqlType.SMALLINT))
                    .containsExactly((short) 2, (short) -128, (short) 0, null);
            assertThat(NumberLimits.read(db, "flags", SqlType.BIGINT)).containsExactly(2L, -128L, 0L, null);
            assertThat(NumberLimits.find(db, "flags", SqlType.INTEGER, 2)).containsExactly(1L);

            session.run(url, "delete from flags where id = 2");
            assertThat(NumberLimits.read(db, "flags", SqlType.BOOLEAN)).containsExactly(true, false, null);
            NumberLimits.insert(db, "flags", SqlType.INTEGER, 5, 3);
            NumberLimits.insert(db, "flags", SqlType.BOOLEAN, 6, true);
            assertThatThrownBy(() -> NumberLimits.insert(db, "flags", SqlType.INTEGER, 7, 128))
                    .isInstanceOf(RowanException.class);
        }
        assertThat(session.ask(url, "select cast(value as char) from flags where id > 4 order by id"))
                .containsExactly("3", "1");
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void bitIsATruthValueOrANumber(Session session) throws SQLException {
        String url = session.newDatabase("bits");
        session.run(url, "create table bits (id bigint primary key, value bit(1))");
        session.run(url, "insert into bits values (1, 1), (2, 0), (3, null)");
        try (Database db = Database.connect(url)) {
            assertThat(NumberLimits.read(db, "bits", SqlType.BOOLEAN)).containsExactly(true, false, null);
            assertThat(NumberLimits.read(db, "bits", SqlType.INTEGER)).containsExactly(1, 0, null);
            assertThat(NumberLimits.find(db, "bits", SqlType.BOOLEAN, true)).containsExactly(1L);
            NumberLimits.insert(db, "bits", SqlType.BOOLEAN, 4, true);
        }
        assertThat(session.ask(url, "select hex(value) from bits where id = 4")).containsExactly("1");
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void yearIsANumber(Session session) throws SQLException {
        String url = session.newDatabase("years");
        session.run(url, "create table years (id bigint primary key, value year)");
        session.run(url, "insert into years values (1, 2024), (2, null)");
        try (Database db = Database.connect(url)) {
            assertThat(NumberLimits.read(db, "years", SqlType.INTEGER)).containsExactly(2024, null);
            assertThat(NumberLimits.find(db, "years", SqlType.INTEGER, 2024)).containsExactly(1L);
        }
    }
}
