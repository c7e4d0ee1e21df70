package org.breakwater.core.pools;

import org.breakwater.core.value.Address;
import org.breakwater.core.value.TokenAmount;

/// A risk pool as the chain has it.
///
/// @param totalAssets what the pool holds (ERC-4626 `totalAssets`)
/// @param totalShares what its underwriters hold (ERC-20 `totalSupply`)
public record Pool(Address address, String name, TokenAmount totalAssets, TokenAmount totalShares) {}
