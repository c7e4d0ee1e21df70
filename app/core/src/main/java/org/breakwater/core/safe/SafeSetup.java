package org.breakwater.core.safe;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.DecodedCall;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.safe.SafeChange.Arguments;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.TokenAmount;

/// How a Safe is built, read from its storage rather than asked of its code, which could lie.
///
/// @param version what the code behind it answers to `VERSION()`
/// @param singleton the code behind it
/// @param owners in the contract's order
/// @param threshold how many owners must sign
/// @param nonce of the next transaction
/// @param modules that move its money without signatures, in the contract's order
/// @param guard that may refuse transactions
/// @param moduleGuard that may refuse what modules do
/// @param fallbackHandler that answers what the Safe does not
/// @param balances of the network's own money, then of the settlement asset
public record SafeSetup(
        Address address,
        String version,
        Address singleton,
        List<Address> owners,
        int threshold,
        BigInteger nonce,
        List<Address> modules,
        Optional<Address> guard,
        Optional<Address> moduleGuard,
        Optional<Address> fallbackHandler,
        List<TokenAmount> balances,
        List<Executed> executed,
        List<SignedMessage> messages,
        List<Approval> approvals) {

    public SafeSetup {
        owners = List.copyOf(owners);
        modules = List.copyOf(modules);
        balances = List.copyOf(balances);
        executed = List.copyOf(executed);
        messages = List.copyOf(messages);
        approvals = List.copyOf(approvals);
    }

    /// The present owners who approved a hash on chain.
    public List<Address> approvers(Hash32 hash) {
        return approvals.stream()
                .filter(approval -> approval.hash().equals(hash) && owners.contains(approval.owner()))
                .map(Approval::owner)
                .distinct()
                .toList();
    }

    /// A transaction that the Safe says it executed (`ExecutionSuccess`, `ExecutionFailure`), oldest first.
    ///
    /// @param safeTxHash what its owners signed
    /// @param transaction that carried it out
    /// @param at the time of its block
    /// @param input its calldata, which need not be that of the Safe: another contract may have called it
    public record Executed(
            Hash32 safeTxHash, Hash32 transaction, long block, Instant at, boolean succeeded, Bytes input) {

        private static final FunctionSignature EXECUTE = FunctionSignature.parse(
                "execTransaction(address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,"
                        + "uint256 baseGas,uint256 gasPrice,address gasToken,address refundReceiver,bytes signatures)");

        /// What was executed: found in the calldata, and proved by the hash that the Safe named. Empty where the
        /// calldata does not hold it.
        ///
        /// @param nonce that it used
        public Optional<SafeTransaction> found(SafeDomain domain, BigInteger nonce) {
            return switch (AbiDecoder.call(EXECUTE, input)) {
                case Decoding.Decoded<DecodedCall>(var call) ->
                    transaction(new Arguments(call.values()), nonce)
                            .filter(found -> domain.version().knows(found.operation()))
                            .filter(found -> SafeTxHash.of(domain, found).hash().equals(safeTxHash));
                case Decoding.Refused<DecodedCall> _ -> Optional.empty();
            };
        }

        /// The signatures that it was sent with. Empty where the calldata does not hold them.
        public Optional<Bytes> signatures() {
            return switch (AbiDecoder.call(EXECUTE, input)) {
                case Decoding.Decoded<DecodedCall>(var call) ->
                    Optional.of(((AbiValue.Binary)
                                    new Arguments(call.values()).values().get(9))
                            .bytes());
                case Decoding.Refused<DecodedCall> _ -> Optional.empty();
            };
        }

        private static Optional<SafeTransaction> transaction(Arguments read, BigInteger nonce) {
            return Operation.of(read.number(3).intValueExact())
                    .map(operation -> new SafeTransaction(
                            read.address(0),
                            read.number(1),
                            ((AbiValue.Binary) read.values().get(2)).bytes(),
                            operation,
                            read.number(4),
                            read.number(5),
                            read.number(6),
                            read.address(7),
                            read.address(8),
                            nonce));
        }
    }

    /// A message that its owners signed on chain (`SignMsg`); the signature stands for good.
    public record SignedMessage(Hash32 message, long block) {}

    /// That an owner approved a hash on chain (`ApproveHash`); it stands for good, as long as they are an owner.
    public record Approval(Address owner, Hash32 hash) {}
}
