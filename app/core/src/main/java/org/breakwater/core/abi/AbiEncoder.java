package org.breakwater.core.abi;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Word;

/// The standard encoding of Solidity's ABI specification: what `abi.encode` and `abi.encodeCall` give.
public final class AbiEncoder {

    private static final BigInteger TWO_TO_256 = BigInteger.TWO.pow(256);

    private AbiEncoder() {}

    /// Calldata: the selector, then the arguments.
    ///
    /// @throws IllegalArgumentException where an argument is not of its parameter's type
    public static Bytes call(FunctionSignature function, List<AbiValue> arguments) {
        return Bytes.concat(function.selector().bytes(), encode(types(function.parameters()), arguments));
    }

    public static Bytes call(FunctionSignature function, AbiValue... arguments) {
        return call(function, Arrays.asList(arguments));
    }

    /// Values one after the other, heads first.
    ///
    /// @throws IllegalArgumentException where a value is not of its type
    public static Bytes encode(List<? extends AbiType> types, List<AbiValue> values) {
        if (types.size() != values.size()) {
            throw new IllegalArgumentException(types.size() + " values are wanted, and " + values.size() + " given");
        }
        var heads = new ArrayList<Bytes>();
        var tails = new ArrayList<Bytes>();
        var tail = types.stream().mapToInt(AbiType::headLength).reduce(0, Math::addExact);
        for (int i = 0; i < types.size(); i++) {
            var encoded = encode(types.get(i), values.get(i));
            if (types.get(i).isDynamic()) {
                heads.add(Word.of(tail));
                tails.add(encoded);
                tail = Math.addExact(tail, encoded.length());
            } else {
                heads.add(encoded);
            }
        }
        heads.addAll(tails);
        return Bytes.concat(heads.toArray(Bytes[]::new));
    }

    private static Bytes encode(AbiType type, AbiValue value) {
        return switch (type) {
            case ElementaryType.DynamicBytes bytes -> sized(content(bytes, value));
            case ElementaryType.Text text -> sized(content(text, value));
            case ElementaryType elementary -> word(elementary, value);
            case AbiType.Array(var element) -> {
                var items = items(type, value);
                yield Bytes.concat(Word.of(items.size()), repeated(element, items));
            }
            case AbiType.FixedArray(var element, var length) -> {
                var items = items(type, value);
                if (items.size() != length) {
                    throw mismatch(type, value);
                }
                yield repeated(element, items);
            }
            case AbiType.Tuple(var components) ->
                encode(types(components), value instanceof AbiValue.Tuple(var parts) ? parts : unfit(type, value));
        };
    }

    private static Bytes sized(Bytes content) {
        return Bytes.concat(Word.of(content.length()), content, Bytes.zeros(padding(content.length())));
    }

    /// How many bytes fill the last word after `length` bytes.
    static int padding(int length) {
        return -length & (Word.LENGTH - 1);
    }

    private static Bytes repeated(AbiType element, List<AbiValue> items) {
        return encode(Collections.nCopies(items.size(), element), items);
    }

    /// The word of a type of fixed size.
    ///
    /// @throws IllegalArgumentException where the value is not of the type, or the type is `bytes` or `string`
    public static Bytes word(ElementaryType type, AbiValue value) {
        return switch (type) {
            case ElementaryType.Uint uint
            when value instanceof AbiValue.Whole(var number) && uint.holds(number) -> Word.of(number);
            case ElementaryType.Int signed
            when value instanceof AbiValue.Whole(var number) && signed.holds(number) -> Word.of(number.mod(TWO_TO_256));
            case ElementaryType.Bool _ when value instanceof AbiValue.Flag(var flag) -> Word.of(flag ? 1 : 0);
            case ElementaryType.Address _ when value instanceof AbiValue.Account(var address) -> Word.of(address);
            case ElementaryType.FixedBytes(var length)
            when value instanceof AbiValue.Binary(var bytes) && bytes.length() == length ->
                Bytes.concat(bytes, Bytes.zeros(Word.LENGTH - length));
            case ElementaryType _ -> throw mismatch(type, value);
        };
    }

    /// The bytes of a `bytes` or `string`, without their length.
    ///
    /// @throws IllegalArgumentException where the value is not of the type
    public static Bytes content(ElementaryType type, AbiValue value) {
        return switch (type) {
            case ElementaryType.DynamicBytes _ when value instanceof AbiValue.Binary(var bytes) -> bytes;
            case ElementaryType.Text _ when value instanceof AbiValue.Text(var text) -> Bytes.ofText(text);
            case ElementaryType _ -> throw mismatch(type, value);
        };
    }

    private static List<AbiValue> items(AbiType type, AbiValue value) {
        return value instanceof AbiValue.Items(var items) ? items : unfit(type, value);
    }

    private static List<AbiType> types(List<AbiParameter> parameters) {
        return parameters.stream().map(AbiParameter::type).toList();
    }

    private static List<AbiValue> unfit(AbiType type, AbiValue value) {
        throw mismatch(type, value);
    }

    private static IllegalArgumentException mismatch(AbiType type, AbiValue value) {
        return new IllegalArgumentException(described(value) + " is no " + type.canonical());
    }

    /// What a value is, in a few words however large it is.
    public static String described(AbiValue value) {
        return switch (value) {
            case AbiValue.Whole(var number) -> number.toString();
            case AbiValue.Flag(var flag) -> Boolean.toString(flag);
            case AbiValue.Account(var address) -> address.toString();
            case AbiValue.Binary(var bytes) -> "a value of " + bytes.length() + " bytes";
            case AbiValue.Text(var text) -> "a text of " + text.length() + " characters";
            case AbiValue.Items(var items) -> "a list of " + items.size();
            case AbiValue.Tuple(var components) -> "a tuple of " + components.size();
        };
    }
}
