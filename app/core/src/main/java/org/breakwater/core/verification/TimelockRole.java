package org.breakwater.core.verification;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.breakwater.core.value.Address;

/// A role of the timelock, which keeps its own.
///
/// @param admin name of the role whose members grant and revoke it
public record TimelockRole(String admin, SortedSet<Address> holders) {

    public TimelockRole {
        holders = Collections.unmodifiableSortedSet(new TreeSet<>(holders));
    }
}
