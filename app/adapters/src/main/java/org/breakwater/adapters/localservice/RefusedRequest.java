package org.breakwater.adapters.localservice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.service.ServiceRefusal;
import tools.jackson.databind.JsonNode;

/// Ends a request with a refusal, written in one of the ways in which the real service writes it.
final class RefusedRequest extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    private RefusedRequest(Reply reply) {
        super("HTTP status " + reply.status());
        this.reply = reply;
    }

    private RefusedRequest(int status, JsonNode body) {
        this(new Reply(status, Optional.of(body)));
    }

    Reply reply() {
        return reply;
    }

    /// Without a word, as for an unknown Safe.
    static RefusedRequest silent(int status) {
        return new RefusedRequest(Reply.empty(status));
    }

    static RefusedRequest detail(int status, String words) {
        return new RefusedRequest(status, Reply.JSON.createObjectNode().put("detail", words));
    }

    static RefusedRequest noSuch(String kind) {
        return detail(Reply.NOT_FOUND, "No " + kind + " matches the given query.");
    }

    static RefusedRequest fields(int status, Map<String, List<String>> words) {
        var body = Reply.JSON.createObjectNode();
        words.forEach((field, all) -> all.forEach(body.withArray(field)::add));
        return new RefusedRequest(status, body);
    }

    static RefusedRequest field(int status, String field, String words) {
        return fields(status, Map.of(field, List.of(words)));
    }

    static RefusedRequest whole(int status, String words) {
        return field(status, "nonFieldErrors", words);
    }

    static RefusedRequest list(String words) {
        return new RefusedRequest(
                Reply.BAD_REQUEST, Reply.JSON.createArrayNode().add(words));
    }

    static RefusedRequest checksum(String address) {
        return coded(ServiceRefusal.CHECKSUM, "Checksum address validation failed", address);
    }

    /// With the service's own number for the reason.
    static RefusedRequest coded(int code, String words, String... arguments) {
        var body = Reply.JSON.createObjectNode().put("code", code).put("message", words);
        List.of(arguments).forEach(body.putArray("arguments")::add);
        return new RefusedRequest(Reply.UNPROCESSABLE, body);
    }

    static RefusedRequest unreachableChain() {
        return new RefusedRequest(
                503, Reply.JSON.createObjectNode().put("exception", "Problem connecting to Ethereum network"));
    }
}
