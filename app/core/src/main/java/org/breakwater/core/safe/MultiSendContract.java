package org.breakwater.core.safe;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.core.value.Address;

/// The published MultiSend contracts, by the addresses that the npm package safe-deployments 1.37.63 lists.
public enum MultiSendContract {
    /// Of 1.1.1.
    V1_1_1(false, false, "0x8D29bE29923b68abfDD21e541b9374737B49cdAD"),
    /// Of 1.3.0.
    V1_3_0(
            false,
            false,
            "0xA238CBeb142c10Ef7Ad8442C6D1f9E89e07e7761",
            "0x998739BFdAAdde7C933B942a68053933098f9EDa",
            "0x0dFcccB95225ffB03c6FBB2559B530C2B7C8A912"),
    /// Of 1.3.0, without delegate calls.
    V1_3_0_CALL_ONLY(
            true,
            false,
            "0x40A2aCCbd92BCA938b02010E17A5b8929b49130D",
            "0xA1dabEF33b3B82c7814B6D82A79e50F4AC44102B",
            "0xf220D3b4DFb23C4ade8C88E526C1353AbAcbC38F"),
    /// Of 1.4.1.
    V1_4_1(false, false, "0x38869bf66a61cF6bDB996A6aE40D5853Fd43B526", "0x309D0B190FeCCa8e1D5D8309a16F7e3CB133E885"),
    /// Of 1.4.1, without delegate calls.
    V1_4_1_CALL_ONLY(
            true, false, "0x9641d764fc13c8B624c04430C7356C1C7C8102e2", "0x0408EF011960d02349d50286D20531229BCef773"),
    /// Of 1.5.0.
    V1_5_0(false, true, "0x218543288004CD07832472D464648173c77D7eB7"),
    /// Of 1.5.0, without delegate calls.
    V1_5_0_CALL_ONLY(true, true, "0xA83c336B20401Af773B6219BA5027174338D1836");

    private final boolean callOnly;
    private final boolean zeroIsSelf;
    private final Address first;
    private final Set<Address> addresses;

    MultiSendContract(boolean callOnly, boolean zeroIsSelf, String... addresses) {
        this.callOnly = callOnly;
        this.zeroIsSelf = zeroIsSelf;
        this.first = Address.parse(addresses[0]);
        this.addresses = Stream.of(addresses).map(Address::parse).collect(Collectors.toUnmodifiableSet());
    }

    /// The published contract at an address, if there is one.
    public static Optional<MultiSendContract> at(Address address) {
        return Arrays.stream(values())
                .filter(contract -> contract.addresses.contains(address))
                .findFirst();
    }

    /// Where the contract without delegate calls is that belongs to a version of the Safe, by its usual address. There
    /// is
    /// none before 1.3.0.
    public static Optional<Address> callOnly(SafeVersion version) {
        if (version.isAtLeast(SafeVersion.V1_5_0)) {
            return Optional.of(V1_5_0_CALL_ONLY.first);
        }
        if (version.isAtLeast(SafeVersion.V1_4_0)) {
            return Optional.of(V1_4_1_CALL_ONLY.first);
        }
        return version.isAtLeast(SafeVersion.V1_3_0) ? Optional.of(V1_3_0_CALL_ONLY.first) : Optional.empty();
    }

    /// Whether it refuses delegate calls.
    public boolean isCallOnly() {
        return callOnly;
    }

    /// Whether a call to the zero address goes to the Safe itself instead.
    public boolean sendsZeroToSelf() {
        return zeroIsSelf;
    }
}
