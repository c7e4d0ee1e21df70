package org.breakwater.core.safe;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.Argument;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.abi.Span;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.decoding.Flaw;
import org.breakwater.core.decoding.Input;
import org.breakwater.core.decoding.RefusedException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Word;

/// Batches: the calldata of `multiSend(bytes transactions)` since 1.1.0, where each call is packed as operation,
/// target, value, length and data.
///
/// The contract executes an entry that begins inside the batch and ends behind it, with whatever bytes it finds
/// there.
/// So a batch is read to its exact end or refused.
public final class MultiSend {

    /// How many calls a batch may have, those of batches inside it among them.
    public static final int MOST_CALLS = 256;

    /// How deep batches may nest.
    public static final int MOST_DEPTH = 4;

    private static final FunctionSignature FUNCTION = FunctionSignature.parse("multiSend(bytes transactions)");

    /// Of one call, besides its data: operation, target, value, length.
    private static final int HEAD = 1 + Address.LENGTH + 2 * Word.LENGTH;

    private final Input input;
    private final Address safe;
    private int calls;

    private MultiSend(Bytes calldata, Address safe) {
        this.input = new Input("the batch", calldata);
        this.safe = safe;
    }

    /// The calldata that makes calls in their order.
    ///
    /// @throws IllegalArgumentException for more than {@link #MOST_CALLS}, and for a creation
    public static Bytes pack(List<SafeCall> calls) {
        if (calls.size() > MOST_CALLS) {
            throw new IllegalArgumentException("a batch has at most " + MOST_CALLS + " calls");
        }
        var packed = Bytes.concat(calls.stream().map(MultiSend::pack).toArray(Bytes[]::new));
        return AbiEncoder.call(FUNCTION, new AbiValue.Binary(packed));
    }

    private static Bytes pack(SafeCall call) {
        if (call.operation() == Operation.CREATE) {
            throw new IllegalArgumentException("MultiSend does not create contracts");
        }
        return Bytes.concat(
                Bytes.of(new byte[] {(byte) call.operation().code()}),
                call.to().bytes(),
                Word.of(call.value()),
                Word.of(call.data().length()),
                call.data());
    }

    /// Whether calldata is of `multiSend`, well-formed or not.
    public static boolean isBatch(Bytes calldata) {
        return FUNCTION.isCalledBy(calldata);
    }

    /// Reads a batch and the batches inside it.
    ///
    /// @param contract that is called with it; it decides what a call to the zero address means
    /// @param safe that makes the calls
    public static Decoding<List<BatchedCall>> parse(Address contract, Address safe, Bytes calldata) {
        return Decoding.of(() -> new MultiSend(calldata, safe).batch(contract, new Span(0, calldata.length()), 1));
    }

    /// Reads the batch that the bytes of a span are.
    private List<BatchedCall> batch(Address contract, Span span, int depth) throws RefusedException {
        if (depth > MOST_DEPTH) {
            throw input.refused(Flaw.TOO_DEEP, span.from(), "batches nest deeper than " + MOST_DEPTH);
        }
        var entries = entries(span);
        var zeroIsSafe = MultiSendContract.at(contract)
                .map(MultiSendContract::sendsZeroToSelf)
                .orElse(false);
        var batched = new ArrayList<BatchedCall>();
        for (int at = entries.from(); at < entries.to(); ) {
            var call = call(at, entries.to(), zeroIsSafe, depth);
            batched.add(call);
            at = call.span().to();
        }
        return batched;
    }

    /// Where the packed calls of a batch lie.
    private Span entries(Span span) throws RefusedException {
        var decoding = AbiDecoder.call(FUNCTION, input.bytes().slice(span.from(), span.to()));
        return switch (decoding) {
            case Decoding.Decoded(var decoded) -> {
                var transactions = (Argument.Leaf) decoded.arguments().getFirst();
                var from = span.from() + transactions.span().from() + Word.LENGTH;
                yield new Span(
                        from,
                        from
                                + AbiEncoder.content(transactions.type(), transactions.value())
                                        .length());
            }
            case Decoding.Refused(var refusal) ->
                throw input.refused(refusal.flaw(), span.from() + refusal.offset(), refusal.why());
        };
    }

    private BatchedCall call(int at, int end, boolean zeroIsSafe, int depth) throws RefusedException {
        if (++calls > MOST_CALLS) {
            throw input.refused(Flaw.TOO_LARGE, at, "there are more than " + MOST_CALLS + " calls");
        }
        if (end - at < HEAD) {
            throw input.refused(Flaw.CUT_SHORT, at, "the batch ends within a call");
        }
        var to = at + 1;
        var value = to + Address.LENGTH;
        var length = value + Word.LENGTH;
        var data = length + Word.LENGTH;
        var size = input.size(length, end - data, "the length of a call's data");
        var call = new SafeCall(
                operation(at),
                new Address(input.take(to, Address.LENGTH)),
                input.number(value),
                input.take(data, size));
        var target = zeroIsSafe && call.to().isZero() ? safe : call.to();
        return new BatchedCall(
                call, target, new Span(at, data + size), inner(call, new Span(data, data + size), depth));
    }

    private Operation operation(int at) throws RefusedException {
        var code = input.bytes().at(at);
        if (code > Operation.DELEGATE_CALL.code()) {
            throw input.refused(Flaw.OUT_OF_RANGE, at, "MultiSend knows no operation " + code);
        }
        return code == Operation.CALL.code() ? Operation.CALL : Operation.DELEGATE_CALL;
    }

    private List<BatchedCall> inner(SafeCall call, Span data, int depth) throws RefusedException {
        return call.operation() == Operation.DELEGATE_CALL && isBatch(call.data())
                ? batch(call.to(), data, depth + 1)
                : List.of();
    }
}
