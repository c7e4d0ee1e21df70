package org.breakwater.core.review.chain;

import java.util.Arrays;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// A question to a contract.
public record Question(Address contract, Bytes calldata) {

    /// @param function `balanceOf(address)`
    public static Question of(Address contract, String function, AbiValue... arguments) {
        return new Question(contract, AbiEncoder.call(FunctionSignature.parse(function), Arrays.asList(arguments)));
    }
}
