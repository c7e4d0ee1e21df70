package org.breakwater.core.connection;

import java.util.List;
import org.breakwater.core.chain.Endpoint;
import org.breakwater.core.chain.Unfit;
import org.breakwater.core.problem.Problem;

/// Which endpoint of a network is used.
///
/// @param endpoint everything is read from it and sent to it
/// @param passedOver those that would rather be used, in order of preference
public record EndpointUse(Endpoint endpoint, List<PassedOver> passedOver) {

    public EndpointUse {
        passedOver = List.copyOf(passedOver);
    }

    /// An endpoint that is not used although it is preferred.
    ///
    /// @param name scheme, host and port
    public record PassedOver(String name, Unfit why, Problem problem) {}
}
