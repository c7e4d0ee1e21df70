package org.breakwater.adapters.localservice;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the service was asked.
///
/// @param base of the service, for the addresses of further pages
/// @param path without the slash at its end
/// @param arguments the parts of the path that its route leaves open
/// @param query the first value of each name
/// @param body empty for none
record Request(String base, String path, List<String> arguments, Map<String, String> query, Optional<Body> body) {

    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 200;

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /// An open part of the path that is an address with its checksum.
    Address address(int place) throws RefusedRequest {
        var text = arguments.get(place);
        try {
            var address = Address.parse(text);
            if (address.toString().equals(text)) {
                return address;
            }
        } catch (IllegalArgumentException noAddress) {
            // It is refused in the same words.
        }
        throw RefusedRequest.checksum(text);
    }

    /// An open part of the path that is a hash.
    Hash32 hash(int place) throws RefusedRequest {
        try {
            return new Hash32(Bytes.parse(arguments.get(place)));
        } catch (IllegalArgumentException noHash) {
            throw RefusedRequest.detail(Reply.NOT_FOUND, "Not found.");
        }
    }

    Body required() throws RefusedRequest {
        return body.orElseThrow(() -> RefusedRequest.detail(Reply.BAD_REQUEST, "JSON parse error"));
    }

    /// A parameter that is true or false.
    Optional<Boolean> flag(String name) throws RefusedRequest {
        return switch (query.get(name)) {
            case null -> Optional.empty();
            case "true", "True" -> Optional.of(true);
            case "false", "False" -> Optional.of(false);
            default -> throw RefusedRequest.field(Reply.BAD_REQUEST, name, "Select a valid choice.");
        };
    }

    /// A parameter that is a whole number.
    Optional<BigInteger> number(String name) throws RefusedRequest {
        var text = query.get(name);
        if (text == null) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,78}") || new BigInteger(text).bitLength() > 256) {
            throw RefusedRequest.field(Reply.BAD_REQUEST, name, "Enter a number.");
        }
        return Optional.of(new BigInteger(text));
    }

    /// Anything else than a number counts as not given, as in the real service.
    private int number(String name, int otherwise, int most) {
        var text = query.get(name);
        return text != null && text.matches("[0-9]{1,9}") ? Math.min(most, Integer.parseInt(text)) : otherwise;
    }

    int limit() {
        return Math.max(1, number("limit", USUAL_PAGE, LARGEST_PAGE));
    }

    int offset() {
        return number("offset", 0, Integer.MAX_VALUE);
    }

    /// A page of a list.
    ///
    /// @param count of the whole list
    ObjectNode page(long count, List<ObjectNode> rows) {
        var page = Reply.JSON.createObjectNode().put("count", count);
        page.put("next", offset() + rows.size() < count ? link(offset() + limit()) : null);
        page.put("previous", offset() > 0 ? link(Math.max(0, offset() - limit())) : null);
        ArrayNode results = page.putArray("results");
        rows.forEach(results::add);
        return page;
    }

    private String link(int offset) {
        var link = new StringBuilder(base).append(path).append("/?limit=").append(limit());
        query.forEach((name, value) -> {
            if (!name.equals("limit") && !name.equals("offset")) {
                link.append('&').append(name).append('=').append(Escapes.query(value));
            }
        });
        return link.append("&offset=").append(offset).toString();
    }

    /// The part of a list that is in the page.
    <T> List<T> part(List<T> all) {
        var from = Math.min(all.size(), offset());
        return all.subList(from, Math.min(all.size(), from + limit()));
    }
}
