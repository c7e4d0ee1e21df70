package org.breakwater.core.safe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.breakwater.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeVersionTest {

    @ParameterizedTest
    @EnumSource(SafeVersion.class)
    void everyVersionIsReadFromItsOwnText(SafeVersion version) throws ProblemException {
        assertThat(SafeVersion.parse(version.toString())).isEqualTo(version);
        assertThat(SafeVersion.parse(version + "+L2")).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.3", "1.3.0 ", "v1.3.0", "1.3.0+L3", "1.6.0", "2.0.0", "+L2", "1.3.0+L2+L2"})
    void aVersionThatIsNotKnownIsNotGuessedAt(String text) {
        assertThatThrownBy(() -> SafeVersion.parse(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("It knows 0.1.0, 1.0.0,");
    }

    @Test
    void theChainIsPartOfTheDomainSince130() {
        assertThat(SafeVersion.V1_2_0.hasChainInDomain()).isFalse();
        assertThat(SafeVersion.V1_3_0.hasChainInDomain()).isTrue();
    }
}
