package org.breakwater.core.service;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// A transfer to or from a Safe, as a service tells it.
///
/// @param kind as the service names it: `ETHER_TRANSFER`, `ERC20_TRANSFER`, `ERC721_TRANSFER`, `UNKNOWN`
/// @param value wei or the token's smallest units; empty for one that is counted by its number
/// @param token empty for the network's own money
/// @param tokenId of one that is counted by its number
public record Movement(
        String kind,
        Instant at,
        long block,
        Hash32 transaction,
        Address from,
        Address to,
        Optional<BigInteger> value,
        Optional<BigInteger> tokenId,
        Optional<Address> token) {}
