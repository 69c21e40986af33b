package dev.rowan.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.NotIncludedException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** {@link Many} and {@link One}, loaded and not. */
class AssociationsTest {
    private final Many<String> unloadedMany = Many.unloaded("Order.lineItems");
    private final One<String> unloadedOne = One.unloaded("Order.customer");

    @Test
    void accessToWhatWasNotIncludedNamesTheInclude() {
        assertThatThrownBy(() -> unloadedMany.size())
                .isInstanceOf(NotIncludedException.class)
                .hasMessageContaining(".include(…) for Order.lineItems");
        assertThatThrownBy(() -> unloadedMany.get(0)).isInstanceOf(NotIncludedException.class);
        assertThatThrownBy(() -> unloadedMany.iterator().hasNext()).isInstanceOf(NotIncludedException.class);
        assertThatThrownBy(() -> unloadedMany.stream().count()).isInstanceOf(NotIncludedException.class);
        assertThatThrownBy(unloadedOne::get)
                .isInstanceOf(NotIncludedException.class)
                .hasMessageContaining(".include(…) for Order.customer");
        assertThatThrownBy(unloadedOne::optional).isInstanceOf(NotIncludedException.class);
    }

    @Test
    void unloadedNeverThrowsInToStringEqualsAndHashCode() {
        assertThat(unloadedMany.toString()).isEqualTo("(not included)");
        assertThat(unloadedOne.toString()).isEqualTo("(not included)");
        assertThat(unloadedMany.equals(Many.unloaded())).isTrue();
        assertThat(unloadedMany.equals(Many.of(List.of()))).isFalse();
        assertThat(Many.of(List.of()).equals(unloadedMany)).isFalse();
        assertThat(unloadedOne.equals(One.unloaded())).isTrue();
        assertThat(unloadedOne.equals(One.none())).isFalse();
        assertThat(unloadedMany.hashCode()).isEqualTo(Many.unloaded().hashCode());
        assertThat(unloadedOne.hashCode()).isEqualTo(One.unloaded().hashCode());
    }

    @Test
    void loadedManyIsAListOfItsOwn() {
        List<String> source = new ArrayList<>(List.of("a", "b"));

        Many<String> many = Many.of(source);
        source.clear();

        assertThat(many).containsExactly("a", "b").isEqualTo(List.of("a", "b"));
        assertThat(many.isLoaded()).isTrue();
        assertThatThrownBy(() -> many.add("c")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void oneIsARecordOrNone() {
        assertThat(One.of("a").get()).isEqualTo("a");
        assertThat(One.of("a")).isEqualTo(One.of("a")).isNotEqualTo(One.of("b"));
        assertThat(One.none().optional()).isEmpty();
        assertThatThrownBy(() -> One.none().get()).isInstanceOf(NoSuchElementException.class);
    }
}
