package dev.rowan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Identifier;
import dev.rowan.query.SqlStatement;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.RenderedSql;
import dev.rowan.render.Support;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** What one statement shall be rendered to, dialect by dialect; see {@link RenderingTest}. */
public final class Rendering {
    private static final String STANDARD = "Standard";

    private final SqlStatement statement;
    private final Map<String, Text> texts = new HashMap<>();
    private final Map<String, String> refusals = new HashMap<>();
    private final Map<String, Feature> features = new HashMap<>();
    private String named = STANDARD;

    Rendering(SqlStatement statement) {
        this.statement = statement;
    }

    /** States the text in standard SQL, which each dialect that is not named shares. */
    public Rendering as(String standard) {
        return on(STANDARD, standard);
    }

    /** States the text of a dialect that differs. Its binds are those of the standard, unless {@link #binds} follows. */
    public Rendering on(String dialect, String text) {
        assertThat(refusals).as("refusals stated before").doesNotContainKey(dialect);
        assertThat(texts.put(dialect, new Text(text, Optional.empty())))
                .as("text of %s stated before", dialect)
                .isNull();
        named = dialect;
        return this;
    }

    /** States the values that are bound to the text before, in order. */
    public Rendering binds(@Nullable Object... values) {
        texts.computeIfPresent(named, (dialect, text) -> new Text(text.sql(), Optional.of(Arrays.asList(values))));
        return this;
    }

    /** States that a dialect refuses the statement for want of the feature. */
    public Rendering unsupportedOn(String dialect, Feature feature) {
        features.put(dialect, feature);
        return refusedOn(dialect, feature.words());
    }

    /** States that a dialect takes several statements for this one, and so does not render it. */
    public Rendering severalStatementsOn(String dialect, Feature feature) {
        return refusedOn(dialect, feature.words() + " in one statement");
    }

    /** States that a dialect, or the standard, refuses the statement for want of the function. */
    public Rendering withoutFunctionOn(String dialect, String function) {
        return refusedOn(dialect, "function " + function);
    }

    private Rendering refusedOn(String dialect, String words) {
        assertThat(texts).as("texts stated before").doesNotContainKey(dialect);
        refusals.put(dialect, words);
        return this;
    }

    void compareOn(Dialect dialect) {
        String refused = refusals.get(dialect.name());
        if (refused != null) {
            Feature feature = features.get(dialect.name());
            if (feature != null) {
                assertThat(dialect.support(feature))
                        .as("%s of %s", feature, dialect)
                        .isEqualTo(Support.REFUSED);
            }
            assertThatThrownBy(() -> dialect.render(statement))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining(refused);
            return;
        }
        RenderedSql rendered = dialect.render(statement);
        assertThat(rendered.text()).as("text on %s", dialect).isEqualTo(textOn(dialect));
        assertThat(rendered.binds())
                .as("binds on %s", dialect)
                .extracting(BoundValue::value)
                .isEqualTo(bindsOn(dialect));
    }

    private String textOn(Dialect dialect) {
        Text own = texts.get(dialect.name());
        if (own != null) {
            return own.sql();
        }
        return quoted(standard().sql(), dialect.quotes());
    }

    /** The text with each name in the quotes of a dialect; in no text does a name hold a quote. */
    private static String quoted(String standard, Identifier.Quotes quotes) {
        String name = Identifier.of("x").quoted(quotes);
        char open = name.charAt(0);
        char close = name.charAt(2);
        return standard.replaceAll("\"([^\"]*)\"", Matcher.quoteReplacement(String.valueOf(open)) + "$1" + close);
    }

    private List<?> bindsOn(Dialect dialect) {
        return Optional.ofNullable(texts.get(dialect.name()))
                .flatMap(Text::binds)
                .or(() -> standard().binds())
                .orElse(List.of());
    }

    private Text standard() {
        Text standard = texts.get(STANDARD);
        assertThat(standard)
                .as("standard text, stated by as(…), of %s", statement)
                .isNotNull();
        return standard;
    }

    /** A dialect that is named and not there would be a statement that nothing tests. */
    void compareNames(Collection<String> dialects) {
        assertThat(texts.keySet())
                .as("dialects named")
                .allMatch(name -> name.equals(STANDARD) || dialects.contains(name));
        assertThat(refusals.keySet())
                .as("dialects named")
                .allMatch(name -> name.equals(STANDARD) || dialects.contains(name));
    }

    private record Text(String sql, Optional<List<?>> binds) {}
}
