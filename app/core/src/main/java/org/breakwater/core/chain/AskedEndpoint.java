package org.breakwater.core.chain;

import java.util.Optional;

/// An endpoint and what it said last.
///
/// @param name scheme, host and port
/// @param isUsed whether it is the one that is read
/// @param answer empty until it was asked
public record AskedEndpoint(String name, boolean isUsed, Optional<EndpointAnswer> answer) {

    public boolean agrees() {
        return answer.filter(EndpointAnswer::agrees).isPresent();
    }
}
