package dev.rowan.trino;

import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Products.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.contract.DialectContract;
import dev.rowan.error.QueryException;
import dev.rowan.execute.Database;
import dev.rowan.render.Feature;
import dev.rowan.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract, on tables in memory; tests that ask for what Trino has not are given up, as listed. */
@Tag("soak")
@LacksOfTrino
final class TrinoContractTest extends DialectContract {
    private static final String NO_CHANGES = "does not support modifying table rows";

    private final MemoryTables memory = new MemoryTables();

    @Override
    protected String newDatabase() {
        return TrinoServer.newDatabase("contract");
    }

    @Override
    protected Database opened(Database handle) {
        return memory.watched(handle);
    }

    @Override
    public void create(Table<?> table) {
        MemoryTables.create(db(), table);
    }

    @Override
    protected void emptyTables(List<Table<?>> tables) {
        memory.empty(db(), tables);
    }

    /**
     * The example of a rollup has a computed key, which is refused; that of letters beyond ASCII updates a row; that of serializable
     * transactions takes the update that fails for one that fell to another.
     */
    @Override
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ROLLUP", "CASE_BEYOND_ASCII", "SERIALIZABLE"})
    public void featureIsNativeJustWhereTheServerUnderstandsTheStandard(Feature feature) {
        super.featureIsNativeJustWhereTheServerUnderstandsTheStandard(feature);
    }

    /** Tables in memory hold no keys, so nobody refuses the second row. */
    @Override
    @Test
    public void secondRowOfAPrimaryKeyIsAUniqueViolation() {
        var insert = insertInto(PRODUCT)
                .set(PRODUCT.ID, 4242)
                .set(PRODUCT.NAME, "cup")
                .set(PRODUCT.PRICE_IN_CENTS, 1)
                .set(PRODUCT.STOCK, 1);
        db().execute(insert);
        db().execute(insert);

        assertThat(db().count(select().from(PRODUCT))).isEqualTo(2);
    }

    /** A recursion ends after ten rounds. */
    @Override
    @Test
    public void recursiveCounts() {
        assertThatThrownBy(super::recursiveCounts)
                .isInstanceOf(QueryException.class)
                .rootCause()
                .hasMessageContaining("Recursion depth limit exceeded (10)");
    }

    /** One of the queries that are right elsewhere deletes. */
    @Override
    @Test
    public void checkFindsTheQueriesThatDoNotFit() {
        assertThatThrownBy(super::checkFindsTheQueriesThatDoNotFit)
                .hasMessageContaining("Right.FORGET: Trino 435.0 has no delete;");
    }

    /** What is written by hand is the server's to refuse. */
    @Override
    @Test
    public void queryByHandMayQuoteItsNames() {
        assertThatThrownBy(super::queryByHandMayQuoteItsNames).rootCause().hasMessageContaining(NO_CHANGES);
    }

    /** What is written by hand is the server's to refuse. */
    @Override
    @Test
    public void commandByHandBindsByName() {
        assertThatThrownBy(super::commandByHandBindsByName).rootCause().hasMessageContaining(NO_CHANGES);
    }
}
