package org.breakwater.desktop.feature.welcome;

import java.util.List;
import java.util.Optional;

/// What somebody chose at the window's first page, as they entered it.
public sealed interface Wanted {

    /// The network that this program starts itself.
    record Local() implements Wanted {}

    /// A deployment somewhere.
    ///
    /// @param endpoints addresses of nodes, the preferred one first; at least one
    /// @param deployment path of the deployment file
    /// @param service address of a transaction service
    /// @param addressBook path of an address book
    /// @param watchesOnly whether nobody signs at this console
    record Deployed(
            List<String> endpoints,
            String deployment,
            Optional<String> service,
            Optional<String> addressBook,
            boolean watchesOnly)
            implements Wanted {

        public Deployed {
            endpoints = List.copyOf(endpoints);
        }
    }
}
