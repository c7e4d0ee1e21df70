package org.breakwater.core.offer;

import java.math.BigInteger;
import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Hash32;

@Meaning("The wording that policies of a pool are sold on.")
public record Terms(
        @Meaning("From 1. An order names it.") long version,
        String wordingUri,
        Hash32 wordingHash,
        @Meaning("A bit for each exclusion of the wording.") BigInteger exclusionsBitmap,
        @Meaning("Seconds since 1970.") long publishedAt) {}
