package org.breakwater.core.offer;

import java.math.BigInteger;
import org.breakwater.core.shape.Meaning;

@Meaning("A parameter's value for one pool, level, kind or account.")
public record ScopedValue(
        @Meaning("As in `pool 3`, or an address.") String scope, BigInteger value) {}
