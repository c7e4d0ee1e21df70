package org.breakwater.adapters.ethereum;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.breakwater.adapters.loopback.LoopbackHost;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// Where a node is: on this machine, or reached with encryption. It may hold the key of an account with a provider, so
/// that it is never printed; {@link #name} is.
///
/// @param http where it answers questions
/// @param webSocket where it tells of new blocks by itself, if it is known to
public record NodeAddress(URI http, Optional<URI> webSocket) {

    /// @param text begins with `https`, `wss`, or for a node on this machine with `http` or `ws`
    public static NodeAddress parse(String text) throws ProblemException {
        var address = address(text);
        var scheme = String.valueOf(address.getScheme());
        return switch (scheme) {
            case "https" -> new NodeAddress(address, Optional.empty());
            case "wss" -> new NodeAddress(with("https", address), Optional.of(address));
            case "http", "ws" -> {
                requireLocal(address);
                yield new NodeAddress(with("http", address), Optional.of(with("ws", address)));
            }
            default -> throw notAnAddress();
        };
    }

    private static URI address(String text) throws ProblemException {
        try {
            var address = new URI(text);
            if (address.getHost() != null && address.getUserInfo() == null && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            throw new ProblemException(problem(), malformed);
        }
        throw notAnAddress();
    }

    private static void requireLocal(URI address) throws ProblemException {
        if (!LoopbackHost.is(address.getHost())) {
            throw new ProblemException(new Problem(
                    "The node at " + address.getHost() + " would be asked without encryption.",
                    "Others could read and change what it says.",
                    "Use an address that begins with https://, or a node on this computer."));
        }
    }

    private static URI with(String scheme, URI address) {
        var text = address.toString();
        return URI.create(scheme + text.substring(text.indexOf(':')));
    }

    /// What was refused is not repeated: it may hold a key.
    private static ProblemException notAnAddress() {
        return new ProblemException(problem());
    }

    private static Problem problem() {
        return Problem.of(
                "That is no address of a node.", "Give one like http://127.0.0.1:8545 or https://node.example.org.");
    }

    /// Scheme, host and port.
    public String name() {
        return EthereumNode.name(http);
    }

    /// From which {@link #parse} reads it again. It may hold a key, and is for nobody but the owner of this machine.
    public String text() {
        return webSocket.orElse(http).toString();
    }

    @Override
    public String toString() {
        return name();
    }
}
