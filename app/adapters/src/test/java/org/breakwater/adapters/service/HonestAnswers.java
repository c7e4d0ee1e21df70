package org.breakwater.adapters.service;

import static org.breakwater.adapters.service.SampleSafe.DOMAIN;
import static org.breakwater.adapters.service.SampleSafe.JSON;
import static org.breakwater.adapters.service.SampleSafe.NEXT;
import static org.breakwater.adapters.service.SampleSafe.OWNERS;
import static org.breakwater.adapters.service.SampleSafe.STRANGER;
import static org.breakwater.adapters.service.SampleSafe.confirmation;
import static org.breakwater.adapters.service.SampleSafe.hash;
import static org.breakwater.adapters.service.SampleSafe.page;
import static org.breakwater.adapters.service.SampleSafe.row;
import static org.breakwater.adapters.service.SampleSafe.transfer;

import java.util.List;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeMessageHash;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.service.ReadServedQueue;
import org.breakwater.core.service.ServiceException;
import org.breakwater.core.typeddata.PersonalMessage;
import org.breakwater.core.value.Bytes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Every question of the client's that has an answer, and what an honest service answers.
final class HonestAnswers {

    static final SafeTransaction FIRST = transfer(7, 1);
    static final SafeTransaction SECOND = transfer(8, 2);
    static final String TEXT = "We own this Safe";
    static final SafeMessageHash MESSAGE =
            SafeMessageHash.of(DOMAIN, PersonalMessage.hash(TEXT).bytes());

    private static final String DATE = "2026-11-20T10:00:00.123456Z";
    private static final String SAFE = DOMAIN.safe().toString();
    private static final String ACCOUNT = STRANGER.address().toString();

    private HonestAnswers() {}

    /// Asks a client and gives back what it made of the answer.
    @FunctionalInterface
    interface Asking {
        Object ask(SafeServiceClient client) throws ServiceException;
    }

    /// @param path behind `/api/`
    record Endpoint(String path, JsonNode answer, Asking asking) {}

    static List<Endpoint> all() {
        var account = STRANGER.address();
        var first = hash(FIRST).hash();
        var queue = new Endpoint(
                "v2/safes/" + SAFE + "/multisig-transactions/",
                page(row(FIRST, OWNERS.get(0), OWNERS.get(1)), row(SECOND, OWNERS.get(2))),
                client -> judging(client).read(DOMAIN, SampleSafe.owners(), NEXT, List.of()));
        return List.of(
                queue,
                new Endpoint(queue.path(), queue.answer(), client -> client.executed(DOMAIN.safe(), 50)),
                new Endpoint(
                        "v2/multisig-transactions/" + first + "/",
                        row(FIRST, OWNERS.get(0), OWNERS.get(1)),
                        client -> judging(client).transaction(DOMAIN, SampleSafe.owners(), NEXT, first)),
                new Endpoint(
                        "v1/multisig-transactions/" + first + "/confirmations/",
                        page(confirmation(FIRST, OWNERS.get(0)), confirmation(FIRST, OWNERS.get(1))),
                        client -> client.confirmations(first)),
                new Endpoint(
                        "v1/safes/" + SAFE + "/multisig-transactions/estimations/",
                        JSON.createObjectNode().put("safeTxGas", "21000"),
                        client -> client.estimate(DOMAIN.safe(), SafeCall.of(account, Bytes.EMPTY))),
                new Endpoint(
                        "v1/about/",
                        JSON.createObjectNode()
                                .put("name", "Safe Transaction Service")
                                .put("version", "6.10.1"),
                        SafeServiceClient::about),
                new Endpoint(
                        "v1/about/ethereum-rpc/",
                        JSON.createObjectNode().put("chain_id", 31_337).put("syncing", false),
                        SafeServiceClient::chain),
                new Endpoint(
                        "v1/about/indexing/",
                        JSON.createObjectNode().put("currentBlockNumber", 12).put("synced", true),
                        SafeServiceClient::indexing),
                new Endpoint("v1/about/singletons/", singletons(), SafeServiceClient::singletons),
                new Endpoint("v1/safes/" + SAFE + "/", safe("modules"), client -> client.safe(DOMAIN.safe())),
                new Endpoint("v1/safes/" + SAFE + "/creation/", creation(), client -> client.creation(DOMAIN.safe())),
                new Endpoint(
                        "v2/owners/" + ACCOUNT + "/safes/",
                        page(safe("enabledModules")),
                        client -> client.safesOf(account)),
                new Endpoint(
                        "v2/modules/" + ACCOUNT + "/safes/",
                        page(safe("enabledModules")),
                        client -> client.safesWith(account)),
                new Endpoint("v2/delegates/", page(delegate()), client -> client.delegates(DOMAIN.safe())),
                new Endpoint(
                        "v1/safes/" + SAFE + "/messages/",
                        page(message(), typedMessage()),
                        client -> client.messages(DOMAIN.safe())),
                new Endpoint("v1/messages/" + MESSAGE + "/", message(), client -> client.message(MESSAGE.hash())),
                new Endpoint(
                        "v1/safes/" + SAFE + "/module-transactions/",
                        page(moduleTransaction()),
                        client -> client.moduleExecutions(DOMAIN.safe(), 10)),
                new Endpoint(
                        "v1/safes/" + SAFE + "/transfers/",
                        page(transferred()),
                        client -> client.movements(DOMAIN.safe(), 10)),
                new Endpoint(
                        "v1/safes/" + SAFE + "/incoming-transfers/",
                        page(transferred()),
                        client -> client.incoming(DOMAIN.safe(), 10)),
                new Endpoint(
                        "v2/safes/" + SAFE + "/balances/", page(balance()), client -> client.balances(DOMAIN.safe())),
                new Endpoint("v1/tokens/" + ACCOUNT + "/", token(), client -> client.token(account)),
                new Endpoint("v1/contracts/" + ACCOUNT + "/", contract(), client -> client.contract(account)));
    }

    private static ReadServedQueue judging(SafeServiceClient client) {
        return new ReadServedQueue(client, new EcdsaRecovery());
    }

    private static JsonNode singletons() {
        var list = JSON.createArrayNode();
        list.addObject().put("address", ACCOUNT).put("version", "1.4.1").put("l2", true);
        return list;
    }

    private static ObjectNode safe(String modules) {
        var safe = JSON.createObjectNode()
                .put("address", SAFE)
                .put("nonce", "7")
                .put("threshold", 2)
                .put("masterCopy", ACCOUNT)
                .put("fallbackHandler", ACCOUNT)
                .putNull("guard")
                .put("moduleGuard", "0x0000000000000000000000000000000000000000")
                .put("version", "1.4.1+L2");
        var owners = safe.putArray("owners");
        SampleSafe.owners().forEach(owner -> owners.add(owner.toString()));
        safe.putArray(modules).add(ACCOUNT);
        return safe;
    }

    private static ObjectNode creation() {
        return JSON.createObjectNode()
                .put("created", DATE)
                .put("creator", ACCOUNT)
                .put("transactionHash", hash(FIRST).toString())
                .put("factoryAddress", ACCOUNT)
                .put("masterCopy", ACCOUNT)
                .put("setupData", "0xb63e800d")
                .put("saltNonce", "0");
    }

    private static ObjectNode delegate() {
        return JSON.createObjectNode()
                .put("safe", SAFE)
                .put("delegate", ACCOUNT)
                .put("delegator", OWNERS.getFirst().address().toString())
                .put("label", "Clerk")
                .put("expiryDate", DATE);
    }

    private static ObjectNode message() {
        var message = JSON.createObjectNode()
                .put("created", DATE)
                .put("modified", DATE)
                .put("safe", SAFE)
                .put("messageHash", MESSAGE.toString())
                .put("message", TEXT)
                .put("proposedBy", OWNERS.getFirst().address().toString())
                .putNull("safeAppId")
                .put("origin", "{}");
        message.putArray("confirmations").add(messageConfirmation(OWNERS.get(0)));
        return message;
    }

    private static ObjectNode messageConfirmation(KeySigner signer) {
        return JSON.createObjectNode()
                .put("created", DATE)
                .put("modified", DATE)
                .put("owner", signer.address().toString())
                .put("signature", signer.sign(MESSAGE.hash()).bytes().toHex())
                .put("signatureType", "EOA");
    }

    private static ObjectNode typedMessage() {
        var message = message();
        message.set("message", JSON.readTree("""
            {"types": {"Note": [{"name": "text", "type": "string"}, {"name": "numbers", "type": "uint256[]"}]},
             "primaryType": "Note", "domain": {}, "message": {"text": "hello", "numbers": [1, "2"]}}\
            """));
        // Not its hash: what is told of it is judged, not read.
        return message;
    }

    private static ObjectNode moduleTransaction() {
        return JSON.createObjectNode()
                .put("safe", SAFE)
                .put("module", ACCOUNT)
                .put("to", ACCOUNT)
                .put("value", "0")
                .put("data", "0x1234")
                .put("operation", 0)
                .put("isSuccessful", true)
                .put("executionDate", DATE)
                .put("blockNumber", 12)
                .put("transactionHash", hash(FIRST).toString());
    }

    private static ObjectNode transferred() {
        return JSON.createObjectNode()
                .put("type", "ERC20_TRANSFER")
                .put("executionDate", DATE)
                .put("blockNumber", 12)
                .put("transactionHash", hash(FIRST).toString())
                .put("from", ACCOUNT)
                .put("to", SAFE)
                .put("value", "1000000")
                .putNull("tokenId")
                .put("tokenAddress", ACCOUNT);
    }

    private static ObjectNode balance() {
        var balance = JSON.createObjectNode().put("tokenAddress", ACCOUNT).put("balance", "5");
        balance.putObject("token").put("name", "Dollar").put("symbol", "USDC").put("decimals", 6);
        return balance;
    }

    private static ObjectNode token() {
        return JSON.createObjectNode()
                .put("address", ACCOUNT)
                .put("name", "Dollar")
                .put("symbol", "USDC")
                .put("decimals", 6)
                .put("trusted", true);
    }

    private static ObjectNode contract() {
        return JSON.createObjectNode()
                .put("address", ACCOUNT)
                .put("name", "Vault")
                .put("displayName", "A vault")
                .put("trustedForDelegateCall", false);
    }
}
