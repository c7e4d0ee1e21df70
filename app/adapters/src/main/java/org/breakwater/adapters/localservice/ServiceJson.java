package org.breakwater.adapters.localservice;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.service.ServedSafe;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// Objects as the real service writes them.
final class ServiceJson {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private ServiceJson() {}

    static String time(Instant time) {
        return MICROSECONDS.format(time);
    }

    private static @Nullable String hex(Bytes bytes) {
        return bytes.isEmpty() ? null : bytes.toHex();
    }

    /// The ten fields that are signed.
    static ObjectNode fields(SafeTransaction transaction) {
        return Reply.JSON
                .createObjectNode()
                .put("to", transaction.to().toString())
                .put("value", transaction.value().toString())
                .put("data", hex(transaction.data()))
                .put("operation", transaction.operation().code())
                .put("gasToken", transaction.gasToken().toString())
                .put("safeTxGas", transaction.safeTxGas().toString())
                .put("baseGas", transaction.baseGas().toString())
                .put("gasPrice", transaction.gasPrice().toString())
                .put("refundReceiver", transaction.refundReceiver().toString())
                .put("nonce", transaction.nonce().toString());
    }

    static ObjectNode transaction(
            Stored.Proposal proposal,
            Optional<Stored.Execution> execution,
            List<Stored.Confirmation> confirmations,
            int threshold) {
        var node = Reply.JSON.createObjectNode().put("safe", proposal.safe().toString());
        node.setAll(fields(proposal.transaction()));
        node.put("executionDate", execution.map(done -> time(done.at())).orElse(null))
                .put("submissionDate", time(proposal.created()))
                .put("modified", time(proposal.modified()))
                .put("blockNumber", execution.map(Stored.Execution::block).orElse(null))
                .put(
                        "transactionHash",
                        execution.map(done -> done.carrier().toString()).orElse(null))
                .put("safeTxHash", proposal.hash().toString())
                .put("proposer", proposal.proposer().toString())
                .put(
                        "proposedByDelegate",
                        proposal.delegate().map(Address::toString).orElse(null))
                .put("executor", execution.map(done -> done.sender().toString()).orElse(null))
                .put("isExecuted", execution.isPresent())
                .put("isSuccessful", execution.map(Stored.Execution::succeeded).orElse(null))
                .put(
                        "ethGasPrice",
                        execution.map(done -> done.gasPrice().toString()).orElse(null))
                .putNull("maxFeePerGas")
                .putNull("maxPriorityFeePerGas")
                .put("gasUsed", execution.map(Stored.Execution::gasUsed).orElse(null))
                .put(
                        "fee",
                        execution
                                .map(done ->
                                        done.gasUsed().multiply(done.gasPrice()).toString())
                                .orElse(null))
                .put("payment", execution.map(done -> done.payment().toString()).orElse(null))
                .put("origin", origin(proposal.origin()))
                .putNull("dataDecoded")
                .put("confirmationsRequired", threshold);
        var list = node.putArray("confirmations");
        confirmations.forEach(confirmation -> list.add(confirmation(confirmation)));
        return node.put("trusted", proposal.trusted())
                .put(
                        "signatures",
                        execution
                                .flatMap(Stored.Execution::signatures)
                                .map(Bytes::toHex)
                                .orElse(null));
    }

    /// JSON in a text, whatever was handed in.
    private static String origin(String origin) {
        if (origin.isEmpty()) {
            return "{}";
        }
        try {
            return Reply.JSON.readTree(origin).toString();
        } catch (JacksonException noJson) {
            return origin;
        }
    }

    static ObjectNode confirmation(Stored.Confirmation confirmation) {
        return Reply.JSON
                .createObjectNode()
                .put("owner", confirmation.owner().toString())
                .put("submissionDate", time(confirmation.created()))
                .putNull("transactionHash")
                .put("signature", confirmation.signature().toHex())
                .put("signatureType", confirmation.kind());
    }

    static ObjectNode safe(ServedSafe safe, String version) {
        var node = Reply.JSON
                .createObjectNode()
                .put("address", safe.address().toString())
                .put("nonce", safe.nonce().toString())
                .put("threshold", safe.threshold());
        addresses(node, "owners", safe.owners());
        node.put("masterCopy", safe.singleton().toString());
        addresses(node, "modules", safe.modules());
        node.put("fallbackHandler", zeroable(safe.fallbackHandler()))
                .put("guard", zeroable(safe.guard()))
                .put("moduleGuard", zeroable(safe.moduleGuard()));
        return node.put("version", version);
    }

    /// A Safe in the list of those that an account owns.
    static ObjectNode ownedSafe(ServedSafe safe) {
        var node = Reply.JSON.createObjectNode().put("address", safe.address().toString());
        addresses(node, "owners", safe.owners());
        node.put("threshold", safe.threshold())
                .put("nonce", safe.nonce())
                .put("masterCopy", safe.singleton().toString())
                .put("fallbackHandler", zeroable(safe.fallbackHandler()))
                .put("guard", zeroable(safe.guard()))
                .put("moduleGuard", zeroable(safe.moduleGuard()));
        addresses(node, "enabledModules", safe.modules());
        return node;
    }

    private static void addresses(ObjectNode node, String field, List<Address> addresses) {
        var list = node.putArray(field);
        addresses.forEach(address -> list.add(address.toString()));
    }

    private static String zeroable(Optional<Address> address) {
        return address.orElse(Address.ZERO).toString();
    }

    static ObjectNode delegate(Stored.Delegate delegate) {
        return Reply.JSON
                .createObjectNode()
                .put("safe", delegate.safe().map(Address::toString).orElse(null))
                .put("delegate", delegate.delegate().toString())
                .put("delegator", delegate.delegator().toString())
                .put("label", delegate.label())
                .put("expiryDate", delegate.expiry().map(ServiceJson::time).orElse(null));
    }

    static ObjectNode message(Stored.Message message, List<Stored.Confirmation> confirmations) {
        var node = Reply.JSON
                .createObjectNode()
                .put("created", time(message.created()))
                .put("modified", time(message.modified()))
                .put("safe", message.safe().toString())
                .put("messageHash", message.hash().toString());
        node.set("message", Reply.JSON.readTree(message.message()));
        node.put("proposedBy", message.proposer().toString())
                .put("safeAppId", message.app().map(BigInteger::longValueExact).orElse(null));
        var list = node.putArray("confirmations");
        for (var confirmation : confirmations) {
            list.addObject()
                    .put("created", time(confirmation.created()))
                    .put("modified", time(confirmation.created()))
                    .put("owner", confirmation.owner().toString())
                    .put("signature", confirmation.signature().toHex())
                    .put("signatureType", confirmation.kind());
        }
        return node.put("preparedSignature", prepared(confirmations))
                .putNull("preparedSignatureEip1271")
                .put("origin", origin(message.origin()));
    }

    /// All signatures in the order of their owners, as a Safe wants them; nothing where a contract's is among them.
    private static @Nullable String prepared(List<Stored.Confirmation> confirmations) {
        if (confirmations.isEmpty()
                || confirmations.stream().anyMatch(one -> one.kind().equals(SignatureCheck.CONTRACT))) {
            return null;
        }
        return Bytes.concat(confirmations.stream()
                        .sorted(Comparator.comparing(Stored.Confirmation::owner))
                        .map(Stored.Confirmation::signature)
                        .toArray(Bytes[]::new))
                .toHex();
    }
}
