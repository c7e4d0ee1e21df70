package org.breakwater.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.call.ParameterStep.Way;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeChange;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.junit.jupiter.api.Test;

class CallReaderTest {

    private static final Address REGISTRY = Address.parse("0x00000000000000000000000000000000000000aa");
    private static final Address STRANGER = Address.parse("0x00000000000000000000000000000000000000bb");
    private static final Address SAFE = Address.parse("0x00000000000000000000000000000000000000cc");
    private static final SafeDomain DOMAIN = new SafeDomain(SafeVersion.V1_4_1, new ChainId(31_337), SAFE);

    private static final FunctionSignature PROPOSE =
            FunctionSignature.parse("proposeChange(bytes32 key,bytes32 scope,uint128 newValue,bytes32 rationaleHash)");

    private final CallReader reader = new CallReader(address -> address.equals(REGISTRY)
            ? Optional.of(new ContractInterface("ParameterRegistry", List.of(PROPOSE)))
            : Optional.empty());

    private static Bytes proposal() {
        var key = new AbiValue.Binary(ParameterKey.INCIDENT_CAP.word().bytes());
        var scope = new AbiValue.Binary(ParameterScope.pool(2).encoded().bytes());
        return AbiEncoder.call(PROPOSE, List.of(key, scope, AbiValue.Whole.of(3_400), key));
    }

    private CallReading read(Address target, Bytes calldata) {
        return reader.read(target, BigInteger.ZERO, calldata);
    }

    @Test
    void aChangeOfAParameterIsReadFromItsCalldata() {
        assertThat(ParameterStep.of(read(REGISTRY, proposal())))
                .contains(new ParameterStep(
                        Way.PROPOSED,
                        ParameterKey.INCIDENT_CAP.word(),
                        ParameterScope.pool(2),
                        BigInteger.valueOf(3_400)));
    }

    @Test
    void theSameCalldataToAStrangerIsNotUnderstood() {
        assertThat(read(STRANGER, proposal())).isInstanceOf(CallReading.Unreadable.class);
    }

    @Test
    void aByteAfterTheLastArgumentIsRefusedAndNamed() {
        var reading = read(REGISTRY, Bytes.concat(proposal(), Bytes.fromHex("00")));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        CallReading.Unreadable.class,
                        unreadable -> assertThat(unreadable.why()).contains("Byte 132"));
    }

    @Test
    void aFunctionThatTheContractDoesNotHaveIsNamedByItsSelector() {
        assertThat(read(REGISTRY, Bytes.fromHex("0xdeadbeef")))
                .isEqualTo(new CallReading.Unreadable("ParameterRegistry has no function 0xdeadbeef."));
    }

    @Test
    void aDelegateCallIsForeignCodeWhateverItsCalldataLooksLike() {
        var call = new SafeCall(Operation.DELEGATE_CALL, REGISTRY, BigInteger.ZERO, proposal());

        assertThat(reader.read(DOMAIN, call)).isEqualTo(new CallReading.ForeignCode());
    }

    @Test
    void aCallOfTheSafeToItselfChangesIt() {
        var change = new SafeChange.AddOwner(STRANGER, BigInteger.ONE);

        assertThat(reader.read(DOMAIN, SafeCall.of(SAFE, change.calldata())))
                .isEqualTo(new CallReading.ChangesSafe(SAFE, change));
    }

    @Test
    void anEmptyCallOfTheSafeToItselfUsesUpTheNonce() {
        assertThat(reader.read(DOMAIN, SafeCall.of(SAFE, Bytes.EMPTY))).isEqualTo(new CallReading.Rejection());
    }

    @Test
    void aCallWithoutCalldataIsAPayment() {
        assertThat(reader.read(STRANGER, BigInteger.TEN, Bytes.EMPTY))
                .isEqualTo(new CallReading.Payment(BigInteger.TEN));
    }
}
