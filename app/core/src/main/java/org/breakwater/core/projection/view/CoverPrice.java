package org.breakwater.core.projection.view;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.protocol.PremiumMode;
import org.breakwater.core.protocol.RiskLevel;

/// What cover of a subject costs now (`IPremiumEngine.rate`), in its parts. Basis points of the cover per 365 days.
///
/// @param level of the subject now
/// @param base by level
/// @param risk by score; 0 where the pool's price is fixed
/// @param utilisation by the share of capital in use; 0 unless the price follows usage
/// @param surge by recent sales of the subject, as far as the ceiling leaves room; 0 unless the price follows usage
/// @param floor the price is raised to it
/// @param ceiling what would cost more without the surge is not sold
/// @param rate the sum, raised to the floor; empty where it is above the ceiling
public record CoverPrice(
        PremiumMode mode,
        RiskLevel level,
        BigInteger base,
        BigInteger risk,
        BigInteger utilisation,
        BigInteger surge,
        BigInteger floor,
        BigInteger ceiling,
        Optional<BigInteger> rate) {}
