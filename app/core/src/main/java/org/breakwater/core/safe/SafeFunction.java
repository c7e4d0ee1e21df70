package org.breakwater.core.safe;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.safe.SafeChange.Arguments;
import org.breakwater.core.value.Bytes;

/// The functions by which a Safe changes itself. Each takes calls from the Safe alone.
enum SafeFunction {
    ADD_OWNER(
            "addOwnerWithThreshold(address owner,uint256 threshold)",
            arguments -> new SafeChange.AddOwner(arguments.address(0), arguments.number(1))),
    REMOVE_OWNER(
            "removeOwner(address prevOwner,address owner,uint256 threshold)",
            arguments -> new SafeChange.RemoveOwner(arguments.address(0), arguments.address(1), arguments.number(2))),
    SWAP_OWNER(
            "swapOwner(address prevOwner,address oldOwner,address newOwner)",
            arguments -> new SafeChange.SwapOwner(arguments.address(0), arguments.address(1), arguments.address(2))),
    CHANGE_THRESHOLD(
            "changeThreshold(uint256 threshold)", arguments -> new SafeChange.ChangeThreshold(arguments.number(0))),
    ENABLE_MODULE("enableModule(address module)", arguments -> new SafeChange.EnableModule(arguments.address(0))),
    DISABLE_MODULE(
            "disableModule(address prevModule,address module)",
            arguments -> new SafeChange.DisableModule(arguments.address(0), arguments.address(1))),
    SET_GUARD(
            "setGuard(address guard)",
            SafeVersion.V1_3_0,
            SafeVersion.V1_5_0,
            arguments -> new SafeChange.SetGuard(arguments.address(0))),
    SET_MODULE_GUARD(
            "setModuleGuard(address moduleGuard)",
            SafeVersion.V1_5_0,
            SafeVersion.V1_5_0,
            arguments -> new SafeChange.SetModuleGuard(arguments.address(0))),
    SET_FALLBACK_HANDLER(
            "setFallbackHandler(address handler)",
            SafeVersion.V1_1_0,
            SafeVersion.V1_5_0,
            arguments -> new SafeChange.SetFallbackHandler(arguments.address(0))),
    CHANGE_MASTER_COPY(
            "changeMasterCopy(address masterCopy)",
            SafeVersion.V0_1_0,
            SafeVersion.V1_2_0,
            arguments -> new SafeChange.ChangeMasterCopy(arguments.address(0)));

    private final FunctionSignature signature;
    private final SafeVersion first;
    private final SafeVersion last;
    private final Function<Arguments, SafeChange> change;

    SafeFunction(String signature, SafeVersion first, SafeVersion last, Function<Arguments, SafeChange> change) {
        this.signature = FunctionSignature.parse(signature);
        this.first = first;
        this.last = last;
        this.change = change;
    }

    SafeFunction(String signature, Function<Arguments, SafeChange> change) {
        this(signature, SafeVersion.V0_1_0, SafeVersion.V1_5_0, change);
    }

    static Optional<SafeFunction> calledBy(Bytes data) {
        return Arrays.stream(values())
                .filter(function -> function.signature.isCalledBy(data))
                .findFirst();
    }

    FunctionSignature signature() {
        return signature;
    }

    /// Whether Safes of a version have it. Others pass the call on to their fallback handler.
    boolean isIn(SafeVersion version) {
        return version.isAtLeast(first) && last.isAtLeast(version);
    }

    Decoding<SafeChange> decode(Bytes data) {
        return switch (AbiDecoder.call(signature, data)) {
            case Decoding.Decoded(var call) -> new Decoding.Decoded<>(change.apply(new Arguments(call.values())));
            case Decoding.Refused(var refusal) -> new Decoding.Refused<>(refusal);
        };
    }
}
