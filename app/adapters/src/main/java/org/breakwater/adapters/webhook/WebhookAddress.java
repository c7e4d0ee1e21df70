package org.breakwater.adapters.webhook;

import okhttp3.HttpUrl;
import org.breakwater.adapters.loopback.LoopbackHost;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// Where messages are posted: encrypted, or on this machine. The path may be a secret; only the name is printed.
record WebhookAddress(HttpUrl url) {

    /// @param what whose address it is, for sentences, which do not repeat the address
    static WebhookAddress of(String what, String address) throws ProblemException {
        var url = HttpUrl.parse(address);
        if (url == null || !url.username().isEmpty() || !url.password().isEmpty() || url.fragment() != null) {
            throw new ProblemException(Problem.of(
                    "The address of " + what + " is none.", "An address reads like https://alerts.example.org/hook."));
        }
        if (!url.isHttps() && !LoopbackHost.is(url.host())) {
            throw new ProblemException(new Problem(
                    "The address of " + what + " is not encrypted.",
                    "Others could read and change what is sent to " + url.host() + ".",
                    "Use an address that begins with https://."));
        }
        return new WebhookAddress(url);
    }

    /// Scheme, host and port.
    String name() {
        var host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        var port = url.port() == HttpUrl.defaultPort(url.scheme()) ? "" : ":" + url.port();
        return url.scheme() + "://" + host + port;
    }

    @Override
    public String toString() {
        return name();
    }
}
