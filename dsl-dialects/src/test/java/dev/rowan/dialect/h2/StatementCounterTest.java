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
import dev.rowan.execute.Database;
import dev.rowan.execute.StatementCounter;
import dev.rowan.shop.Product;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Statements in a loop are found, and named by the line that sends them. */
class StatementCounterTest {
    private final Database db = Database.connect("jdbc:h2:mem:counted");

    StatementCounterTest() {
        db.execute(createTable(PRODUCT));
        db.execute(insertInto(PRODUCT).rows(List.of(new Product(1, "Tea", 450, 10), new Product(2, "Cup", 900, 1))));
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void countsStatementsByTheirText() {
        StatementCounter counter = new StatementCounter();
        Database watched = db.withListener(counter);

        findAll(watched, 5);
        watched.fetch(select().from(PRODUCT));

        assertThat(counter.total()).isEqualTo(6);
        assertThat(counter.counts()).hasSize(2).containsValue(5L);
        counter.reset();
        assertThat(counter.counts()).isEmpty();
    }

    private static void findAll(Database db, int times) {
        for (int id = 1; id <= times; id++) {
            db.find(PRODUCT.KEY, id);
        }
    }

    @Test
    void wrongNumberIsAnAssertionErrorThatListsTheStatements() {
        StatementCounter counter = new StatementCounter();
        Database watched = db.withListener(counter);

        assertThat(counter.assertStatements(1, () -> watched.fetch(select().from(PRODUCT))))
                .hasSize(2);
        counter.assertStatements(3, () -> findAll(watched, 3));
        assertThatThrownBy(() -> counter.assertStatements(1, () -> findAll(watched, 3)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected 1 statements, got 3")
                .hasMessageContaining("3 x select");
    }

    @Test
    void loopFailsAndItsLineIsNamed() {
        Database watched = db.withListener(StatementCounter.failingAbove(10));

        findAll(watched, 10);
        assertThatThrownBy(() -> findAll(watched, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("11 times")
                .hasMessageContaining("findAll(StatementCounterTest.java:")
                .hasMessageContaining("from \"products\"");
        assertThatThrownBy(() -> StatementCounter.failingAbove(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void loopIsWarnedOfOnce() {
        Logger logger = (Logger) LoggerFactory.getLogger(StatementCounter.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);

        findAll(db.withListener(StatementCounter.warningAbove(3)), 9);

        logger.detachAppender(log);
        assertThat(log.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage()).contains("StatementCounterTest.java"));
    }
}
