package org.breakwater.core.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.stress.Assumptions.Through;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Assumptions as a person writes them.
class AssumptionsTextTest {

    private static final String STANDARD = AssumptionsText.write(Assumptions.initial());

    private static String with(String line, String other) {
        assertThat(STANDARD).contains(line + "\n");
        return STANDARD.replace(line + "\n", other + "\n");
    }

    @Test
    void whatIsWrittenIsReadAgainTheSame() throws ProblemException {
        assertThat(AssumptionsText.read(STANDARD)).isEqualTo(Assumptions.initial());
        var other = Assumptions.initial().with(new Dependence.OneFactor(0.35)).with(Through.RUN_OFF);
        assertThat(AssumptionsText.read(AssumptionsText.write(other))).isEqualTo(other);
        var none = Assumptions.initial().with(new Dependence.Independent());
        assertThat(AssumptionsText.read(AssumptionsText.write(none))).isEqualTo(none);
    }

    @Test
    void correlationsOfKindsAreWrittenLineByLineAndThoseLeftOutAreNone() throws ProblemException {
        var text = with(
                "dependence = t, 20 %, 4",
                "dependence = kinds, 20 %\ncorrelation bridge custody = 30 %\ncorrelation custody treasury = -10 %");
        var read = AssumptionsText.read(text);
        assertThat(read.dependence()).isInstanceOfSatisfying(Dependence.Sectors.class, sectors -> {
            assertThat(sectors.within()).isEqualTo(0.20);
            assertThat(sectors.between().size()).isEqualTo(ProtocolRisks.SECTORS);
        });
        assertThat(AssumptionsText.read(AssumptionsText.write(read))).isEqualTo(read);
        assertThat(AssumptionsText.differences(read, Assumptions.initial()))
                .contains("dependence", "correlation bridge custody");
    }

    @Test
    void correlationsThatContradictEachOtherAreRefused() {
        var text = with("dependence = t, 20 %, 4", """
            dependence = kinds, 20 %
            correlation bridge custody = 90 %
            correlation custody parametric = 90 %
            correlation bridge parametric = -90 %\
            """);
        assertThatThrownBy(() -> AssumptionsText.read(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("contradict each other");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        level low = 1 %          | level low = 101 %           | is not from 0 % to 100 %
        level low = 1 %          | level low = 1               | is no share such as 20 %
        level low = 1 %          | level lowest = 1 %          | The line “level low = …” is missing
        severity bridge = 75 %, 2 | severity bridge = 75 %     | It has 2 values
        severity bridge = 75 %, 2 | severity bridge = 100 %, 2 | above 0 % and below 100 %
        cause chain = 0.002, 30 % | cause chain = much, 30 %   | is no number such as 0.25
        dependence = t, 20 %, 4  | dependence = t, 100 %, 4    | This correlation is below 100 %
        dependence = t, 20 %, 4  | dependence = gauss, 20 %    | It is “independent”
        policies = renewed       | policies renewed            | It has no equals sign
        policies = renewed       | policies = some             | It is “renewed” or “run-off”
        peg = 1 %, 15 %, 4       | peg = 1 %, 15 %, 1e9        | is no number such as 0.25
        """)
    void whatDoesNotHoldIsRefusedInASentence(String line, String other, String why) {
        assertThatThrownBy(() -> AssumptionsText.read(with(line, other)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aLineThatStandsTwiceOrMeansNothingIsRefusedWithItsNumber() {
        assertThatThrownBy(() -> AssumptionsText.read(STANDARD + "peg = 1 %, 15 %, 4\n"))
                .hasMessageMatching("(?s).*Line \\d+: “peg” stands above already.*");
        assertThatThrownBy(() -> AssumptionsText.read(STANDARD + "weather = fine\n"))
                .hasMessageMatching("(?s).*Line \\d+: “weather” is nothing that is assumed.*");
        assertThatThrownBy(() -> AssumptionsText.read(" ".repeat(AssumptionsText.MOST + 1)))
                .isInstanceOf(ProblemException.class);
    }

    /// What is kept, in memory.
    private static final class Memory implements KeptAssumptions {

        private Optional<String> text = Optional.empty();

        @Override
        public Optional<String> read() {
            return text;
        }

        @Override
        public void write(Optional<String> other) {
            text = other;
        }
    }

    @Test
    void aChoiceIsKeptAndOneThatDoesNotHoldChangesNothing() throws ProblemException {
        var memory = new Memory();
        var choose = ChooseAssumptions.start(memory);
        choose.assume(with("policies = renewed", "policies = run-off"), Optional.empty());
        assertThat(choose.assumed().get().through()).isEqualTo(Through.RUN_OFF);
        assertThatThrownBy(() -> choose.assume("nonsense", Optional.empty())).isInstanceOf(ProblemException.class);
        assertThat(choose.assumed().get().through()).isEqualTo(Through.RUN_OFF);

        assertThat(ChooseAssumptions.start(memory).assumed().get().through()).isEqualTo(Through.RUN_OFF);
        choose.standard();
        assertThat(memory.text).isEmpty();
        assertThat(choose.assumed().get()).isEqualTo(Assumptions.initial());
    }

    @Test
    void whatWasKeptAndDoesNotHoldAnyMoreIsSaidAndTheStandardCounts() {
        var memory = new Memory();
        memory.text = Optional.of("nonsense");
        var choose = ChooseAssumptions.start(memory);
        assertThat(choose.unread()).isPresent();
        assertThat(choose.assumed().get()).isEqualTo(Assumptions.initial());
    }
}
