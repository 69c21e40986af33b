package dev.rowan.dialect.h2;

import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Products.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.check.CountedStatements;
import dev.rowan.execute.Database;
import dev.rowan.execute.StatementCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The counter of statements as an extension of JUnit. */
@ExtendWith(CountedStatements.class)
final class CountedStatementsTest {
    @Test
    void aTestIsGivenACounterOfItsOwn(StatementCounter counter, StatementCounter other) {
        try (Database db = Database.connect("jdbc:h2:mem:counted")) {
            db.execute(createTable(PRODUCT));
            Database counted = db.withListener(counter);

            counter.assertStatements(2, () -> {
                counted.fetch(select().from(PRODUCT));
                counted.count(select().from(PRODUCT));
            });

            assertThatThrownBy(() -> counter.assertStatements(1, () -> {
                        counted.fetch(select().from(PRODUCT));
                        counted.fetch(select().from(PRODUCT));
                    }))
                    .isInstanceOf(AssertionError.class);
            assertThat(other.total()).isZero();
        }
    }
}
