package org.breakwater.adapters.localnet.world;

import com.esaulpaugh.headlong.abi.Function;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.Signer;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;

/// A Safe and those who sign for it: what they decide is signed by as many of them as it takes, and executed.
final class SafeOwners {

    private static final Function EXECUTE = Function.parse(
            "execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)", "(bool)");
    private static final Function NONCE = Function.parse("nonce()", "(uint256)");

    private final Stage stage;
    private final ChainId chain;
    private final Address safe;
    private final List<Signer> owners;
    private final int threshold;
    private final Person payer;
    private final Draw draw;

    /// @param payer sends what is signed
    SafeOwners(Stage stage, ChainId chain, Address safe, List<Signer> owners, int threshold, Person payer, Draw draw) {
        this.stage = stage;
        this.chain = chain;
        this.safe = safe;
        this.owners = List.copyOf(owners);
        this.threshold = threshold;
        this.payer = payer;
        this.draw = draw;
    }

    Address safe() {
        return safe;
    }

    List<Signer> owners() {
        return owners;
    }

    int threshold() {
        return threshold;
    }

    /// The nonce of the next transaction that the Safe executes.
    BigInteger nonce() throws ProblemException {
        return stage.number(Call.of("Safe", safe, NONCE));
    }

    /// Signs and executes a call of the Safe at once.
    Receipt execute(Call call) throws ProblemException {
        var refusal = stage.refusal(safe, call);
        if (!refusal.isEmpty()) {
            throw new ProblemException(Problem.of(
                    call + " by the Safe was refused: " + refusal + ".", "The world's script does not fit."));
        }
        var transaction = SafeTransaction.call(call.to(), call.data(), nonce());
        var signers = draw.shuffled(owners).subList(0, threshold);
        return stage.send(payer, execution(transaction, signatures(transaction, signers)));
    }

    /// The signatures of some owners, in the order the Safe wants.
    List<OwnerSignature> signatures(SafeTransaction transaction, List<Signer> signers) throws ProblemException {
        var hash = SafeTxHash.of(chain, safe, transaction);
        var signatures = new ArrayList<OwnerSignature>();
        for (var signer : signers) {
            signatures.add(signer.sign(hash));
        }
        return signatures;
    }

    private Call execution(SafeTransaction transaction, List<OwnerSignature> signatures) {
        return Call.of(
                "Safe",
                safe,
                EXECUTE,
                transaction.to(),
                transaction.value(),
                transaction.data(),
                transaction.operation().code(),
                transaction.safeTxGas(),
                transaction.baseGas(),
                transaction.gasPrice(),
                transaction.gasToken(),
                transaction.refundReceiver(),
                OwnerSignature.inOwnerOrder(signatures));
    }

    static Bytes packed(List<OwnerSignature> signatures) {
        return OwnerSignature.inOwnerOrder(signatures);
    }
}
