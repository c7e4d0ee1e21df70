package org.breakwater.desktop.shell;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breakwater.core.connection.EndpointUse;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.kit.NetworkKind;

/// The network the window is on, as the status bar tells of it.
///
/// @param name with its chain id: "Local network 31337, no real funds"
/// @param head the newest block
/// @param lateAfter the age from which on the head counts as late
/// @param endpoints how well those asked answer, and which is used
public record NetworkStatus(
        NetworkKind kind, String name, Loadable<BlockRef> head, Duration lateAfter, Endpoints endpoints) {

    /// @param agreeing how many of them tell the same chain
    /// @param fallback which one is used where it is not the first
    public record Endpoints(int agreeing, int all, Optional<EndpointUse> fallback) {

        public Endpoints {
            if (agreeing < 0 || all < agreeing) {
                throw new IllegalArgumentException("no more endpoints agree than there are");
            }
        }

        boolean isHealthy() {
            return agreeing == all && all > 0 && fallback.isEmpty();
        }

        /// What is wrong with those that are not used although they are preferred, a sentence each.
        String reasons() {
            return fallback.stream()
                    .flatMap(use -> use.passedOver().stream())
                    .map(passed -> passed.problem().toString())
                    .collect(Collectors.joining("\n"));
        }

        String words() {
            return fallback.map(Endpoints::words).orElseGet(this::agreement);
        }

        /// The one that is used, and why the first one is not.
        private static String words(EndpointUse use) {
            var first = use.passedOver().getFirst();
            return "Reads " + host(use.endpoint().name()) + ": " + host(first.name()) + " "
                    + first.why().words();
        }

        private static String host(String name) {
            return name.substring(name.indexOf("//") + 2);
        }

        private String agreement() {
            if (all == 1) {
                return agreeing == 1 ? "1 endpoint answers" : "The endpoint does not answer";
            }
            return agreeing + " of " + all + " endpoints agree";
        }
    }
}
