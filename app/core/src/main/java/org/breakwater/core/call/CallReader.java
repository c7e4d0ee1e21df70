package org.breakwater.core.call;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.safe.BatchedCall;
import org.breakwater.core.safe.MultiSend;
import org.breakwater.core.safe.MultiSendContract;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeChange;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Selector;

/// Reads calls against the interfaces of the contracts that they go to. It knows no names and takes nobody's word.
public final class CallReader {

    private final ContractInterfaces interfaces;

    public CallReader(ContractInterfaces interfaces) {
        this.interfaces = interfaces;
    }

    /// Reads an ordinary call.
    ///
    /// @param value wei
    public CallReading read(Address target, BigInteger value, Bytes calldata) {
        if (calldata.isEmpty()) {
            return new CallReading.Payment(value);
        }
        var known = interfaces.at(target);
        if (known.isEmpty()) {
            return new CallReading.Unreadable("No interface is known for " + target + ".");
        }
        if (calldata.length() < Selector.LENGTH) {
            return new CallReading.Unreadable("The calldata is too short to call a function.");
        }
        var contract = known.get();
        return contract.calledBy(calldata)
                .map(function -> switch (AbiDecoder.call(function, calldata)) {
                    case Decoding.Decoded(var call) ->
                        (CallReading) new CallReading.Understood(contract.contract(), call);
                    case Decoding.Refused(var refusal) -> new CallReading.Unreadable(refusal.toString());
                })
                .orElseGet(() -> new CallReading.Unreadable(
                        contract.contract() + " has no function " + calldata.slice(0, Selector.LENGTH) + "."));
    }

    /// Reads what a Safe does.
    public CallReading read(SafeDomain safe, SafeCall call) {
        var change = SafeChange.in(safe, call.operation(), call.to(), call.data());
        if (change.isPresent()) {
            return switch (change.get()) {
                case Decoding.Decoded(var decoded) -> new CallReading.ChangesSafe(safe.safe(), decoded);
                case Decoding.Refused(var refusal) -> new CallReading.Unreadable(refusal.toString());
            };
        }
        if (call.operation() != Operation.CALL) {
            return new CallReading.ForeignCode();
        }
        if (call.to().equals(safe.safe())
                && call.data().isEmpty()
                && call.value().signum() == 0) {
            return new CallReading.Rejection();
        }
        return read(call.to(), call.value(), call.data());
    }

    /// Reads what a Safe does, call by call: those of a batch, if it runs a published MultiSend and the batch is
    /// understood to its last byte, else the call itself.
    public List<CallReading> readAll(SafeDomain safe, SafeCall call) {
        if (call.operation() == Operation.DELEGATE_CALL
                && MultiSendContract.at(call.to()).isPresent()
                && MultiSend.parse(call.to(), safe.safe(), call.data()) instanceof Decoding.Decoded(var batch)) {
            return batch.stream()
                    .flatMap(BatchedCall::leaves)
                    .map(inner -> read(safe, inner.call()))
                    .toList();
        }
        return List.of(read(safe, call));
    }
}
