package org.breakwater.core.fact;

import java.util.Optional;
import org.breakwater.core.value.Address;

/// A contract whose logs tell part of the protocol's state.
///
/// @param since height of the first block that can hold such a log
/// @param party where present, only ERC-20 transfers from or to this account are wanted: the contract is a token that
///     the whole world uses
public record FollowedContract(Address address, ContractType type, long since, Optional<Address> party) {

    public FollowedContract {
        if (since < 0) {
            throw new IllegalArgumentException("a block number is not below zero: " + since);
        }
    }
}
