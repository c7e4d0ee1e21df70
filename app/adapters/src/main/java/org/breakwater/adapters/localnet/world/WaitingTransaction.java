package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.value.ChainId;
import tools.jackson.databind.node.ObjectNode;

/// A Safe transaction that some owners have signed and nobody has executed.
///
/// @param submitted when its proposer, the first who signed, handed it in
/// @param signers of the Safe's owners, by their place, in the order in which they signed
/// @param origin what the proposer says of it: their words
record WaitingTransaction(
        SafeOwners safe, SafeTransaction transaction, Instant submitted, List<Integer> signers, String origin) {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /// From one signature to the next.
    private static final Duration BETWEEN = Duration.ofSeconds(6_731);

    WaitingTransaction {
        signers = List.copyOf(signers);
    }

    /// Writes the transaction as the Safe Transaction Service answers it (v2, multisig transaction).
    void writeTo(ObjectNode node, ChainId chain) throws ProblemException {
        var signing = signers.stream().map(safe.owners()::get).toList();
        var signatures = safe.signatures(transaction, signing);
        node.put("safe", safe.safe().toString());
        node.put("to", transaction.to().toString());
        node.put("value", transaction.value().toString());
        node.put(
                "data", transaction.data().isEmpty() ? null : transaction.data().toHex());
        node.put("operation", transaction.operation().code());
        node.put("gasToken", transaction.gasToken().toString());
        node.put("safeTxGas", transaction.safeTxGas().toString());
        node.put("baseGas", transaction.baseGas().toString());
        node.put("gasPrice", transaction.gasPrice().toString());
        node.put("refundReceiver", transaction.refundReceiver().toString());
        node.put("nonce", transaction.nonce().toString());
        node.putNull("executionDate");
        node.put("submissionDate", MICROSECONDS.format(submitted));
        node.put("modified", MICROSECONDS.format(signedAt(signatures.size() - 1)));
        node.putNull("blockNumber");
        node.putNull("transactionHash");
        node.put("safeTxHash", SafeTxHash.of(chain, safe.safe(), transaction).toString());
        node.put("proposer", signatures.getFirst().owner().toString());
        node.putNull("proposedByDelegate");
        node.putNull("executor");
        node.put("isExecuted", false);
        for (var unknown : List.of(
                "isSuccessful", "ethGasPrice", "maxFeePerGas", "maxPriorityFeePerGas", "gasUsed", "fee", "payment")) {
            node.putNull(unknown);
        }
        node.put("origin", origin);
        node.putNull("dataDecoded");
        node.put("confirmationsRequired", safe.threshold());
        writeConfirmations(node, signatures);
        node.put("trusted", true);
        node.putNull("signatures");
    }

    private void writeConfirmations(ObjectNode node, List<OwnerSignature> signatures) {
        var confirmations = node.putArray("confirmations");
        for (int i = 0; i < signatures.size(); i++) {
            var signature = signatures.get(i);
            confirmations
                    .addObject()
                    .put("owner", signature.owner().toString())
                    .put("submissionDate", MICROSECONDS.format(signedAt(i)))
                    .putNull("transactionHash")
                    .put("signature", signature.signature().slot(0).toHex())
                    .put("signatureType", "EOA");
        }
    }

    private Instant signedAt(int place) {
        return submitted.plus(BETWEEN.multipliedBy(place));
    }
}
