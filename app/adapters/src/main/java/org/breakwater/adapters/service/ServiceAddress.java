package org.breakwater.adapters.service;

import java.util.Optional;
import okhttp3.HttpUrl;
import org.breakwater.adapters.loopback.LoopbackHost;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Quotation;

/// Where a service is, and the key for it. The key goes nowhere else and is never printed.
///
/// @param base as in `https://api.safe.global/tx-service/eth/api`; encrypted, or on this machine
/// @param key of an account with the service; empty for none
public record ServiceAddress(HttpUrl base, Optional<String> key) {

    /// @throws ProblemException for no address, for one with a user in it, and for one that is neither encrypted nor on
    ///     this machine
    public static ServiceAddress of(String address, Optional<String> key) throws ProblemException {
        var url = HttpUrl.parse(address);
        if (url == null || !url.username().isEmpty() || url.query() != null || url.fragment() != null) {
            throw new ProblemException(Problem.of(
                    Quotation.of(address) + " is no address of a transaction service.",
                    "An address reads like https://api.safe.global/tx-service/eth/api."));
        }
        if (!url.isHttps() && !LoopbackHost.is(url.host())) {
            throw new ProblemException(new Problem(
                    "The transaction service at " + url.host() + " would be asked without encryption.",
                    "Others could read and change what it says.",
                    "Enter an address that begins with https://."));
        }
        if (key.isPresent() && !key.get().matches("[!-~]{1,4096}")) {
            throw new ProblemException(Problem.of(
                    "The key for " + url.host() + " holds characters that a key does not have.",
                    "Copy the key again."));
        }
        return new ServiceAddress(url, key);
    }

    /// Scheme, host and port.
    String name() {
        var port = base.port() == HttpUrl.defaultPort(base.scheme()) ? "" : ":" + base.port();
        return base.scheme() + "://" + base.host() + port;
    }

    /// An endpoint, with the slash at its end without which a service sends one elsewhere.
    ///
    /// @param path as in `v1/about`
    HttpUrl.Builder endpoint(String path) {
        var builder = base.newBuilder();
        if (base.pathSegments().getLast().isEmpty()) {
            builder.removePathSegment(base.pathSize() - 1);
        }
        return builder.addPathSegments(path + "/");
    }

    @Override
    public String toString() {
        return name();
    }
}
