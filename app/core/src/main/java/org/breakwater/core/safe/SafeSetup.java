package org.breakwater.core.safe;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

        /// What was executed: found in the calldata, and proved by the hash that the Safe named. Empty where the
        /// calldata does not hold it.
        ///
        /// @param nonce that it used
        public Optional<SafeTransaction> found(SafeDomain domain, BigInteger nonce) {
            return ExecTransaction.proven(domain, nonce, input, safeTxHash);
        }

        /// The signatures that it was sent with. Empty where the calldata does not hold them.
        public Optional<Bytes> signatures() {
            return ExecTransaction.signatures(input);
        }
    }

    /// A message that its owners signed on chain (`SignMsg`); the signature stands for good.
    public record SignedMessage(Hash32 message, long block) {}

    /// That an owner approved a hash on chain (`ApproveHash`); it stands for good, as long as they are an owner.
    public record Approval(Address owner, Hash32 hash) {}
}
