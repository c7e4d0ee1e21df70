package org.breakwater.adapters.localservice;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breakwater.adapters.localservice.ServiceStore.Condition;
import org.breakwater.adapters.localservice.SignatureCheck.Checked;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeSignature;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.service.SafeProposal;
import org.breakwater.core.service.ServedSafe;
import org.breakwater.core.service.ServiceRefusal;
import org.breakwater.core.service.ServiceSignature;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;
import tools.jackson.databind.node.ObjectNode;

/// Proposals, their signatures, and what became of them.
///
/// @param network the time of the network's blocks, by which things are dated
/// @param hours the time by which people count the hours of their signatures
record Transactions(
        SafeBook safes, ServiceStore store, Delegates delegates, SignatureCheck check, Clock network, Clock hours) {

    private static final String KIND = "MultisigTransaction";

    // Lists

    Reply list(Request request) throws RefusedRequest, ProblemException {
        var address = request.address(0);
        var safe = safes.chain().safe(address);
        if (safe.isPresent()) {
            safes.follow(safe.get());
        }
        var page = store.proposals(conditions(address, request), order(request), request.limit(), request.offset());
        var rows = new ArrayList<ObjectNode>();
        for (var proposal : page.rows()) {
            rows.add(row(proposal, safe.map(ServedSafe::threshold).orElse(0)));
        }
        return Reply.of(request.page(page.count(), rows).put("countUniqueNonce", page.nonces()));
    }

    private ObjectNode row(Stored.Proposal proposal, int threshold) {
        return ServiceJson.transaction(
                proposal, store.execution(proposal.hash()), store.confirmations(proposal.hash()), threshold);
    }

    private static List<Condition> conditions(Address safe, Request request) throws RefusedRequest {
        var conditions = new ArrayList<Condition>();
        conditions.add(Condition.of("safe = ?", safe));
        if (request.flag("trusted").orElse(true)) {
            conditions.add(Condition.of("trusted = 1"));
        }
        request.flag("executed")
                .ifPresent(executed -> conditions.add(Condition.of((executed ? "" : "NOT ")
                        + "EXISTS (SELECT 1 FROM execution WHERE" + " execution.hash = proposal.hash)")));
        request.flag("has_confirmations")
                .ifPresent(has -> conditions.add(Condition.of((has ? "" : "NOT ")
                        + "EXISTS (SELECT 1 FROM confirmation WHERE confirmation.hash = proposal.hash)")));
        addNonces(conditions, request);
        addHash(conditions, request);
        return conditions;
    }

    private static void addNonces(List<Condition> conditions, Request request) throws RefusedRequest {
        var comparisons = List.of("=", "<", ">", "<=", ">=");
        var names = List.of("nonce", "nonce__lt", "nonce__gt", "nonce__lte", "nonce__gte");
        for (int i = 0; i < names.size(); i++) {
            var sql = "nonce " + comparisons.get(i) + " ?";
            request.number(names.get(i)).ifPresent(nonce -> conditions.add(Condition.of(sql, Word.of(nonce))));
        }
    }

    private static void addHash(List<Condition> conditions, Request request) throws RefusedRequest {
        try {
            request.parameter("safe_tx_hash")
                    .map(hash -> new Hash32(Bytes.parse(hash)))
                    .ifPresent(hash -> conditions.add(Condition.of("hash = ?", hash)));
            request.parameter("to")
                    .map(Address::parse)
                    .ifPresent(to -> conditions.add(Condition.of("recipient = ?", to)));
        } catch (IllegalArgumentException malformed) {
            throw RefusedRequest.field(Reply.BAD_REQUEST, "safe_tx_hash", "Enter a valid value.");
        }
    }

    private static String order(Request request) {
        return switch (request.parameter("ordering").orElse("")) {
            case "nonce" -> " ORDER BY nonce, created, hash";
            case "created" -> " ORDER BY created, hash";
            case "-created" -> " ORDER BY created DESC, hash";
            case "modified" -> " ORDER BY modified, hash";
            case "-modified" -> " ORDER BY modified DESC, hash";
            default -> " ORDER BY nonce DESC, created DESC, hash";
        };
    }

    // One

    Reply one(Request request) throws RefusedRequest, ProblemException {
        var proposal = required(request.hash(0));
        var safe = safes.required(proposal.safe());
        safes.follow(safe);
        return Reply.of(row(proposal, safe.threshold()));
    }

    private Stored.Proposal required(Hash32 hash) throws RefusedRequest {
        return store.proposal(hash).orElseThrow(() -> RefusedRequest.noSuch(KIND));
    }

    Reply delete(Request request) throws RefusedRequest, ProblemException {
        var proposal = required(request.hash(0));
        var body = request.required();
        var signature = body.bytes("signature", SafeSignature.LENGTH);
        body.requireRight(Reply.BAD_REQUEST);
        safes.follow(safes.required(proposal.safe()));
        if (store.execution(proposal.hash()).isPresent()) {
            throw RefusedRequest.whole(Reply.BAD_REQUEST, "Executed transactions cannot be deleted");
        }
        if (!mayDelete(proposal, signature)) {
            throw RefusedRequest.whole(
                    Reply.BAD_REQUEST, "Provided signer is not the proposer or the delegate user who proposed it");
        }
        store.remove(proposal.hash());
        return Reply.empty(Reply.DONE);
    }

    private boolean mayDelete(Stored.Proposal proposal, Bytes signature) throws RefusedRequest, ProblemException {
        var entitled = new LinkedHashSet<Address>(List.of(proposal.proposer()));
        var valid = delegates.valid(safes.required(proposal.safe()));
        proposal.delegate()
                .filter(delegate -> valid.stream()
                        .anyMatch(one -> one.delegate().equals(delegate)
                                && one.delegator().equals(proposal.proposer())))
                .ifPresent(entitled::add);
        var hour = ServiceSignature.hour(hours.instant());
        for (var at : List.of(hour, hour - 1)) {
            var request = ServiceSignature.deletion(safes.chain().chain(), proposal.safe(), proposal.hash(), at);
            if (check.signer(request.hash(), signature)
                    .filter(entitled::contains)
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    // Proposing

    Reply propose(Request request) throws RefusedRequest, ProblemException {
        var safe = safes.required(request.address(0));
        var body = request.required();
        var to = body.nullableAddress("to");
        var data = body.optionalBytes("data");
        var transaction = new SafeTransaction(
                to.orElse(Address.ZERO),
                body.number("value"),
                data.orElse(Bytes.EMPTY),
                operation(body),
                body.number("safeTxGas"),
                body.number("baseGas"),
                body.number("gasPrice"),
                body.addressOrZero("gasToken"),
                body.addressOrZero("refundReceiver"),
                body.number("nonce"));
        var stated = body.hash("contractTransactionHash");
        var sender = body.address("sender");
        var signature = body.optionalBytes("signature");
        var origin = body.optionalText("origin", SafeProposal.MOST_ORIGIN);
        body.requireRight(Reply.UNPROCESSABLE);
        if (to.isEmpty() && data.isEmpty()) {
            throw refused("`data` and `to` cannot both be null");
        }
        accept(safe, new HandedIn(transaction, stated, sender, signature, origin, network.instant()));
        return Reply.empty(Reply.CREATED);
    }

    private static Operation operation(Body body) {
        var code = body.choice("operation", List.of(Operation.CALL.code(), Operation.DELEGATE_CALL.code()));
        return Operation.of(code).orElseThrow();
    }

    private static RefusedRequest refused(String words) {
        return RefusedRequest.whole(Reply.UNPROCESSABLE, words);
    }

    /// What somebody hands in.
    ///
    /// @param stated the hash that they say it has
    record HandedIn(
            SafeTransaction transaction,
            Hash32 stated,
            Address sender,
            Optional<Bytes> signature,
            String origin,
            Instant at) {}

    /// Takes a proposal, if it is right: its hash is its own, its nonce is not used up, its sender may hand it in, and
    /// every signature is valid and of somebody who may sign.
    void accept(ServedSafe safe, HandedIn handedIn) throws RefusedRequest, ProblemException {
        var hash = SafeTxHash.of(safes.domain(safe), handedIn.transaction());
        if (!hash.hash().equals(handedIn.stated())) {
            throw refused("Contract-transaction-hash=" + hash + " does not match provided contract-tx-hash="
                    + handedIn.stated());
        }
        requireNotExecuted(safe, handedIn.transaction(), hash);
        var sender = handedIn.sender();
        var valid = delegates.valid(safe);
        var delegate =
                valid.stream().filter(one -> one.delegate().equals(sender)).findFirst();
        if (!safe.owners().contains(sender) && delegate.isEmpty()) {
            throw refused("Sender=" + sender + " is not an owner or delegate. Current owners=" + safe.owners()
                    + ". Delegates=" + names(valid));
        }
        var signatures = handedIn.signature().isPresent()
                ? checked(safe, hash, handedIn.signature().get(), sender, valid)
                : List.<Checked>of();
        store(safe, handedIn, delegate, signatures);
    }

    private static String names(List<Stored.Delegate> delegates) {
        return delegates.stream().map(one -> one.delegate().toString()).collect(Collectors.joining(", ", "{", "}"));
    }

    private void requireNotExecuted(ServedSafe safe, SafeTransaction transaction, SafeTxHash hash)
            throws RefusedRequest, ProblemException {
        if (transaction.nonce().compareTo(safe.nonce()) < 0) {
            safes.follow(safe);
            var done = store.execution(hash.hash());
            if (done.isPresent()) {
                throw refused("Tx with safe-tx-hash=" + hash + " for safe=" + safe.address()
                        + " was already executed in tx-hash=" + done.get().carrier());
            }
            var other = store.execution(safe.address(), transaction.nonce());
            throw refused("Tx with nonce=" + transaction.nonce() + " for safe=" + safe.address()
                    + " already executed in tx-hash="
                    + other.map(Stored.Execution::carrier).map(Hash32::toString).orElse("unknown"));
        }
    }

    private List<Checked> checked(
            ServedSafe safe, SafeTxHash hash, Bytes blob, Address sender, List<Stored.Delegate> delegates)
            throws RefusedRequest, ProblemException {
        var signatures = parsed(safe, hash, blob, Reply.UNPROCESSABLE);
        var signers = new LinkedHashSet<Address>();
        for (var signature : signatures) {
            var signer = signature.owner().orElse(Address.ZERO);
            var isOwner = safe.owners().contains(signer);
            if (!isOwner && delegates.stream().noneMatch(one -> one.delegate().equals(signer))) {
                throw refused("Signer=" + signer + " is not an owner or delegate. Current owners=" + safe.owners()
                        + ". Delegates=" + names(delegates));
            }
            if (!signature.isValid()) {
                throw refused("Signature=" + signature.bytes() + " for owner=" + signer + " is not valid");
            }
            if (!signers.add(signer)) {
                throw refused("Signature for owner=" + signer + " is duplicated");
            }
            if (!isOwner && signatures.size() > 1) {
                throw refused("Just one signature is expected if using delegates");
            }
        }
        if (!signers.contains(sender)) {
            throw refused("Signature does not match sender=" + sender + ". Calculated owners=" + signers);
        }
        return signatures;
    }

    private List<Checked> parsed(ServedSafe safe, SafeTxHash hash, Bytes blob, int status)
            throws RefusedRequest, ProblemException {
        var signatures = blob.length() < SafeSignature.LENGTH
                ? Optional.<List<Checked>>empty()
                : check.check(safe.address(), hash, blob);
        return signatures
                .filter(all -> !all.isEmpty())
                .orElseThrow(() -> RefusedRequest.field(status, "signature", "Signature cannot be read"));
    }

    /// The first who hands in a transaction names its proposer, the first who signs it says what it is for.
    private void store(
            ServedSafe safe, HandedIn handedIn, Optional<Stored.Delegate> delegate, List<Checked> signatures) {
        var hash = handedIn.stated();
        var known = store.proposal(hash);
        if (known.isEmpty()) {
            var isOwner = safe.owners().contains(handedIn.sender());
            store.add(new Stored.Proposal(
                    hash,
                    safe.address(),
                    handedIn.transaction(),
                    isOwner ? handedIn.sender() : delegate.orElseThrow().delegator(),
                    isOwner ? Optional.empty() : Optional.of(handedIn.sender()),
                    handedIn.origin(),
                    !signatures.isEmpty(),
                    handedIn.at(),
                    handedIn.at()));
        } else if (!known.get().trusted() && !signatures.isEmpty()) {
            store.trust(hash, handedIn.origin());
        }
        signatures.stream()
                .filter(signature ->
                        signature.owner().filter(safe.owners()::contains).isPresent())
                .forEach(signature -> store.add(confirmation(hash, signature, handedIn.at())));
    }

    private static Stored.Confirmation confirmation(Hash32 hash, Checked signature, Instant at) {
        return new Stored.Confirmation(hash, signature.owner().orElseThrow(), signature.bytes(), signature.kind(), at);
    }

    // Confirming

    Reply confirmations(Request request) throws RefusedRequest {
        var all = store.confirmations(request.hash(0));
        return Reply.of(request.page(
                all.size(),
                request.part(all).stream().map(ServiceJson::confirmation).toList()));
    }

    Reply confirm(Request request) throws RefusedRequest, ProblemException {
        var proposal = required(request.hash(0));
        var body = request.required();
        var signature = body.bytes("signature", SafeSignature.LENGTH);
        body.requireRight(Reply.BAD_REQUEST);
        confirm(safes.required(proposal.safe()), proposal, signature, network.instant());
        return Reply.created(Reply.JSON.createObjectNode().put("signature", signature.toHex()));
    }

    /// Takes signatures, if all of them are valid and of owners.
    void confirm(ServedSafe safe, Stored.Proposal proposal, Bytes blob, Instant at)
            throws RefusedRequest, ProblemException {
        if (proposal.transaction().nonce().compareTo(safe.nonce()) < 0) {
            safes.follow(safe);
        }
        if (store.execution(proposal.hash()).isPresent()) {
            throw RefusedRequest.whole(
                    Reply.BAD_REQUEST, "Transaction with safe-tx-hash=" + proposal.hash() + " was already executed");
        }
        var hash = SafeTxHash.of(safes.domain(safe), proposal.transaction());
        var signatures = parsed(safe, hash, blob, Reply.BAD_REQUEST);
        for (var signature : signatures) {
            var signer = signature.owner().orElse(Address.ZERO);
            if (!safe.owners().contains(signer)) {
                throw RefusedRequest.field(
                        Reply.BAD_REQUEST,
                        "signature",
                        "Signer=" + signer + " is not an owner. Current owners=" + safe.owners());
            }
            if (!signature.isValid()) {
                throw RefusedRequest.field(
                        Reply.BAD_REQUEST,
                        "signature",
                        "Signature=" + signature.bytes() + " for owner=" + signer + " is not valid");
            }
        }
        signatures.forEach(signature -> store.add(confirmation(proposal.hash(), signature, at)));
    }

    // Estimating

    Reply estimate(Request request) throws RefusedRequest, ProblemException {
        var safe = safes.required(request.address(0));
        var body = request.required();
        var call = new SafeCall(
                operation(body),
                body.addressOrZero("to"),
                body.optionalNumber("value").orElse(BigInteger.ZERO),
                body.optionalBytes("data").orElse(Bytes.EMPTY));
        body.requireRight(Reply.BAD_REQUEST);
        var gas = safes.chain().estimate(safe.address(), call);
        if (gas.isEmpty()) {
            throw RefusedRequest.coded(ServiceRefusal.ESTIMATION, "Gas estimation failed");
        }
        return Reply.of(Reply.JSON.createObjectNode().put("safeTxGas", gas.get().toString()));
    }
}
