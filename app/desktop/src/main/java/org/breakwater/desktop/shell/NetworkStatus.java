package org.breakwater.desktop.shell;

import java.time.Duration;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.kit.NetworkKind;

/// The network the window is on, as the status bar tells of it.
///
/// @param name with its chain id: "Local network 31337, no real funds"
/// @param head the newest block
/// @param lateAfter the age from which on the head counts as late
/// @param endpoints how well those asked answer
public record NetworkStatus(
        NetworkKind kind, String name, Loadable<BlockRef> head, Duration lateAfter, Endpoints endpoints) {

    /// @param agreeing how many of them tell the same chain
    public record Endpoints(int agreeing, int all) {

        public Endpoints {
            if (agreeing < 0 || all < agreeing) {
                throw new IllegalArgumentException("no more endpoints agree than there are");
            }
        }

        boolean isHealthy() {
            return agreeing == all && all > 0;
        }

        String words() {
            if (all == 1) {
                return agreeing == 1 ? "1 endpoint answers" : "The endpoint does not answer";
            }
            return agreeing + " of " + all + " endpoints agree";
        }
    }
}
