package org.breakwater.adapters.service;

import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.breakwater.adapters.ethereum.download.Pause;
import org.breakwater.adapters.json.JsonWriting;
import org.breakwater.adapters.safe.ServedFields;
import org.breakwater.adapters.safe.ServedMessages;
import org.breakwater.adapters.safe.ServedTransactions;
import org.breakwater.adapters.service.ServiceHttp.Question;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.ServedMessage;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.service.IndexingState;
import org.breakwater.core.service.Listed;
import org.breakwater.core.service.ModuleExecution;
import org.breakwater.core.service.Movement;
import org.breakwater.core.service.SafeCreation;
import org.breakwater.core.service.SafeProposal;
import org.breakwater.core.service.ServedBalance;
import org.breakwater.core.service.ServedContract;
import org.breakwater.core.service.ServedDelegate;
import org.breakwater.core.service.ServedSafe;
import org.breakwater.core.service.ServedToken;
import org.breakwater.core.service.ServiceException;
import org.breakwater.core.service.ServiceFault;
import org.breakwater.core.service.ServiceInfo;
import org.breakwater.core.service.Singleton;
import org.breakwater.core.service.ToldQueue;
import org.breakwater.core.service.TransactionService;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Safe's Transaction Service: `/api/v2` where there is one, `/api/v1` for the rest.
public final class SafeServiceClient implements TransactionService, AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /// How many of the transactions that a service hides are read. Anyone can add to them.
    private static final int MOST_HIDDEN = 1_000;

    private final ServiceAddress address;
    private final ServiceHttp http;
    private final ServiceAnswers answers;

    private SafeServiceClient(ServiceAddress address, ServiceHttp http) {
        this.address = address;
        this.http = http;
        this.answers = new ServiceAnswers(http);
    }

    /// Nothing is asked yet.
    ///
    /// @param base as in `https://api.safe.global/tx-service/eth/api`
    /// @param key of an account with the service; empty for none
    /// @throws ProblemException for an address that may not be asked
    public static SafeServiceClient open(String base, Optional<String> key) throws ProblemException {
        return open(base, key, Clock.systemUTC(), Thread::sleep);
    }

    static SafeServiceClient open(String base, Optional<String> key, Clock clock, Pause pause) throws ProblemException {
        var address = ServiceAddress.of(base, key);
        return new SafeServiceClient(address, new ServiceHttp(address, clock, pause));
    }

    @Override
    public String name() {
        return address.name();
    }

    @Override
    public ServiceInfo about() throws ServiceException {
        return answers.one(
                get("its version", "v1/about"), fields -> new ServiceInfo(fields.text("name"), fields.text("version")));
    }

    @Override
    public ChainId chain() throws ServiceException {
        return answers.one(
                get("its chain", "v1/about/ethereum-rpc"), fields -> new ChainId(positive(fields, "chain_id")));
    }

    private static long positive(ServedFields fields, String field) throws ProblemException {
        var number = fields.number(field, Long.MAX_VALUE);
        if (number == 0) {
            throw fields.refused(field, "is zero");
        }
        return number;
    }

    @Override
    public IndexingState indexing() throws ServiceException {
        return answers.one(
                get("how far it has read", "v1/about/indexing"),
                fields ->
                        new IndexingState(fields.number("currentBlockNumber", Long.MAX_VALUE), fields.flag("synced")));
    }

    @Override
    public List<Singleton> singletons() throws ServiceException {
        return answers.list(
                get("the contracts that it follows", "v1/about/singletons"),
                fields -> new Singleton(fields.address("address"), fields.optionalText("version"), fields.flag("l2")));
    }

    @Override
    public ServedSafe safe(Address safe) throws ServiceException {
        var what = "the Safe " + safe;
        var told = answers.one(get(what, "v1/safes/" + safe), SafeServiceClient::safe);
        requireAsked(what, told.address().equals(safe));
        return told;
    }

    private static ServedSafe safe(ServedFields fields) throws ProblemException {
        return new ServedSafe(
                fields.address("address"),
                fields.number("nonce"),
                (int) fields.number("threshold", Integer.MAX_VALUE),
                fields.addresses("owners"),
                fields.address("masterCopy"),
                fields.addresses(fields.lacks("modules") ? "enabledModules" : "modules"),
                fields.optionalAddress("fallbackHandler"),
                fields.optionalAddress("guard"),
                fields.optionalAddress("moduleGuard"),
                fields.optionalText("version"));
    }

    @Override
    public SafeCreation creation(Address safe) throws ServiceException {
        return answers.one(
                get("the creation of the Safe " + safe, "v1/safes/" + safe + "/creation"),
                fields -> new SafeCreation(
                        fields.instant("created"),
                        fields.address("creator"),
                        fields.hash("transactionHash"),
                        fields.address("factoryAddress"),
                        fields.optionalAddress("masterCopy"),
                        fields.lacks("setupData") ? Bytes.EMPTY : fields.bytes("setupData"),
                        fields.lacks("saltNonce") ? Optional.empty() : Optional.of(fields.number("saltNonce"))));
    }

    @Override
    public Listed<ServedSafe> safesOf(Address owner) throws ServiceException {
        return answers.all(
                "the Safes of " + owner,
                address.endpoint("v2/owners/" + owner + "/safes").build(),
                SafeServiceClient::safe);
    }

    @Override
    public Listed<ServedSafe> safesWith(Address module) throws ServiceException {
        return answers.all(
                "the Safes with the module " + module,
                address.endpoint("v2/modules/" + module + "/safes").build(),
                SafeServiceClient::safe);
    }

    /// Asked twice: what the service shows is read to its end, however much it hides.
    @Override
    public ToldQueue queue(Address safe, BigInteger from) throws ServiceException {
        var what = "the queue of " + safe;
        var waiting = transactions(safe)
                .addQueryParameter("executed", "false")
                .addQueryParameter("nonce__gte", from.toString())
                .addQueryParameter("ordering", "nonce");
        var shown = answers.all(what, waiting.build(), fields -> ServedTransactions.read(fields.row()));
        var everything = answers.part(
                what,
                waiting.addQueryParameter("trusted", "false").build(),
                shown.rows().size() + MOST_HIDDEN,
                fields -> ServedTransactions.read(fields.row()));
        return new ToldQueue(shown, withoutShown(everything.listed(), shown), everything.fault());
    }

    /// What makes two rows the same: between two questions a signature may have been added.
    private record Identity(Hash32 statedHash, SafeTransaction transaction) {

        static Identity of(ServedTransaction row) {
            return new Identity(row.statedHash(), row.transaction());
        }
    }

    private static Listed<ServedTransaction> withoutShown(
            Listed<ServedTransaction> everything, Listed<ServedTransaction> shown) {
        var known = shown.rows().stream().map(Identity::of).collect(Collectors.toSet());
        var hidden = everything.rows().stream()
                .filter(row -> !known.contains(Identity.of(row)))
                .toList();
        return new Listed<>(hidden, Math.max(hidden.size(), everything.counted() - shown.counted()));
    }

    private HttpUrl.Builder transactions(Address safe) {
        return address.endpoint("v2/safes/" + safe + "/multisig-transactions");
    }

    @Override
    public Listed<ServedTransaction> executed(Address safe, int most) throws ServiceException {
        var url = transactions(safe)
                .addQueryParameter("executed", "true")
                .addQueryParameter("ordering", "-nonce")
                .build();
        return answers.first("what " + safe + " executed", url, most, fields -> ServedTransactions.read(fields.row()));
    }

    @Override
    public ServedTransaction transaction(Hash32 safeTxHash) throws ServiceException {
        var what = "the transaction " + safeTxHash;
        var told = answers.one(
                get(what, "v2/multisig-transactions/" + safeTxHash), fields -> ServedTransactions.read(fields.row()));
        requireAsked(what, told.statedHash().equals(safeTxHash));
        return told;
    }

    private void requireAsked(String what, boolean isAsked) throws ServiceException {
        if (!isAsked) {
            throw new ServiceException(new ServiceFault.Malformed(name(), what, "it is about something else"));
        }
    }

    @Override
    public Listed<ServedTransaction.Confirmation> confirmations(Hash32 safeTxHash) throws ServiceException {
        return answers.all(
                "the signatures of " + safeTxHash,
                address.endpoint("v1/multisig-transactions/" + safeTxHash + "/confirmations")
                        .build(),
                ServedTransactions::confirmation);
    }

    @Override
    public void propose(SafeProposal proposal) throws ServiceException {
        var transaction = proposal.transaction();
        var body = JSON.createObjectNode()
                .put("to", transaction.to().toString())
                .put("value", transaction.value().toString())
                .put(
                        "data",
                        transaction.data().isEmpty() ? null : transaction.data().toHex())
                .put("operation", transaction.operation().code())
                .put("safeTxGas", transaction.safeTxGas().toString())
                .put("baseGas", transaction.baseGas().toString())
                .put("gasPrice", transaction.gasPrice().toString())
                .put("gasToken", transaction.gasToken().toString())
                .put("refundReceiver", transaction.refundReceiver().toString())
                .put("nonce", transaction.nonce().toString())
                .put("contractTransactionHash", proposal.hash().toString())
                .put("sender", proposal.sender().toString())
                .put("signature", proposal.signature().map(Bytes::toHex).orElse(null))
                .put("origin", proposal.origin().isEmpty() ? null : proposal.origin());
        send(
                "POST",
                "the proposal " + proposal.hash(),
                transactions(proposal.domain().safe()).build(),
                body);
    }

    @Override
    public void confirm(Hash32 safeTxHash, Bytes signatures) throws ServiceException {
        send(
                "POST",
                "the signature over " + safeTxHash,
                address.endpoint("v1/multisig-transactions/" + safeTxHash + "/confirmations")
                        .build(),
                JSON.createObjectNode().put("signature", signatures.toHex()));
    }

    @Override
    public void delete(Hash32 safeTxHash, Bytes signature) throws ServiceException {
        send(
                "DELETE",
                "the deletion of " + safeTxHash,
                address.endpoint("v2/multisig-transactions/" + safeTxHash).build(),
                JSON.createObjectNode().put("signature", signature.toHex()));
    }

    @Override
    public BigInteger estimate(Address safe, SafeCall call) throws ServiceException {
        var body = JSON.createObjectNode()
                .put("to", call.to().toString())
                .put("value", call.value().toString())
                .put("data", call.data().isEmpty() ? null : call.data().toHex())
                .put("operation", call.operation().code());
        return answers.one(
                new Question(
                        "the gas of a call of " + safe,
                        "POST",
                        address.endpoint("v1/safes/" + safe + "/multisig-transactions/estimations")
                                .build(),
                        body.toString()),
                fields -> fields.number("safeTxGas"));
    }

    @Override
    public Listed<ModuleExecution> moduleExecutions(Address safe, int most) throws ServiceException {
        return answers.first(
                "what modules had " + safe + " do",
                address.endpoint("v1/safes/" + safe + "/module-transactions").build(),
                most,
                fields -> new ModuleExecution(
                        fields.address("safe"),
                        fields.address("module"),
                        new SafeCall(
                                ServedTransactions.operation(fields),
                                fields.address("to"),
                                fields.number("value"),
                                fields.lacks("data") ? Bytes.EMPTY : fields.bytes("data")),
                        fields.flag("isSuccessful"),
                        fields.instant("executionDate"),
                        fields.number("blockNumber", Long.MAX_VALUE),
                        fields.hash("transactionHash")));
    }

    @Override
    public Listed<Movement> movements(Address safe, int most) throws ServiceException {
        return movements("transfers", safe, most);
    }

    @Override
    public Listed<Movement> incoming(Address safe, int most) throws ServiceException {
        return movements("incoming-transfers", safe, most);
    }

    private Listed<Movement> movements(String list, Address safe, int most) throws ServiceException {
        return answers.first(
                "the transfers of " + safe,
                address.endpoint("v1/safes/" + safe + "/" + list).build(),
                most,
                fields -> new Movement(
                        fields.text("type"),
                        fields.instant("executionDate"),
                        fields.number("blockNumber", Long.MAX_VALUE),
                        fields.hash("transactionHash"),
                        fields.address("from"),
                        fields.address("to"),
                        optionalNumber(fields, "value"),
                        optionalNumber(fields, "tokenId"),
                        fields.optionalAddress("tokenAddress")));
    }

    private static Optional<BigInteger> optionalNumber(ServedFields fields, String field) throws ProblemException {
        return fields.lacks(field) ? Optional.empty() : Optional.of(fields.number(field));
    }

    @Override
    public Listed<ServedBalance> balances(Address safe) throws ServiceException {
        return answers.all(
                "what " + safe + " has",
                address.endpoint("v2/safes/" + safe + "/balances").build(),
                fields -> new ServedBalance(
                        fields.optionalAddress("tokenAddress"), fields.number("balance"), symbol(fields)));
    }

    private static Optional<String> symbol(ServedFields fields) throws ProblemException {
        return fields.lacks("token")
                ? Optional.empty()
                : Optional.of(fields.row().object("token").text("symbol"));
    }

    @Override
    public Listed<ServedDelegate> delegates(Address safe) throws ServiceException {
        return answers.all(
                "the delegates for " + safe,
                address.endpoint("v2/delegates")
                        .addQueryParameter("safe", safe.toString())
                        .build(),
                fields -> new ServedDelegate(
                        fields.optionalAddress("safe"),
                        fields.address("delegate"),
                        fields.address("delegator"),
                        fields.optionalText("label"),
                        fields.lacks("expiryDate") ? Optional.empty() : Optional.of(fields.instant("expiryDate"))));
    }

    @Override
    public void addDelegate(ServedDelegate delegate, Bytes signature) throws ServiceException {
        var body = JSON.createObjectNode()
                .put("safe", delegate.safe().map(Address::toString).orElse(null))
                .put("delegate", delegate.delegate().toString())
                .put("delegator", delegate.delegator().toString())
                .put("label", delegate.label())
                .put("signature", signature.toHex());
        delegate.expiry().ifPresent(expiry -> body.put("expiryDate", expiry.toString()));
        send(
                "POST",
                "the delegate " + delegate.delegate(),
                address.endpoint("v2/delegates").build(),
                body);
    }

    @Override
    public void removeDelegate(Optional<Address> safe, Address delegate, Address delegator, Bytes signature)
            throws ServiceException {
        var body =
                JSON.createObjectNode().put("delegator", delegator.toString()).put("signature", signature.toHex());
        safe.ifPresent(one -> body.put("safe", one.toString()));
        send(
                "DELETE",
                "the removal of the delegate " + delegate,
                address.endpoint("v2/delegates/" + delegate).build(),
                body);
    }

    @Override
    public Listed<ServedMessage> messages(Address safe) throws ServiceException {
        return answers.all(
                "the messages of " + safe,
                address.endpoint("v1/safes/" + safe + "/messages").build(),
                fields -> ServedMessages.read(fields.row()));
    }

    @Override
    public ServedMessage message(Hash32 safeMessageHash) throws ServiceException {
        var what = "the message " + safeMessageHash;
        var told =
                answers.one(get(what, "v1/messages/" + safeMessageHash), fields -> ServedMessages.read(fields.row()));
        requireAsked(what, told.statedHash().equals(safeMessageHash));
        return told;
    }

    @Override
    public void addMessage(Address safe, ServedMessage.Content content, Bytes signature, String origin)
            throws ServiceException {
        var body = JSON.createObjectNode();
        switch (content) {
            case ServedMessage.Content.Text(var text) -> body.put("message", text);
            case ServedMessage.Content.Typed(var _, var json) -> body.set("message", JsonWriting.node(json));
        }
        body.put("signature", signature.toHex()).put("origin", origin.isEmpty() ? null : origin);
        send(
                "POST",
                "the message of " + safe,
                address.endpoint("v1/safes/" + safe + "/messages").build(),
                body);
    }

    @Override
    public void confirmMessage(Hash32 safeMessageHash, Bytes signature) throws ServiceException {
        send(
                "POST",
                "the signature over the message " + safeMessageHash,
                address.endpoint("v1/messages/" + safeMessageHash + "/signatures")
                        .build(),
                JSON.createObjectNode().put("signature", signature.toHex()));
    }

    @Override
    public ServedToken token(Address token) throws ServiceException {
        return answers.one(
                get("the token " + token, "v1/tokens/" + token),
                fields -> new ServedToken(
                        fields.address("address"),
                        fields.text("name"),
                        fields.text("symbol"),
                        (int) fields.number("decimals", 255),
                        fields.flag("trusted")));
    }

    @Override
    public ServedContract contract(Address contract) throws ServiceException {
        return answers.one(
                get("the contract " + contract, "v1/contracts/" + contract),
                fields -> new ServedContract(
                        fields.address("address"),
                        fields.optionalText(fields.lacks("displayName") ? "name" : "displayName"),
                        fields.flag("trustedForDelegateCall")));
    }

    private Question get(String what, String path) {
        return Question.get(what, address.endpoint(path).build());
    }

    private void send(String method, String what, HttpUrl url, ObjectNode body) throws ServiceException {
        http.ask(new Question(what, method, url, body.toString()));
    }

    @Override
    public void close() {
        http.close();
    }
}
