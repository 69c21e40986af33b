package dev.rowan.dialect.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.render.Dialect;
import dev.rowan.render.DialectProvider;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class OwnDialectsTest {
    @Test
    void everyProvidedDialectIsRendered() {
        assertThat(new OwnDialects().dialects())
                .extracting(Dialect::name)
                .containsExactlyInAnyOrderElementsOf(ServiceLoader.load(DialectProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(provider -> provider.getClass().getPackageName().startsWith("dev.rowan.dialect"))
                        .map(DialectProvider::name)
                        .toList());
    }
}
