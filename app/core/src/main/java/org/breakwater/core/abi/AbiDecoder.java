package org.breakwater.core.abi;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.decoding.Flaw;
import org.breakwater.core.decoding.Input;
import org.breakwater.core.decoding.RefusedException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Selector;
import org.breakwater.core.value.Word;

/// Reads the standard encoding, and nothing else: what it decodes, {@link AbiEncoder} encodes to the very same
/// bytes.
///
/// A contract may read other encodings too: with offsets that overlap or point backwards, with dirt in the padding,
/// with bytes behind the end. Two readers may then see two things, so they are refused by name. Work and memory are
/// bounded by the length of the input: nothing is set aside for a length that the input merely claims.
public final class AbiDecoder {

    /// The longest input that is read, in bytes.
    public static final int MOST_BYTES = 1 << 20;

    private static final String CALLDATA = "the calldata";

    private final Input input;
    private final int start;

    private AbiDecoder(Input input, int start) {
        this.input = input;
        this.start = start;
    }

    /// Reads a call of a known function.
    public static Decoding<DecodedCall> call(FunctionSignature function, Bytes calldata) {
        return Decoding.of(() -> {
            var input = bounded(new Input(CALLDATA, calldata));
            if (!function.isCalledBy(calldata)) {
                throw input.refused(Flaw.OTHER_KIND, 0, "it does not call " + function);
            }
            return new DecodedCall(function, new AbiDecoder(input, Selector.LENGTH).all(function.parameters()));
        });
    }

    /// Reads values without a selector.
    ///
    /// @param subject as in {@link org.breakwater.core.decoding.Refusal}
    public static Decoding<List<Argument>> values(List<AbiParameter> parameters, String subject, Bytes encoded) {
        return Decoding.of(() -> new AbiDecoder(bounded(new Input(subject, encoded)), 0).all(parameters));
    }

    private static Input bounded(Input input) throws RefusedException {
        if (input.bytes().length() > MOST_BYTES) {
            throw input.refused(Flaw.TOO_LARGE, MOST_BYTES, "it is longer than " + MOST_BYTES + " bytes");
        }
        return input;
    }

    private List<Argument> all(List<AbiParameter> parameters) throws RefusedException {
        var arguments = new ArrayList<Argument>();
        var end = sequence(parameters, start, arguments);
        if (end != input.bytes().length()) {
            throw input.refused(Flaw.LEFT_OVER, end, "bytes follow the last argument");
        }
        return arguments;
    }

    /// Reads heads in their order, and tails in the same order directly behind the heads and each other.
    ///
    /// @param base where the heads begin, and what offsets count from
    /// @param read gets what was read
    /// @return the end of the last tail
    private int sequence(List<AbiParameter> parameters, int base, List<Argument> read) throws RefusedException {
        var head = base;
        var heads = 0;
        for (var parameter : parameters) {
            heads += parameter.type().headLength();
        }
        input.take(base, heads);
        var tail = base + heads;
        for (var parameter : parameters) {
            if (parameter.type().isDynamic()) {
                requireOffset(head, tail - base);
                var argument = dynamic(parameter, tail, OptionalInt.of(head));
                read.add(argument);
                tail = argument.span().to();
            } else {
                read.add(fixed(parameter, head));
            }
            head += parameter.type().headLength();
        }
        return tail;
    }

    private void requireOffset(int at, int canonical) throws RefusedException {
        if (!input.number(at).equals(BigInteger.valueOf(canonical))) {
            throw input.refused(
                    Flaw.MISPLACED,
                    at,
                    "an offset is not " + canonical + ", where the standard encoding puts the value");
        }
    }

    private Argument fixed(AbiParameter parameter, int at) throws RefusedException {
        var span = new Span(at, at + parameter.type().headLength());
        return switch (parameter.type()) {
            case ElementaryType type ->
                new Argument.Leaf(parameter.name(), type, word(type, at), span, OptionalInt.empty());
            case AbiType.FixedArray type -> {
                var items = new ArrayList<Argument>();
                sequence(indexed(type.element(), type.length()), at, items);
                yield new Argument.ArrayArgument(parameter.name(), type, items, span, OptionalInt.empty());
            }
            case AbiType.Tuple type -> {
                var components = new ArrayList<Argument>();
                sequence(type.components(), at, components);
                yield new Argument.TupleArgument(parameter.name(), type, components, span, OptionalInt.empty());
            }
            case AbiType.Array _ -> throw new IllegalStateException("an array of any length is not of fixed size");
        };
    }

    private Argument dynamic(AbiParameter parameter, int at, OptionalInt pointer) throws RefusedException {
        return switch (parameter.type()) {
            case ElementaryType type -> sized(parameter.name(), type, at, pointer);
            case AbiType.Array(var element) -> {
                var most = input.remaining(at + Word.LENGTH) / element.headLength();
                var length = input.size(at, most, "the length of an array");
                var items = new ArrayList<Argument>();
                var end = sequence(indexed(element, length), at + Word.LENGTH, items);
                yield new Argument.ArrayArgument(parameter.name(), parameter.type(), items, new Span(at, end), pointer);
            }
            case AbiType.FixedArray(var element, var length) -> {
                var items = new ArrayList<Argument>();
                var end = sequence(indexed(element, length), at, items);
                yield new Argument.ArrayArgument(parameter.name(), parameter.type(), items, new Span(at, end), pointer);
            }
            case AbiType.Tuple type -> {
                var components = new ArrayList<Argument>();
                var end = sequence(type.components(), at, components);
                yield new Argument.TupleArgument(parameter.name(), type, components, new Span(at, end), pointer);
            }
        };
    }

    private static List<AbiParameter> indexed(AbiType element, int length) {
        if (length == 0) {
            return List.of();
        }
        var parameters = new ArrayList<AbiParameter>(Math.min(length, 1_000));
        for (int i = 0; i < length; i++) {
            parameters.add(new AbiParameter(Integer.toString(i), element));
        }
        return Collections.unmodifiableList(parameters);
    }

    private Argument sized(String name, ElementaryType type, int at, OptionalInt pointer) throws RefusedException {
        var most = input.remaining(at + Word.LENGTH);
        var length = input.size(at, most, "the length of " + type.canonical());
        var from = at + Word.LENGTH;
        var content = input.take(from, length);
        var end = from + length;
        var padding = AbiEncoder.padding(length);
        if (!input.take(end, padding).isFilledWith(0, 0, padding)) {
            throw input.refused(Flaw.DIRTY_PADDING, end, "the padding after " + type.canonical() + " is not zero");
        }
        var value = type instanceof ElementaryType.Text
                ? new AbiValue.Text(text(content, from))
                : new AbiValue.Binary(content);
        return new Argument.Leaf(name, type, value, new Span(at, end + padding), pointer);
    }

    private String text(Bytes content, int at) throws RefusedException {
        return content.toText().orElseThrow(() -> input.refused(Flaw.OUT_OF_RANGE, at, "a string is not UTF-8"));
    }

    private AbiValue word(ElementaryType type, int at) throws RefusedException {
        var word = input.take(at, Word.LENGTH);
        return switch (type) {
            case ElementaryType.Uint uint -> number(word.toUnsigned(), uint.holds(word.toUnsigned()), type, at);
            case ElementaryType.Int signed -> {
                var number = new BigInteger(word.toArray());
                yield number(number, signed.holds(number), type, at);
            }
            case ElementaryType.Bool _ -> {
                if (!word.isFilledWith(0, 0, Word.LENGTH - 1) || word.at(Word.LENGTH - 1) > 1) {
                    throw input.refused(Flaw.OUT_OF_RANGE, at, "a bool is neither 0 nor 1");
                }
                yield new AbiValue.Flag(word.at(Word.LENGTH - 1) == 1);
            }
            case ElementaryType.Address _ -> {
                var padding = Word.LENGTH - Address.LENGTH;
                requireZero(word, 0, padding, type, at);
                yield new AbiValue.Account(new Address(word.slice(padding, Word.LENGTH)));
            }
            case ElementaryType.FixedBytes(var length) -> {
                requireZero(word, length, Word.LENGTH, type, at);
                yield new AbiValue.Binary(word.slice(0, length));
            }
            case ElementaryType.DynamicBytes _, ElementaryType.Text _ ->
                throw new IllegalStateException(type.canonical() + " is not of fixed size");
        };
    }

    private AbiValue number(BigInteger number, boolean fits, ElementaryType type, int at) throws RefusedException {
        if (!fits) {
            throw input.refused(Flaw.DIRTY_PADDING, at, "the padding of " + type.canonical() + " is dirty");
        }
        return new AbiValue.Whole(number);
    }

    private void requireZero(Bytes word, int from, int to, ElementaryType type, int at) throws RefusedException {
        if (!word.isFilledWith(0, from, to)) {
            throw input.refused(Flaw.DIRTY_PADDING, at + from, "the padding of " + type.canonical() + " is not zero");
        }
    }
}
