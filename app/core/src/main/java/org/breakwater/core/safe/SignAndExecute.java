package org.breakwater.core.safe;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.ChainId;

/// Use case: collects the owners' signatures over a Safe transaction and has the Safe execute it.
///
/// The hash is computed here and compared with the chain's own answer before anyone signs; every signature is
/// recovered over our hash before it is sent; success means an `ExecutionSuccess` for our hash, not merely a mined
/// transaction.
public final class SignAndExecute {

    private final ChainId chain;
    private final SafeContract contract;
    private final SignatureRecovery recovery;

    public SignAndExecute(ChainId chain, SafeContract contract, SignatureRecovery recovery) {
        this.chain = chain;
        this.contract = contract;
        this.recovery = recovery;
    }

    public Execution run(Address safe, SafeTransaction transaction, List<? extends Signer> signers)
            throws ProblemException {
        var state = contract.state(safe);
        var hash = SafeTxHash.of(new SafeDomain(SafeVersion.parse(state.version()), chain, safe), transaction);
        agreeWithChain(safe, transaction, hash);
        var signatures = signatures(state, hash, signers);
        var execution = contract.execute(safe, transaction, OwnerSignature.inOwnerOrder(signatures));
        return proven(execution, hash);
    }

    private void agreeWithChain(Address safe, SafeTransaction transaction, SafeTxHash hash) throws ProblemException {
        var chains = contract.transactionHash(safe, transaction);
        if (!chains.equals(hash.hash())) {
            throw new ProblemException(new Problem(
                    "The chain hashes this transaction to " + chains + ", this program to " + hash + ".",
                    "One of the two is not looking at the transaction on the screen.",
                    "Do not sign it; check the network and the Safe's version."));
        }
    }

    private List<OwnerSignature> signatures(SafeState state, SafeTxHash hash, List<? extends Signer> signers)
            throws ProblemException {
        var signatures = new ArrayList<OwnerSignature>();
        for (var signer : signers) {
            if (!state.owners().contains(signer.address())) {
                throw new ProblemException(
                        Problem.of(signer.address() + " is no owner of this Safe.", "Choose a signer who is."));
            }
            var signature = signer.sign(hash);
            if (!signature.owner().equals(signer.address()) || !signature.isOver(hash.hash(), recovery)) {
                throw new ProblemException(new Problem(
                        "The signature returned for " + signer.address() + " was not made by it over this hash.",
                        "The signing device may have signed something else.",
                        "Do not send it; sign again with a device you trust."));
            }
            signatures.add(signature);
        }
        if (signatures.size() < state.threshold()) {
            throw new ProblemException(Problem.of(
                    "This Safe needs " + state.threshold() + " signatures and has " + signatures.size() + ".",
                    "Ask another owner to sign."));
        }
        return signatures;
    }

    private static Execution proven(Execution execution, SafeTxHash hash) throws ProblemException {
        if (!execution.accepted() || !execution.succeeded().contains(hash.hash())) {
            throw new ProblemException(new Problem(
                    "The Safe did not report success for " + hash + ".",
                    "Nothing on this screen may be taken as done.",
                    "Look at transaction " + execution.transaction() + " for the reason."));
        }
        return execution;
    }
}
