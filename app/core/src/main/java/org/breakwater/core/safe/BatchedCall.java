package org.breakwater.core.safe;

import java.util.List;
import java.util.stream.Stream;
import org.breakwater.core.abi.Span;
import org.breakwater.core.value.Address;

/// One call of a batch.
///
/// @param call as the batch writes it
/// @param target where the call goes: the Safe itself where the batch writes zero and its MultiSend takes that as
/// the Safe
/// @param span its bytes, counted from the start of the outermost calldata
/// @param inner the calls that it batches in turn
public record BatchedCall(SafeCall call, Address target, Span span, List<BatchedCall> inner) {

    public BatchedCall {
        inner = List.copyOf(inner);
    }

    /// The calls that batch nothing in turn, in the order in which they are made.
    public Stream<BatchedCall> leaves() {
        return inner.isEmpty() ? Stream.of(this) : inner.stream().flatMap(BatchedCall::leaves);
    }
}
