package org.breakwater.core.offer;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.shape.Meaning;

@Meaning("Why a request was refused (RFC 9457).")
public record ProblemDocument(
        @Meaning("Which problem it is: stable, for programs.")
        String type,

        @Meaning("The same for every problem of the type.") String title,
        @Meaning("Of HTTP.") int status,
        @Meaning("What happened, in a sentence.") String detail,
        @Meaning("What to do, in a sentence.") String remedy,

        @Meaning("Least that would be taken, where the problem is a bound.")
        Optional<BigInteger> least,

        @Meaning("Most that would be taken, where the problem is a bound.")
        Optional<BigInteger> most) {}
