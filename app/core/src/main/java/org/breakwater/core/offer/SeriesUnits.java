package org.breakwater.core.offer;

import java.math.BigInteger;
import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Address;

@Meaning("Units of a parametric series that an account holds.")
public record SeriesUnits(
        BigInteger seriesId,
        BigInteger units,
        @Meaning("The token that amounts are in.") Address asset,

        @Meaning("Decimals of that token: amounts are in units of 10^-decimals.")
        int decimals,

        @Meaning("All of them at full severity while the series is open, as settled afterwards.")
        BigInteger payable) {}
