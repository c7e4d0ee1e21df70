package org.breakwater.core.stress.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.stress.RiskTarget;
import org.breakwater.core.stress.Scenario.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnScenarioTest {

    private static final Loss HALF = new Loss(new RiskTarget.Subject(1), 5_000);

    @ParameterizedTest
    @CsvSource({"50, 5000", "12.5, 1250", "0.01, 1", "100, 10000", "100.00, 10000", "007, 700", "' 3 ', 300"})
    void aShareIsReadToTheBasisPoint(String text, int bps) throws ProblemException {
        assertThat(HitShare.parse(text)).isEqualTo(bps);
        assertThat(HitShare.parse(HitShare.written(bps))).isEqualTo(bps);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0.00", "100.01", "101", "1e1", "-5", "5 %", "12.345", "٣", "NaN", "1,5"})
    void whatIsNoShareIsRefusedWithWhatWouldBe(String text) {
        assertThatThrownBy(() -> HitShare.parse(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("from 0.01 to 100");
    }

    @Test
    void aScenarioThatCannotHappenIsRefusedInASentence() {
        assertThatThrownBy(() -> OwnScenario.of(1, "  ", List.of(HALF))).hasMessageContaining("no name");
        assertThatThrownBy(() -> OwnScenario.of(1, "x".repeat(81), List.of(HALF)))
                .hasMessageContaining("81 characters");
        assertThatThrownBy(() -> OwnScenario.of(1, "a\u0007b", List.of(HALF))).hasMessageContaining("cannot be seen");
        assertThatThrownBy(() -> OwnScenario.of(1, "Nothing", List.of())).hasMessageContaining("Nothing is hit");
        assertThatThrownBy(() -> OwnScenario.of(1, "Twice", List.of(HALF, HALF)))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> OwnScenario.of(1, "None", List.of(new Loss(HALF.target(), 0))))
                .hasMessageContaining("0.01");
        var many = LongStream.rangeClosed(1, 201)
                .mapToObj(id -> new Loss(new RiskTarget.Subject(id), 1))
                .toList();
        assertThatThrownBy(() -> OwnScenario.of(1, "Many", many)).hasMessageContaining("at most 200");
        assertThatThrownBy(() -> OwnScenario.of(1, "Many", Collections.nCopies(2, HALF)))
                .isInstanceOf(ProblemException.class);
    }
}
