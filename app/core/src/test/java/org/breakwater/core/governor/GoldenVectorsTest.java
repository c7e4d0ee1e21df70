package org.breakwater.core.governor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.typeddata.TypedDomain;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.Test;

/// The ids and ballots of a Governor 5.x, against vectors that another encoder computed.
class GoldenVectorsTest {

    private static final Address GOVERNOR = Address.parse("0x" + "11".repeat(20));
    private static final Address VOTER = Address.parse("0x" + "33".repeat(20));
    private static final String DESCRIPTION = "Raise claim quorum to 5%";
    private static final BigInteger PROPOSAL =
            new BigInteger("82191767776668072566225738831148305076331224104199905848794441865171689274209");

    private static final ProposalActions ACTIONS = new ProposalActions(
            List.of(Address.parse("0x" + "22".repeat(20))),
            List.of(BigInteger.ZERO),
            List.of(Bytes.fromHex("0xc1ba4e59" + "0".repeat(63) + "5")),
            Keccak.hash(DESCRIPTION));

    private static final TypedDomain DOMAIN = new TypedDomain(
            Optional.of("ClaimsGovernor"),
            Optional.of("1"),
            Optional.of(BigInteger.valueOf(31_337)),
            Optional.of(GOVERNOR),
            Optional.empty());

    private static Hash32 hash(String hex) {
        return Hash32.fromHex(hex);
    }

    @Test
    void idSaltAndOperationAreTheContracts() {
        assertThat(ACTIONS.description())
                .isEqualTo(hash("0x0422d70c8a7c1f3447baf92565db66fee71f7e5d460cde101fc81fdfd30794f2"));
        assertThat(ACTIONS.id()).isEqualTo(PROPOSAL);
        assertThat(ACTIONS.salt(GOVERNOR))
                .isEqualTo(hash("0x1533c61d9b6d0e2556abe83474ca77eff60e6f4c460cde101fc81fdfd30794f2"));
        assertThat(ACTIONS.operation(GOVERNOR))
                .isEqualTo(hash("0xaaa3acfe665b90efacce364394f23f11f98deaf672d20f5c8faf506ef32cbf84"));
    }

    @Test
    void aBallotWithoutReasonIsABallot() {
        var document = new ProposalBallot(PROPOSAL, Support.FOR, VOTER, BigInteger.ZERO, "").document(DOMAIN);

        assertThat(document.primaryType()).isEqualTo("Ballot");
        assertThat(document.types().typeHash("Ballot"))
                .isEqualTo(hash("0xf2aad550cf55f045cb27e9c559f9889fdfb6e6cdaa032301d6ea397784ae51d7"));
        assertThat(document.domainHash())
                .isEqualTo(hash("0x336d1f757b77d8d1cf20ef89b862c8af50cc5975221090b08ccc0f76a8ee38bd"));
        assertThat(document.messageHash())
                .isEqualTo(hash("0x96692f771fa56e89a9c48547ee293895152385c805af6db2977156a103d576c7"));
        assertThat(document.hash())
                .isEqualTo(hash("0x4606d9b4186db55994b3659cdac71b3b58112081c837b5333ec9d3472a7fc66e"));
    }

    @Test
    void aBallotWithAReasonIsAnExtendedBallot() {
        var ballot = new ProposalBallot(
                PROPOSAL, Support.AGAINST, VOTER, BigInteger.ONE, "Evidence item 4 shows the loss predates cover");
        var document = ballot.document(DOMAIN);

        assertThat(document.types().typeHash("ExtendedBallot"))
                .isEqualTo(hash("0x3e83946653575f9a39005e1545185629e92736b7528ab20ca3816f315424a811"));
        assertThat(document.messageHash())
                .isEqualTo(hash("0xb353f79038c6d9bd0673071354aec5a274f813419ba5edc3c4b830166f54038b"));
        assertThat(document.hash())
                .isEqualTo(hash("0x90808d546e37ff0cdfdc133899be4dc8ad3e1e206f1f7079574a5b9074e32b6f"));
    }

    @Test
    void oneMoreNewlineIsAnotherProposal() {
        var other = new ProposalActions(
                ACTIONS.targets(), ACTIONS.values(), ACTIONS.calldatas(), Keccak.hash(DESCRIPTION + "\n"));

        assertThat(other.id()).isNotEqualTo(PROPOSAL);
    }
}
