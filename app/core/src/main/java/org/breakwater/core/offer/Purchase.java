package org.breakwater.core.offer;

import java.math.BigInteger;
import org.breakwater.core.shape.Meaning;

@Meaning("Two transactions, to be sent by whoever pays, in this order.")
public record Purchase(
        @Meaning("Most that will be paid. The purchase fails where it costs more by then.")
        BigInteger maxPremium,

        @Meaning("Lets the protocol take the premium.") Transaction approve,
        Transaction buy) {}
