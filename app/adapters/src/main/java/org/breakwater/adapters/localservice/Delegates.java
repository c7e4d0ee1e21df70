package org.breakwater.adapters.localservice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.localservice.ServiceStore.Condition;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeSignature;
import org.breakwater.core.service.ServedDelegate;
import org.breakwater.core.service.ServedSafe;
import org.breakwater.core.service.ServiceSignature;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Those who may hand in proposals in an owner's name.
///
/// @param hours the time by which people count the hours of their signatures
record Delegates(SafeBook safes, ServiceStore store, SignatureCheck check, Clock hours) {

    /// Who may hand in proposals for a Safe now.
    List<Stored.Delegate> valid(ServedSafe safe) {
        var now = hours.instant();
        return store.delegates(List.of()).stream()
                .filter(one -> one.safe()
                        .filter(other -> !other.equals(safe.address()))
                        .isEmpty())
                .filter(one -> safe.owners().contains(one.delegator()))
                .filter(one ->
                        one.expiry().filter(expiry -> !expiry.isAfter(now)).isEmpty())
                .toList();
    }

    Reply list(Request request) throws RefusedRequest {
        var conditions = new ArrayList<Condition>();
        for (var name : List.of("safe", "delegate", "delegator")) {
            var address = address(request, name);
            address.ifPresent(given -> conditions.add(Condition.of(name + " = ?", given)));
        }
        request.parameter("label").ifPresent(label -> conditions.add(Condition.of("label = ?", label)));
        if (conditions.isEmpty()) {
            throw RefusedRequest.list("At least one query param must be provided");
        }
        var now = hours.instant();
        var all = store.delegates(conditions).stream()
                .filter(one ->
                        one.expiry().filter(expiry -> !expiry.isAfter(now)).isEmpty())
                .toList();
        return Reply.of(request.page(
                all.size(),
                request.part(all).stream().map(ServiceJson::delegate).toList()));
    }

    private static Optional<Address> address(Request request, String name) throws RefusedRequest {
        var text = request.parameter(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var address = Address.parse(text.get());
            if (address.toString().equals(text.get())) {
                return Optional.of(address);
            }
        } catch (IllegalArgumentException noAddress) {
            // It is refused below.
        }
        throw RefusedRequest.field(Reply.BAD_REQUEST, name, "Address " + text.get() + " is not checksumed");
    }

    Reply add(Request request) throws RefusedRequest, ProblemException {
        var body = request.required();
        var delegate = new Stored.Delegate(
                body.optionalAddress("safe"),
                body.address("delegate"),
                body.address("delegator"),
                body.text("label", ServedDelegate.MOST_LABEL),
                body.optionalFuture("expiryDate", hours.instant()));
        var signature = body.bytes("signature", SafeSignature.LENGTH);
        body.requireRight(Reply.BAD_REQUEST);
        if (delegate.safe().isPresent()) {
            var safe = safes.required(delegate.safe().get());
            if (!safe.owners().contains(delegate.delegator())) {
                throw RefusedRequest.whole(
                        Reply.BAD_REQUEST,
                        "Provided delegator=" + delegate.delegator() + " is not an owner of Safe=" + safe.address());
            }
        }
        requireSigned(delegate.delegate(), signature, List.of(delegate.delegator()));
        store.put(delegate);
        return Reply.created(ServiceJson.delegate(delegate).put("signature", signature.toHex()));
    }

    /// The delegator takes the name back, or the delegate gives it up.
    Reply remove(Request request) throws RefusedRequest {
        var delegate = request.address(0);
        var body = request.required();
        var safe = body.optionalAddress("safe");
        var delegator = body.address("delegator");
        var signature = body.bytes("signature", SafeSignature.LENGTH);
        body.requireRight(Reply.BAD_REQUEST);
        requireSigned(delegate, signature, List.of(delegator, delegate));
        if (!store.remove(safe, delegate, delegator)) {
            throw RefusedRequest.detail(Reply.NOT_FOUND, "Not found.");
        }
        return Reply.empty(Reply.DONE);
    }

    /// The signature of this hour or of the one before it.
    private void requireSigned(Address delegate, Bytes signature, List<Address> entitled) throws RefusedRequest {
        var hour = ServiceSignature.hour(hours.instant());
        for (var at : List.of(hour, hour - 1)) {
            var signed = ServiceSignature.delegate(safes.chain().chain(), delegate, at);
            if (check.signer(signed.hash(), signature)
                    .filter(entitled::contains)
                    .isPresent()) {
                return;
            }
        }
        throw RefusedRequest.whole(
                Reply.BAD_REQUEST, "Signature does not match provided delegator=" + entitled.getFirst());
    }
}
