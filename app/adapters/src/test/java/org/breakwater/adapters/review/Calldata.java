package org.breakwater.adapters.review;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// Calldata written as a person reads it.
final class Calldata {

    private Calldata() {}

    static Bytes of(String function, Object... arguments) {
        return AbiEncoder.call(
                FunctionSignature.parse(function),
                Stream.of(arguments).map(Calldata::value).toList());
    }

    private static AbiValue value(Object argument) {
        return switch (argument) {
            case Address address -> new AbiValue.Account(address);
            case BigInteger number -> new AbiValue.Whole(number);
            case Long number -> AbiValue.Whole.of(number);
            case Integer number -> AbiValue.Whole.of(number);
            case Boolean flag -> new AbiValue.Flag(flag);
            case Bytes bytes -> new AbiValue.Binary(bytes);
            case Hash32 hash -> new AbiValue.Binary(hash.bytes());
            case String text -> new AbiValue.Text(text);
            case List<?> items ->
                new AbiValue.Items(items.stream().map(Calldata::value).toList());
            case Object[] components ->
                new AbiValue.Tuple(Stream.of(components).map(Calldata::value).toList());
            default -> throw new IllegalArgumentException("no value of the ABI: " + argument);
        };
    }
}
