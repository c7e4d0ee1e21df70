package org.breakwater.core.overview;

import java.math.BigInteger;
import org.breakwater.core.parameters.ParameterId;
import org.breakwater.core.pools.Pool;
import org.breakwater.core.safe.SafeState;

/// One pool, one parameter and the council, as of one block.
public record Overview(Pool pool, ParameterId parameter, BigInteger value, SafeState council) {}
