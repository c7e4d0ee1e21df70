package org.breakwater.core.safe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NestedOwnerTest {

    private static final SafeHash SIGNED = SafeTxHash.of(Vectors.sepoliaSafe(), Vectors.transferOnSepolia());

    @Test
    void aParentBefore150HasThePreimageSigned() throws ProblemException {
        assertThat(NestedOwner.messageHash(Vectors.nestedOwner(), SafeVersion.V1_4_1, SIGNED))
                .isEqualTo(SafeMessageHash.of(Vectors.nestedOwner(), SIGNED.preimage()));
    }

    @Test
    void aParentFrom150HasTheHashSigned() throws ProblemException {
        assertThat(NestedOwner.messageHash(Vectors.nestedOwner(), SafeVersion.V1_5_0, SIGNED))
                .isEqualTo(
                        SafeMessageHash.of(Vectors.nestedOwner(), SIGNED.hash().bytes()));
    }

    @ParameterizedTest
    @CsvSource({"V1_5_0, V1_4_1", "V1_5_0, V1_3_0", "V1_5_0, V1_1_1", "V1_2_0, V1_5_0", "V1_0_0, V1_5_0"})
    void versionsThatDoNotUnderstandEachOtherAreToldToApprove(SafeVersion owner, SafeVersion parent) {
        var domain = new SafeDomain(owner, BigInteger.ONE, Address.ZERO);

        assertThatThrownBy(() -> NestedOwner.messageHash(domain, parent, SIGNED))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("approve the hash on chain");
    }

    @Test
    void anApprovalIsThePublishedOne() {
        var safe = Vectors.sepoliaSafe().safe();

        assertThat(NestedOwner.approval(safe, SIGNED.hash(), BigInteger.valueOf(4)))
                .isEqualTo(Vectors.nestedApproval());
    }
}
