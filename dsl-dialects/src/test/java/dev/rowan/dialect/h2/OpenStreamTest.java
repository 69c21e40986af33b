package dev.rowan.dialect.h2;

import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Products.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rowan.error.QueryException;
import dev.rowan.execute.Database;
import dev.rowan.execute.PoolConfig;
import dev.rowan.execute.RowStream;
import dev.rowan.shop.Product;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A stream that is left open is named by the line that opened it, and gives its connection back all the same. */
class OpenStreamTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(RowStream.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    private static Database open(String name) {
        Database db = Database.connect(
                PoolConfig.of("jdbc:h2:mem:" + name).withSize(1, 1).withConnectionTimeout(Duration.ofMillis(250)));
        db.execute(createTable(PRODUCT));
        db.execute(insertInto(PRODUCT).rows(List.of(new Product(1, "Tea", 450, 10), new Product(2, "Cup", 900, 1))));
        return db;
    }

    private static void leaveOpen(Database db) {
        assertThat(db.stream(select().from(PRODUCT)).iterator().next().name()).isEqualTo("Tea");
    }

    private List<String> warnings() {
        return List.copyOf(log.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void garbageGivesItsConnectionBackWithAWarning() {
        try (Database db = open("garbage")) {
            leaveOpen(db);

            boolean back = false;
            for (int i = 0; i < 100 && !back; i++) {
                System.gc();
                back = isFree(db);
            }

            assertThat(back).isTrue();
            assertThat(warnings()).singleElement().asString().contains("leaveOpen(OpenStreamTest.java:");
        }
    }

    private static boolean isFree(Database db) {
        try {
            return db.exists(select().from(PRODUCT));
        } catch (QueryException e) {
            return false;
        }
    }

    @Test
    void exhaustedPoolNamesTheOpenStreams() {
        try (Database db = open("exhausted_by_a_stream");
                RowStream<Product> rows = db.stream(select().from(PRODUCT))) {
            assertThatThrownBy(() -> rows.forEach(product -> db.fetch(select().from(PRODUCT))))
                    .isInstanceOfSatisfying(QueryException.class, e -> {
                        assertThat(e.kind()).isEqualTo(QueryException.Kind.POOL_TIMEOUT);
                        assertThat(e.getSuppressed()[0].toString()).contains("OpenStreamTest.java");
                    });
        }
        assertThat(warnings()).isEmpty();
    }

    @Test
    void databaseThatIsClosedClosesItsStreams() {
        Database db = open("closed_with_a_stream");
        RowStream<Product> rows = db.stream(select().from(PRODUCT));

        db.close();

        assertThat(warnings()).singleElement().asString().contains("OpenStreamTest.java:");
        assertThatThrownBy(rows::iterator).isInstanceOf(IllegalStateException.class);
    }
}
