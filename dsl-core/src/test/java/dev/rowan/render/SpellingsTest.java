package dev.rowan.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.contract.StandardDialect;
import org.junit.jupiter.api.Test;

class SpellingsTest {
    @Test
    void laterSpellingReplacesEarlierOne() {
        Spellings refusing = Spellings.none().with("f", "g({0})").refused("say h", "f", "e");

        assertThat(refusing.refused()).containsExactly("e", "f");
        assertThat(refusing.with("f", "h({0})").refused()).containsExactly("e");
        assertThat(refusing.and(Spellings.none().with("e", "h({0})")).refused()).containsExactly("f");
        assertThat(refusing.get("g")).isNull();
    }

    @Test
    void dialectNamesWhatItRefuses() {
        StandardDialect dialect = new StandardDialect();

        assertThat(dialect.refusedFunctions())
                .contains("json_text")
                .doesNotContain("position")
                .allMatch(dialect::refuses);
    }

    @Test
    void everyPartOfEveryTypeIsSpelled() {
        Spellings times = Spellings.none().times("move", (part, type) -> part + " " + type);

        assertThat(times.get("move_week_of_instant")).isNotNull();
        assertThat(times.get("move_second_of_time")).isNotNull();
    }
}
