package org.breakwater.adapters.index;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// A contract that writes the logs it is told to, assembled by hand: input is how many, the topics, the data. The last
/// topic grows by one from log to log.
///
/// @param topics how many each log has, 1 to 4
public record LogEmitter(int topics) {

    private static final int ADD = 0x01;
    private static final int SUB = 0x03;
    private static final int ISZERO = 0x15;
    private static final int CALLDATALOAD = 0x35;
    private static final int CALLDATASIZE = 0x36;
    private static final int CALLDATACOPY = 0x37;
    private static final int JUMP = 0x56;
    private static final int JUMPI = 0x57;
    private static final int JUMPDEST = 0x5b;
    private static final int PUSH1 = 0x60;
    private static final int DUP1 = 0x80;
    private static final int SWAP1 = 0x90;
    private static final int LOG0 = 0xa0;

    public Bytes code() {
        var code = new ByteArrayOutputStream();
        var head = Word.LENGTH * (1 + topics);
        append(code, PUSH1, head, CALLDATASIZE, SUB); // length of the data
        append(code, DUP1, PUSH1, head, PUSH1, 0, CALLDATACOPY);
        append(code, PUSH1, 0, CALLDATALOAD); // how many
        var loop = code.size();
        append(code, JUMPDEST, DUP1, ISZERO, PUSH1, 0, JUMPI);
        var end = code.size() - 2;
        append(code, PUSH1, 1, SWAP1, SUB);
        append(code, DUP1, PUSH1, Word.LENGTH * topics, CALLDATALOAD, ADD);
        for (int topic = topics - 1; topic > 0; topic--) {
            append(code, PUSH1, Word.LENGTH * topic, CALLDATALOAD);
        }
        append(code, DUP1 + topics + 1, PUSH1, 0, LOG0 + topics);
        append(code, PUSH1, loop, JUMP);
        var bytes = code.toByteArray();
        bytes[end] = (byte) code.size();
        return Bytes.concat(Bytes.of(bytes), Bytes.of(new byte[] {JUMPDEST}));
    }

    private static void append(ByteArrayOutputStream code, int... bytes) {
        for (var next : bytes) {
            code.write(next);
        }
    }

    /// What makes it write `count` logs.
    public Bytes input(int count, List<Hash32> first, Bytes data) {
        var parts = new ArrayList<Bytes>();
        parts.add(Word.of(count));
        first.forEach(topic -> parts.add(topic.bytes()));
        parts.add(data);
        return Bytes.concat(parts.toArray(Bytes[]::new));
    }
}
