package org.breakwater.adapters.service;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.web3j.crypto.Credentials;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A Safe of three owners with keys that everybody knows, and what an honest service says of it.
final class SampleSafe {

    static final JsonMapper JSON = new JsonMapper();

    static final SafeDomain DOMAIN = new SafeDomain(
            SafeVersion.V1_4_1, new ChainId(31_337), Address.parse("0x5aFE3855358E112B5647B952709E6165e1c1eEEe"));

    static final List<KeySigner> OWNERS = Stream.of(
                    "4f3edf983ac636a65a842ce7c78d9aa706d3b113bce9c46f30d7d21715b23b1d",
                    "6cbed15c793ce57650b9877cf6fa156fbef513c4e6134f022a85b1ffdd59b2a1",
                    "6370fd033278c143179d81c5526140625662b8daa446c22ee2d73db3707e620c")
            .map(key -> new KeySigner(Credentials.create(key)))
            .toList();

    static final KeySigner STRANGER =
            new KeySigner(Credentials.create("646f1ce2fdad0e6deeeb5c7e8e5543bdde65e86029e2fd9fc169899c440a7913"));

    /// The nonce that the chain takes next.
    static final BigInteger NEXT = BigInteger.valueOf(7);

    private static final Address TOKEN = Address.parse("0x90F8bf6A479f320ead074411a4B0e7944Ea8c9C1");
    private static final String DATE = "2026-11-20T10:00:00.123456Z";

    private SampleSafe() {}

    static List<Address> owners() {
        return OWNERS.stream().map(KeySigner::address).toList();
    }

    /// A transfer of a token, another for each number.
    static SafeTransaction transfer(long nonce, int number) {
        var data = Bytes.fromHex(
                "0xa9059cbb%064x%064x".formatted(STRANGER.address().bytes().toUnsigned(), number));
        return SafeTransaction.call(TOKEN, data, BigInteger.valueOf(nonce));
    }

    static SafeTxHash hash(SafeTransaction transaction) {
        return SafeTxHash.of(DOMAIN, transaction);
    }

    /// A transaction as an honest service tells it.
    static ObjectNode row(SafeTransaction transaction, KeySigner... signers) {
        var row = JSON.createObjectNode()
                .put("safe", DOMAIN.safe().toString())
                .put("to", transaction.to().toString())
                .put("value", transaction.value().toString())
                .put("data", transaction.data().toHex())
                .put("operation", transaction.operation().code())
                .put("gasToken", transaction.gasToken().toString())
                .put("safeTxGas", transaction.safeTxGas().toString())
                .put("baseGas", transaction.baseGas().toString())
                .put("gasPrice", transaction.gasPrice().toString())
                .put("refundReceiver", transaction.refundReceiver().toString())
                .put("nonce", transaction.nonce().toString())
                .put("submissionDate", DATE)
                .put("modified", DATE)
                .put("safeTxHash", hash(transaction).toString())
                .put("proposer", OWNERS.getFirst().address().toString())
                .put("isExecuted", false)
                .put("origin", "{\"url\":\"https://app.example\",\"name\":\"App\",\"note\":\"Pay the auditor\"}")
                .put("confirmationsRequired", 2)
                .put("trusted", signers.length > 0);
        for (var absent : List.of(
                "executionDate",
                "blockNumber",
                "transactionHash",
                "proposedByDelegate",
                "executor",
                "isSuccessful",
                "dataDecoded",
                "signatures")) {
            row.putNull(absent);
        }
        var confirmations = row.putArray("confirmations");
        for (var signer : signers) {
            confirmations.add(confirmation(transaction, signer));
        }
        return row;
    }

    static ObjectNode confirmation(SafeTransaction transaction, KeySigner signer) {
        return JSON.createObjectNode()
                .put("owner", signer.address().toString())
                .put("submissionDate", DATE)
                .putNull("transactionHash")
                .put("signature", signature(transaction, signer).toHex())
                .put("signatureType", "EOA");
    }

    static Bytes signature(SafeTransaction transaction, KeySigner signer) {
        return OwnerSignature.inOwnerOrder(List.of(signer.sign(hash(transaction))));
    }

    static ObjectNode page(ObjectNode... rows) {
        var page = JSON.createObjectNode().put("count", rows.length);
        page.putNull("next").putNull("previous");
        ArrayNode results = page.putArray("results");
        for (var row : rows) {
            results.add(row);
        }
        return page;
    }
}
