package dev.rowan.dialect;

import static dev.rowan.dialect.NumberLimits.LARGEST_UNSIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.RowanException;
import dev.rowan.execute.Database;
import dev.rowan.server.MariaDbServer;
import dev.rowan.server.MySqlServer;
import dev.rowan.server.PostgresServer;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that are wider than their column was declared are an error, never another number; wide enough ones are read exactly. */
final class UnsignedColumnsTest {
    private static final SqlType<BigDecimal> DECIMAL_20 = SqlType.decimal(20, 0);

    static Stream<Supplier<String>> serversWithUnsignedTypes() {
        return Stream.of(() -> MySqlServer.newDatabase("unsigned"), () -> MariaDbServer.newDatabase("unsigned"));
    }

    private static void run(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void assertRefuses(Database db, String table, SqlType<?> type) {
        assertThatThrownBy(() -> NumberLimits.read(db, table, type))
                .as("%s read as %s", table, type)
                .isInstanceOf(RowanException.class);
    }

    @ParameterizedTest
    @MethodSource("serversWithUnsignedTypes")
    void unsignedNumbersAreReadByAWiderTypeAndRefusedByANarrowerOne(Supplier<String> server) throws SQLException {
        String url = server.get();
        run(
                url,
                "create table ints (id bigint primary key, value int unsigned)",
                "create table longs (id bigint primary key, value bigint unsigned)",
                "insert into ints values (1, 4294967295), (2, 0), (3, null)",
                "insert into longs values (1, 18446744073709551615), (2, 0), (3, null)");
        try (Database db = Database.connect(url)) {
            assertThat(NumberLimits.read(db, "ints", SqlType.BIGINT)).containsExactly(4_294_967_295L, 0L, null);
            assertThat(NumberLimits.find(db, "ints", SqlType.BIGINT, 4_294_967_295L))
                    .containsExactly(1L);
            assertThat(NumberLimits.read(db, "longs", DECIMAL_20))
                    .containsExactly(LARGEST_UNSIGNED, BigDecimal.ZERO, null);
            assertThat(NumberLimits.find(db, "longs", DECIMAL_20, LARGEST_UNSIGNED))
                    .containsExactly(1L);
            NumberLimits.insert(db, "longs", DECIMAL_20, 4, LARGEST_UNSIGNED);
            assertThat(NumberLimits.read(db, "longs", DECIMAL_20).get(3)).isEqualTo(LARGEST_UNSIGNED);

            assertRefuses(db, "ints", SqlType.INTEGER);
            assertRefuses(db, "ints", SqlType.SMALLINT);
            assertRefuses(db, "longs", SqlType.BIGINT);
            assertRefuses(db, "longs", SqlType.INTEGER);
            assertThatThrownBy(() -> NumberLimits.insert(db, "ints", SqlType.BIGINT, 5, 4_294_967_296L))
                    .isInstanceOf(RowanException.class);
            assertThatThrownBy(() -> NumberLimits.insert(db, "ints", SqlType.INTEGER, 5, -1))
                    .isInstanceOf(RowanException.class);
            run(url, "delete from ints where value is null");
            assertThatThrownBy(() -> NumberLimits.readInts(db, "ints")).isInstanceOf(RowanException.class);
        }
    }

    @Test
    void largeNumberOfPostgresIsRefusedByANarrowerType() throws SQLException {
        assertThatNarrowIsRefused(PostgresServer.newDatabase("narrow"));
    }

    @Test
    void largeNumberOfH2IsRefusedByANarrowerType() throws SQLException {
        assertThatNarrowIsRefused("jdbc:h2:mem:narrow;DB_CLOSE_DELAY=-1;DATABASE_TO_UPPER=FALSE;NON_KEYWORDS=VALUE");
    }

    private static void assertThatNarrowIsRefused(String url) throws SQLException {
        run(
                url,
                "create table longs (id bigint primary key, value bigint)",
                "create table decimals (id bigint primary key, value decimal(30, 10))",
                "insert into longs values (1, 2147483648)",
                "insert into decimals values (1, 9223372036854775808)");
        try (Database db = Database.connect(url)) {
            assertThat(NumberLimits.read(db, "longs", SqlType.BIGINT)).containsExactly(2_147_483_648L);
            assertRefuses(db, "longs", SqlType.INTEGER);
            assertRefuses(db, "longs", SqlType.SMALLINT);
            assertThatThrownBy(() -> NumberLimits.readInts(db, "longs")).isInstanceOf(RowanException.class);
            assertRefuses(db, "decimals", SqlType.BIGINT);
            assertRefuses(db, "decimals", SqlType.INTEGER);
        }
    }
}
