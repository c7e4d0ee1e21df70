package org.breakwater.core.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final Draft THREE = new Draft(
            1,
            BigInteger.ONE,
            Address.ZERO,
            Optional.empty(),
            List.of(
                    WrittenCall.empty(Template.TIGHTEN_NOW),
                    WrittenCall.empty(Template.RECALL),
                    WrittenCall.empty(Template.SEND_ETHER)),
            Instant.EPOCH,
            Optional.of(Hash32.ZERO));

    private static List<Template> templates(Draft draft) {
        return draft.calls().stream().map(WrittenCall::template).toList();
    }

    @Test
    void aCallMovesAndTheOthersKeepTheirOrder() {
        assertThat(templates(THREE.moved(2, -1)))
                .containsExactly(Template.TIGHTEN_NOW, Template.SEND_ETHER, Template.RECALL);
        assertThat(templates(THREE.moved(0, 1)))
                .containsExactly(Template.RECALL, Template.TIGHTEN_NOW, Template.SEND_ETHER);
    }

    @Test
    void atItsEndsAnOrderGoesNoFurther() {
        assertThat(templates(THREE.moved(0, -1))).isEqualTo(templates(THREE));
        assertThat(templates(THREE.moved(2, 5))).isEqualTo(templates(THREE));
    }

    @Test
    void aCopyStandsRightAfterItsOriginal() {
        assertThat(templates(THREE.copied(0)))
                .containsExactly(Template.TIGHTEN_NOW, Template.TIGHTEN_NOW, Template.RECALL, Template.SEND_ETHER);
    }

    @Test
    void whatIsChangedIsNoLongerWhatWasReviewed() {
        assertThat(THREE.reviewed()).isPresent();
        assertThat(THREE.without(1).reviewed()).isEmpty();
        assertThat(THREE.at(Optional.of(BigInteger.TWO)).reviewed()).isEmpty();
    }

    @Test
    void aDraftHasNoMoreCallsThanABatchCanHave() {
        var calls = Collections.nCopies(Draft.MOST_CALLS + 1, WrittenCall.empty(Template.RECALL));

        assertThatIllegalArgumentException().isThrownBy(() -> THREE.with(calls));
    }

    @Test
    void aCallHasOnlyItsTemplatesInputs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WrittenCall.empty(Template.RECALL).with(Input.ADAPTER, "0x"));
    }
}
