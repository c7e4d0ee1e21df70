package org.breakwater.core.localnet;

import java.util.OptionalInt;
import java.util.function.Consumer;
import org.breakwater.core.problem.ProblemException;

/// Port: starts local networks.
public interface LocalNetworks {

    /// Starts a network and returns when it is ready.
    ///
    /// @param port on loopback; a free one where empty
    /// @param seed from which everything that is drawn comes
    /// @param news hears a sentence where starting takes long
    RunningNetwork start(OptionalInt port, long seed, Consumer<String> news) throws ProblemException;
}
