package org.breakwater.core.execution;

import java.math.BigInteger;
import org.breakwater.core.abi.FunctionSignature;

/// The errors that Solidity itself reverts with (its documentation, “Panic via assert and Error via require”).
final class Solidity {

    static final FunctionSignature ERROR = FunctionSignature.parse("Error(string message)");
    static final FunctionSignature PANIC = FunctionSignature.parse("Panic(uint256 code)");

    private Solidity() {}

    static String panic(BigInteger code) {
        var words = code.bitLength() > 8
                ? "a check that Solidity makes"
                : switch (code.intValueExact()) {
                    case 0x01 -> "an assertion";
                    case 0x11 -> "a number that is too large or below zero";
                    case 0x12 -> "a division by zero";
                    case 0x21 -> "a value that its enumeration does not have";
                    case 0x22 -> "storage that is not as it should be";
                    case 0x31 -> "taking from an empty array";
                    case 0x32 -> "an index beyond an array's end";
                    case 0x41 -> "more memory than there is";
                    case 0x51 -> "a function that was never set";
                    default -> "a check that Solidity makes";
                };
        return "panic 0x" + code.toString(16) + ", " + words;
    }
}
