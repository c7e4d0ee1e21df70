package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// Decoded values by their place.
record Arguments(List<AbiValue> values) {

    Address account(int index) {
        return ((AbiValue.Account) values.get(index)).address();
    }

    BigInteger number(int index) {
        return ((AbiValue.Whole) values.get(index)).number();
    }

    boolean flag(int index) {
        return ((AbiValue.Flag) values.get(index)).flag();
    }

    /// Of `bytes32`.
    Hash32 word(int index) {
        return new Hash32(((AbiValue.Binary) values.get(index)).bytes());
    }

    Arguments tuple(int index) {
        return new Arguments(((AbiValue.Tuple) values.get(index)).components());
    }

    Arguments items(int index) {
        return new Arguments(((AbiValue.Items) values.get(index)).items());
    }
}
