package org.breakwater.adapters.localservice;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the service says to a request.
///
/// @param body empty for none
record Reply(int status, Optional<JsonNode> body) {

    static final JsonMapper JSON = new JsonMapper();

    static final int OK = 200;
    static final int CREATED = 201;
    static final int DONE = 204;
    static final int BAD_REQUEST = 400;
    static final int NOT_FOUND = 404;
    static final int UNPROCESSABLE = 422;

    static Reply of(JsonNode body) {
        return new Reply(OK, Optional.of(body));
    }

    static Reply created(JsonNode body) {
        return new Reply(CREATED, Optional.of(body));
    }

    static Reply empty(int status) {
        return new Reply(status, Optional.empty());
    }
}
