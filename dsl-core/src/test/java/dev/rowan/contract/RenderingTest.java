package dev.rowan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.query.SqlStatement;
import dev.rowan.render.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/**
 * States the SQL of a statement once, in the standard's words, and after it only the exceptions:
 *
 * <pre>{@code
 * assertRenders(select(USER.NAME).from(USER).limit(10))
 *         .as("select \"users\".\"name\" from \"users\" fetch first ? rows only")
 *         .binds(10L)
 *         .on("MySQL", "select `users`.`name` from `users` limit ?");
 * }</pre>
 *
 * After each test every dialect that {@link RenderedDialects} declares is run. One that is not named must render the
 * standard text, with quotes of its own; so a new dialect edits no test, and none is left out in silence.
 */
public abstract class RenderingTest {
    private static final List<Dialect> DIALECTS = ServiceLoader.load(RenderedDialects.class).stream()
            .map(ServiceLoader.Provider::get)
            .flatMap(declared -> declared.dialects().stream())
            .toList();

    private final List<Rendering> stated = new ArrayList<>();

    /** For subclasses. */
    protected RenderingTest() {}

    /** Begins to state the SQL of a statement; the statement itself is compared when the test ends. */
    protected final Rendering assertRenders(SqlStatement statement) {
        Rendering rendering = new Rendering(statement);
        stated.add(rendering);
        return rendering;
    }

    @AfterEach
    final void compareOnEveryDialect() {
        assertThat(DIALECTS).as("dialects to render for").isNotEmpty();
        assertThat(stated).as("statements of this test").isNotEmpty();
        Stream.concat(Stream.of(new StandardDialect()), DIALECTS.stream())
                .forEach(dialect -> stated.forEach(rendering -> rendering.compareOn(dialect)));
        stated.forEach(rendering ->
                rendering.compareNames(DIALECTS.stream().map(Dialect::name).toList()));
    }
}
