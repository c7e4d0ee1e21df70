package org.breakwater.core.abi;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Types and values of the ABI, drawn from a seed.
final class RandomValues {

    private final RandomGenerator random;

    RandomValues(RandomGenerator random) {
        this.random = random;
    }

    AbiType type(int depth) {
        return switch (random.nextInt(depth == 0 ? 7 : 11)) {
            case 0 -> new ElementaryType.Uint(8 * random.nextInt(1, 33));
            case 1 -> new ElementaryType.Int(8 * random.nextInt(1, 33));
            case 2 -> new ElementaryType.Bool();
            case 3 -> new ElementaryType.Address();
            case 4 -> new ElementaryType.FixedBytes(random.nextInt(1, 33));
            case 5 -> new ElementaryType.DynamicBytes();
            case 6 -> new ElementaryType.Text();
            case 7, 8 -> new AbiType.Array(type(depth - 1));
            case 9 -> new AbiType.FixedArray(type(depth - 1), random.nextInt(1, 4));
            default -> new AbiType.Tuple(parameters(random.nextInt(1, 4), depth - 1));
        };
    }

    List<AbiParameter> parameters(int count, int depth) {
        return IntStream.range(0, count)
                .mapToObj(i -> new AbiParameter("p" + i, type(depth)))
                .toList();
    }

    AbiValue value(AbiType type) {
        return switch (type) {
            case ElementaryType.Uint(var bits) -> new AbiValue.Whole(number(bits));
            case ElementaryType.Int(var bits) ->
                new AbiValue.Whole(number(bits).subtract(BigInteger.TWO.pow(bits - 1)));
            case ElementaryType.Bool _ -> new AbiValue.Flag(random.nextBoolean());
            case ElementaryType.Address _ -> new AbiValue.Account(new Address(bytes(Address.LENGTH)));
            case ElementaryType.FixedBytes(var length) -> new AbiValue.Binary(bytes(length));
            case ElementaryType.DynamicBytes _ -> new AbiValue.Binary(bytes(random.nextInt(70)));
            case ElementaryType.Text _ -> new AbiValue.Text("é€😀x".repeat(random.nextInt(9)));
            case AbiType.Array(var element) -> items(element, random.nextInt(4));
            case AbiType.FixedArray(var element, var length) -> items(element, length);
            case AbiType.Tuple(var components) -> new AbiValue.Tuple(values(components));
        };
    }

    List<AbiValue> values(List<AbiParameter> parameters) {
        return parameters.stream().map(parameter -> value(parameter.type())).toList();
    }

    private AbiValue items(AbiType element, int length) {
        var items = new ArrayList<AbiValue>();
        for (int i = 0; i < length; i++) {
            items.add(value(element));
        }
        return new AbiValue.Items(items);
    }

    /// Below 2^`bits`, at the edges more often than chance would have it.
    private BigInteger number(int bits) {
        return switch (random.nextInt(4)) {
            case 0 -> BigInteger.ZERO;
            case 1 -> BigInteger.TWO.pow(bits).subtract(BigInteger.ONE);
            default -> bytes(bits / 8).toUnsigned();
        };
    }

    private Bytes bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }
}
