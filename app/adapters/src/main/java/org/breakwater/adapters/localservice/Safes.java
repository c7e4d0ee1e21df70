package org.breakwater.adapters.localservice;

import java.util.ArrayList;
import java.util.function.Predicate;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.service.ServedSafe;
import org.breakwater.core.value.Address;
import tools.jackson.databind.node.ObjectNode;

/// Safes as the chain has them.
record Safes(SafeBook book) {

    Reply one(Request request) throws RefusedRequest, ProblemException {
        var safe = book.required(request.address(0));
        return Reply.of(ServiceJson.safe(safe, book.version(safe)));
    }

    Reply creation(Request request) throws RefusedRequest, ProblemException {
        var safe = request.address(0);
        var creation =
                book.chain().creation(safe, book.factories()).orElseThrow(() -> RefusedRequest.silent(Reply.NOT_FOUND));
        return Reply.of(Reply.JSON
                .createObjectNode()
                .put("created", ServiceJson.time(creation.at()))
                .put("creator", creation.creator().toString())
                .put("transactionHash", creation.transaction().toString())
                .put("factoryAddress", creation.factory().toString())
                .put("masterCopy", creation.singleton().toString())
                .put(
                        "setupData",
                        creation.setup().isEmpty() ? null : creation.setup().toHex())
                .put("saltNonce", creation.saltNonce().map(Object::toString).orElse(null))
                .putNull("dataDecoded")
                .putNull("userOperation"));
    }

    /// The Safes that an account owns, each with what it is now.
    Reply owned(Request request) throws RefusedRequest, ProblemException {
        var owner = request.address(0);
        return list(request, safe -> safe.owners().contains(owner));
    }

    /// The Safes in which a module is enabled.
    Reply withModule(Request request) throws RefusedRequest, ProblemException {
        var module = request.address(0);
        return list(request, safe -> safe.modules().contains(module));
    }

    private Reply list(Request request, Predicate<ServedSafe> wanted) throws ProblemException {
        var all = new ArrayList<ObjectNode>();
        for (var proxy : book.chain().proxies(book.factories())) {
            book.chain().safe(proxy).filter(wanted).map(ServiceJson::ownedSafe).ifPresent(all::add);
        }
        return Reply.of(request.page(all.size(), request.part(all)));
    }

    /// The list before it had pages: addresses alone.
    Reply ownedAddresses(Request request) throws RefusedRequest, ProblemException {
        var owner = request.address(0);
        var body = Reply.JSON.createObjectNode();
        var list = body.putArray("safes");
        for (Address proxy : book.chain().proxies(book.factories())) {
            if (book.chain()
                    .safe(proxy)
                    .filter(safe -> safe.owners().contains(owner))
                    .isPresent()) {
                list.add(proxy.toString());
            }
        }
        return Reply.of(body);
    }
}
