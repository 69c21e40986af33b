package dev.rowan.bench;

import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

class AgreementTest {
    @Test
    void contestantsDoTheSame() {
        assertThatNoException().isThrownBy(Agreement::check);
    }
}
