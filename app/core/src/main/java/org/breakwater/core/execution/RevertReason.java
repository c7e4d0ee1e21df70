package org.breakwater.core.execution;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Quotation;
import org.breakwater.core.value.Selector;

/// Why a contract refused a call.
public sealed interface RevertReason {

    /// It gave none; out of gas looks the same.
    record Nothing() implements RevertReason {}

    /// One of the Safe's own.
    record OfSafe(SafeError error) implements RevertReason {}

    /// A sentence of the contract's author.
    record Said(String text) implements RevertReason {}

    /// What Solidity checks by itself.
    record Panicked(BigInteger code) implements RevertReason {}

    /// An error that the contract defines.
    record Custom(FunctionSignature error, List<AbiValue> arguments) implements RevertReason {
        public Custom {
            arguments = List.copyOf(arguments);
        }
    }

    /// Bytes of nobody whom this program knows.
    record Unknown(Bytes returned) implements RevertReason {}

    /// @param inner what a call made from the Safe answers by itself, where the outer reason is that it fails
    record Inner(RevertReason outer, RevertReason inner) implements RevertReason {}

    /// Reads what a call that was refused gave back.
    static RevertReason read(Bytes returned, KnownErrors errors) {
        if (returned.length() < Selector.LENGTH) {
            return returned.isEmpty() ? new Nothing() : new Unknown(returned);
        }
        var said = decoded(Solidity.ERROR, returned);
        if (said.isPresent() && said.get().getFirst() instanceof AbiValue.Text(var text)) {
            return said(text);
        }
        var panicked = decoded(Solidity.PANIC, returned);
        if (panicked.isPresent() && panicked.get().getFirst() instanceof AbiValue.Whole(var code)) {
            return new Panicked(code);
        }
        var error = errors.named(new Selector(returned.slice(0, Selector.LENGTH)));
        return error.flatMap(known -> decoded(known, returned).map(values -> (RevertReason) new Custom(known, values)))
                .orElseGet(() -> new Unknown(returned));
    }

    /// A reason that is known by its text alone.
    static RevertReason said(String text) {
        return SafeError.of(text).<RevertReason>map(OfSafe::new).orElseGet(() -> new Said(text));
    }

    private static Optional<List<AbiValue>> decoded(FunctionSignature error, Bytes returned) {
        return error.isCalledBy(returned) && AbiDecoder.call(error, returned) instanceof Decoding.Decoded(var call)
                ? Optional.of(call.values())
                : Optional.empty();
    }

    /// A clause without a full stop.
    default String words() {
        return switch (this) {
            case Nothing() -> "it gave no reason, as when gas runs out";
            case OfSafe(var error) -> error.name() + ", " + error.words();
            case Said(var text) -> Quotation.of(text);
            case Panicked(var code) -> Solidity.panic(code);
            case Custom(var error, var arguments) -> error.name() + arguments(error, arguments);
            case Unknown(var returned) -> "an unknown error, " + shortened(returned);
            case Inner(var outer, var inner) -> outer.words() + ": " + inner.words();
        };
    }

    private static String arguments(FunctionSignature error, List<AbiValue> values) {
        var written = new ArrayList<String>();
        for (int i = 0; i < values.size(); i++) {
            var name = error.parameters().get(i).name();
            written.add((name.isEmpty() ? "" : name + " ") + written(values.get(i)));
        }
        return written.isEmpty() ? "" : " (" + String.join(", ", written) + ")";
    }

    private static String written(AbiValue value) {
        return switch (value) {
            case AbiValue.Whole(var number) -> number.toString();
            case AbiValue.Flag(var flag) -> flag ? "yes" : "no";
            case AbiValue.Account(var address) -> address.toString();
            case AbiValue.Binary(var bytes) -> constant(bytes).orElseGet(() -> shortened(bytes));
            case AbiValue.Text(var text) -> Quotation.of(text);
            case AbiValue.Items(var items) -> items.size() + " items";
            case AbiValue.Tuple(var components) ->
                components.stream().map(RevertReason::written).collect(Collectors.joining(", ", "(", ")"));
        };
    }

    /// A `bytes32` constant that was written as a text.
    private static Optional<String> constant(Bytes bytes) {
        return bytes.toText().map(text -> text.replaceFirst("\0+$", "")).filter(text -> text.matches("[A-Z0-9_]+"));
    }

    private static String shortened(Bytes bytes) {
        var most = 36;
        return bytes.length() <= most
                ? bytes.toHex()
                : bytes.slice(0, most).toHex() + "… (" + bytes.length() + " bytes)";
    }
}
