package dev.rowan.check;

import dev.rowan.execute.StatementCounter;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test that asks for it a counter of its own, for queries in a loop:
 *
 * <pre>{@code
 * @ExtendWith(CountedStatements.class)
 * final class HistoryTest {
 *     @Test
 *     void historyNeedsTwoStatements(StatementCounter counter) {
 *         Database counted = db.withListener(counter);
 *         counter.assertStatements(2, () -> new Histories(counted).of(42));
 *     }
 * }
 * }</pre>
 */
public final class CountedStatements implements ParameterResolver {
    /** Creates the extension, as JUnit does. */
    public CountedStatements() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == StatementCounter.class;
    }

    @Override
    public StatementCounter resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return new StatementCounter();
    }
}
