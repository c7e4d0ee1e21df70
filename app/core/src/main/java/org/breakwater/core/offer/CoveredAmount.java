package org.breakwater.core.offer;

import java.math.BigInteger;
import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Address;

@Meaning("What is in force on one account in one asset.")
public record CoveredAmount(
        @Meaning("The token that amounts are in.") Address asset,

        @Meaning("Decimals of that token: amounts are in units of 10^-decimals.")
        int decimals,

        BigInteger inForce) {}
