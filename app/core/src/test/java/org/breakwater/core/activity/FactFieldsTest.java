package org.breakwater.core.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.breakwater.core.activity.FactFields.Field;
import org.breakwater.core.fact.ClaimFact;
import org.breakwater.core.fact.PolicyFact;
import org.breakwater.core.protocol.CloseReason;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;

class FactFieldsTest {

    @Test
    void fieldsStandInTheEventsOrderUnderItsNames() {
        assertThat(FactFields.of(new ClaimFact.PayeeSet(41, Address.ZERO)))
                .containsExactly(new Field("claimId", 41L), new Field("payTo", Address.ZERO));
    }

    @Test
    void aStructuresFieldsStandAfterItsName() {
        var policy = new PolicyFact.Policy(
                2,
                3,
                1,
                500,
                10,
                20,
                30,
                40,
                BigInteger.TEN,
                BigInteger.ZERO,
                BigInteger.ONE,
                Hash32.ZERO,
                Address.ZERO,
                CloseReason.NONE);
        var bought = new PolicyFact.PolicyBought(
                BigInteger.ONE, Address.ZERO, 2, policy, BigInteger.ONE, BigInteger.ZERO, BigInteger.ZERO);

        assertThat(FactFields.of(bought))
                .contains(new Field("policyId", BigInteger.ONE), new Field("policy.subjectId", 3L))
                .contains(new Field("policy.proofOfInterestHash", Hash32.ZERO));
    }
}
