package org.breakwater.adapters.localservice;

import java.math.BigInteger;
import java.time.Clock;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.adapters.json.JsonWriting;
import org.breakwater.adapters.localservice.SignatureCheck.Checked;
import org.breakwater.adapters.safe.ServedFields;
import org.breakwater.adapters.safe.ServedMessages;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeMessageHash;
import org.breakwater.core.safe.SafeSignature;
import org.breakwater.core.safe.ServedMessage;
import org.breakwater.core.service.SafeProposal;
import org.breakwater.core.service.ServedSafe;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// Messages to be signed in a Safe's name.
///
/// @param network the time of the network's blocks, by which things are dated
record Messages(SafeBook safes, ServiceStore store, SignatureCheck check, Clock network) {

    Reply list(Request request) throws RefusedRequest {
        var all = store.messages(request.address(0));
        return Reply.of(request.page(
                all.size(),
                request.part(all).stream()
                        .map(message -> ServiceJson.message(message, store.confirmations(message.hash())))
                        .toList()));
    }

    Reply one(Request request) throws RefusedRequest {
        var message = required(request.hash(0));
        return Reply.of(ServiceJson.message(message, store.confirmations(message.hash())));
    }

    private Stored.Message required(Hash32 hash) throws RefusedRequest {
        return store.message(hash).orElseThrow(() -> RefusedRequest.noSuch("SafeMessage"));
    }

    Reply add(Request request) throws RefusedRequest, ProblemException {
        var safe = safes.required(request.address(0));
        var body = request.required();
        var signature = body.bytes("signature", SafeSignature.LENGTH);
        var origin = body.optionalText("origin", SafeProposal.MOST_ORIGIN);
        var app = body.optionalNumber("safeAppId").filter(number -> number.bitLength() < Long.SIZE);
        body.requireRight(Reply.BAD_REQUEST);
        var hash = SafeMessageHash.of(safes.domain(safe), content(body).hash().bytes());
        if (store.message(hash.hash()).isPresent()) {
            throw RefusedRequest.whole(
                    Reply.BAD_REQUEST,
                    "Message with hash " + hash + " for safe " + safe.address() + " already exists in DB");
        }
        var signed = owners(safe, hash, signature);
        var at = network.instant();
        store.add(new Stored.Message(
                hash.hash(),
                safe.address(),
                JsonWriting.node(message(body)).toString(),
                signed.owner().orElseThrow(),
                app.map(BigInteger::abs),
                origin,
                at,
                at));
        store.add(
                new Stored.Confirmation(hash.hash(), signed.owner().orElseThrow(), signed.bytes(), signed.kind(), at));
        return Reply.empty(Reply.CREATED);
    }

    private static JsonValue message(Body body) throws ProblemException {
        return body.object().field("message");
    }

    private static ServedMessage.Content content(Body body) throws RefusedRequest {
        try {
            return ServedMessages.content(new ServedFields(body.object()));
        } catch (ProblemException malformed) {
            throw RefusedRequest.field(
                    Reply.BAD_REQUEST, "message", malformed.problem().happened());
        }
    }

    /// The one signature that there may be, if it is valid and an owner's.
    private Checked owners(ServedSafe safe, SafeMessageHash hash, Bytes blob) throws RefusedRequest, ProblemException {
        var signatures = check.check(safe.address(), hash, blob)
                .orElseThrow(() -> RefusedRequest.field(Reply.BAD_REQUEST, "signature", "Signature cannot be read"));
        if (signatures.size() != 1) {
            throw RefusedRequest.whole(
                    Reply.BAD_REQUEST, "1 owner signature was expected, " + signatures.size() + " received");
        }
        var signature = signatures.getFirst();
        var owner = signature.owner().orElse(Address.ZERO);
        if (!safe.owners().contains(owner)) {
            throw RefusedRequest.whole(Reply.BAD_REQUEST, owner + " is not an owner of the Safe");
        }
        if (!signature.isValid()) {
            throw RefusedRequest.whole(
                    Reply.BAD_REQUEST, "Signature=" + signature.bytes() + " for owner=" + owner + " is not valid");
        }
        return signature;
    }

    Reply sign(Request request) throws RefusedRequest, ProblemException {
        var message = required(request.hash(0));
        var body = request.required();
        var signature = body.bytes("signature", SafeSignature.LENGTH);
        body.requireRight(Reply.BAD_REQUEST);
        var safe = safes.required(message.safe());
        var hash =
                SafeMessageHash.of(safes.domain(safe), content(message).hash().bytes());
        var signed = owners(safe, hash, signature);
        var isNew = store.add(new Stored.Confirmation(
                message.hash(), signed.owner().orElseThrow(), signed.bytes(), signed.kind(), network.instant()));
        if (!isNew) {
            throw RefusedRequest.whole(
                    Reply.BAD_REQUEST, "Signature for owner " + signed.owner().orElseThrow() + " already exists");
        }
        return Reply.empty(Reply.CREATED);
    }

    private static ServedMessage.Content content(Stored.Message message) throws ProblemException {
        var row = JsonText.parse("the stored message", "{\"message\":" + message.message() + "}", Door.LIMITS);
        return ServedMessages.content(new ServedFields(row.object()));
    }
}
