package org.breakwater.core.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.Test;

class NewProposalTest {

    private static final Address TARGET = Address.parse("0x2222222222222222222222222222222222222222");
    private static final Address VOTER = Address.parse("0x9eF6c02FB2ECc446146E05F1fF687a788a8BF76d");
    private static final SafeCall CALL = SafeCall.of(TARGET, Bytes.fromHex("0x12345678"));

    @Test
    void itsIdIsThatOfItsActionsAndTheHashOfItsText() throws ProblemException {
        var proposal = NewProposal.of(List.of(CALL), "Raise claim quorum to 5%");

        assertThat(proposal.descriptionHash()).isEqualTo(Keccak.hash("Raise claim quorum to 5%"));
        assertThat(proposal.id())
                .isEqualTo(new ProposalActions(
                                List.of(TARGET),
                                List.of(BigInteger.ZERO),
                                List.of(CALL.data()),
                                Keccak.hash("Raise claim quorum to 5%"))
                        .id());
        assertThat(NewProposal.of(List.of(CALL), "Raise claim quorum to 5%.").id())
                .isNotEqualTo(proposal.id());
    }

    @Test
    void whatTheGovernorWouldNotTakeOrNobodyCouldReadIsRefused() {
        assertRefused(List.of(), "Text", "There is no action yet.");
        assertRefused(List.of(CALL), "  \n", "It has no text yet.");
        assertRefused(List.of(CALL), "half \ud83d", "The text has half a character in it.");
        assertRefused(Collections.nCopies(101, CALL), "Text", "at most 100 actions");
        assertRefused(
                List.of(new SafeCall(Operation.DELEGATE_CALL, TARGET, BigInteger.ZERO, Bytes.EMPTY)),
                "Text",
                "The timelock runs no foreign code as itself.");
    }

    private static void assertRefused(List<SafeCall> calls, String text, String why) {
        assertThatThrownBy(() -> NewProposal.of(calls, text)).hasMessageContaining(why);
    }

    @Test
    void theTextsEndSaysWhoMayPropose() {
        assertThat(ProposerRule.of("Text")).isEqualTo(new ProposerRule.Anybody());
        assertThat(ProposerRule.of("Text #proposer=" + VOTER)).isEqualTo(new ProposerRule.Only(VOTER));
        assertThat(ProposerRule.of("#proposer=" + VOTER.toString().toLowerCase(Locale.ROOT)))
                .isEqualTo(new ProposerRule.Only(VOTER));
        for (var unseen : List.of(
                "#proposer=" + VOTER + "\n",
                "#proposer=" + VOTER + ".",
                "#proposer=0x12",
                "#proposer= " + VOTER,
                "#proposer=" + VOTER.toString().replace('9', 'g'))) {
            assertThat(ProposerRule.of(unseen)).as(unseen).isEqualTo(new ProposerRule.Unseen());
        }
        assertThat(ProposerRule.of("ä".repeat(30) + "#proposer=" + VOTER))
                .as("it is counted in bytes")
                .isEqualTo(new ProposerRule.Only(VOTER));
    }

    @Test
    void aTextIsRestrictedOnceAndToAnother() {
        var once = ProposerRule.restricted("# Text\n", VOTER);
        assertThat(once).isEqualTo("# Text\n\n#proposer=" + VOTER);
        assertThat(ProposerRule.restricted(once, VOTER)).isEqualTo(once);
        assertThat(ProposerRule.restricted(once, TARGET)).isEqualTo("# Text\n\n#proposer=" + TARGET);
        assertThat(ProposerRule.free(once).strip()).isEqualTo("# Text");
    }
}
