package org.breakwater.adapters.signer.external;

import java.net.URI;
import org.breakwater.adapters.loopback.LoopbackHost;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// Where a signer in another program is spoken to. That is this machine, unless a policy says otherwise: whoever
/// answers elsewhere, or listens on the way, sees what is about to be signed.
public record SignerEndpoint(URI address) {

    /// Where a signer may be.
    public enum Reach {
        /// On this machine.
        LOOPBACK,
        /// Anywhere, over TLS.
        ANYWHERE
    }

    /// @throws ProblemException for an address beyond the reach
    public static SignerEndpoint of(String address, Reach reach) throws ProblemException {
        var endpoint = parsed(address);
        var host = endpoint.getHost();
        var scheme = endpoint.getScheme();
        if (host == null || scheme == null || endpoint.getUserInfo() != null) {
            throw refused(address, "it is no address of a signer");
        }
        if (LoopbackHost.is(host)) {
            if (!scheme.equals("http") && !scheme.equals("https")) {
                throw refused(address, "it is neither http nor https");
            }
        } else if (reach == Reach.LOOPBACK) {
            throw refused(address, "it is not on this machine, and the policy allows no other");
        } else if (!scheme.equals("https")) {
            throw refused(address, "it is not on this machine, and not https");
        }
        return new SignerEndpoint(endpoint);
    }

    private static URI parsed(String address) throws ProblemException {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException malformed) {
            throw refused(address, "it is no address of a signer");
        }
    }

    private static ProblemException refused(String address, String why) {
        return new ProblemException(new Problem(
                "No signer is asked at " + address + ": " + why + ".",
                "Nothing was sent there.",
                "Give an address such as http://127.0.0.1:8550."));
    }
}
