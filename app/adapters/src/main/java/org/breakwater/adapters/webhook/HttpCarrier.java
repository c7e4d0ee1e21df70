package org.breakwater.adapters.webhook;

import java.util.Map;
import java.util.function.Function;
import org.breakwater.core.delivery.Carrier;
import org.breakwater.core.delivery.Message;
import org.breakwater.core.delivery.Outcome;

/// Posts each message in a target's own form.
///
/// @param body of a message
/// @param headers of a message and its body
record HttpCarrier(WebhookHttp http, int capacity, Function<Message, String> body, Headers headers) implements Carrier {

    /// What a request says beside its body.
    @FunctionalInterface
    interface Headers {
        Map<String, String> of(Message message, String body);
    }

    @Override
    public String where() {
        return http.where();
    }

    @Override
    public Outcome carry(Message message) {
        var text = body.apply(message);
        return http.post(text, headers.of(message, text));
    }

    @Override
    public void close() {
        http.close();
    }
}
