package org.breakwater.core.offer;

import java.math.BigInteger;
import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

@Meaning("A call.")
public record Transaction(Address to, @Meaning("Always 0.") BigInteger value, Bytes data) {}
