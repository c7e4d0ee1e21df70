package org.breakwater.adapters.review;

import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// Contracts of attackers, and of nobody in particular, as runtime code.
final class Bytecode {

    private Bytecode() {}

    /// Takes everything and does nothing.
    static final String TAKES_ANYTHING = "0x00";

    /// `sstore(slot, value)`, whatever it is called with.
    static String stores(long slot, Address value) {
        return "0x73" + hex(value.bytes()) + "60" + byteOf(slot) + "5500";
    }

    /// Makes one call whatever it is called with, and ignores how it ends.
    static String calls(Address target, Bytes calldata) {
        return "0x" + call(target, calldata) + "00";
    }

    /// Makes one call only where a block has a coinbase, which simulations often leave out.
    static String callsInRealBlocks(Address target, Bytes calldata) {
        var evil = call(target, calldata) + "00";
        // COINBASE PUSH1 06 JUMPI STOP JUMPDEST
        return "0x4160055700" + "5b" + evil;
    }

    /// A source of prices that answers as Chainlink's aggregators do, with eight decimals.
    ///
    /// @param updatedAt seconds since 1970
    static String tells(long answer, long updatedAt) {
        var time = "63" + "%08x".formatted(updatedAt);
        var decimals = "5b60085f5260205ff3";
        var round = "5b60015f52" + "67" + "%016x".formatted(answer) + "602052" + time + "604052" + time + "606052"
                + "6001608052" + "60a05ff3";
        // by the selector: decimals(), latestRoundData(), anything else is refused
        var decimalsAt = 27;
        var roundAt = decimalsAt + decimals.length() / 2;
        var chooses = "5f3560e01c" + "8063313ce5671460" + byteOf(decimalsAt) + "57" + "63feaf968c1460" + byteOf(roundAt)
                + "57" + "5f5ffd";
        return "0x" + chooses + decimals + round;
    }

    /// Emits `Upgraded(address)` with itself, whatever it is called with.
    static String tellsOfAnUpgrade() {
        // LOG2 with its own address and the event's kind
        return "0x30" + "7f" + hex(Keccak.hash("Upgraded(address)").bytes()) + "5f5fa200";
    }

    private static String call(Address target, Bytes calldata) {
        var code = new StringBuilder();
        var padded = Bytes.concat(calldata, Bytes.zeros(31)).slice(0, (calldata.length() + 31) / 32 * 32);
        for (int at = 0; at < padded.length(); at += Word.LENGTH) {
            code.append("7f").append(hex(padded.slice(at, at + Word.LENGTH)));
            code.append("61").append("%04x".formatted(at)).append("52");
        }
        // out size, out offset, in size, in offset, value, target, gas
        code.append("5f5f")
                .append("61")
                .append("%04x".formatted(calldata.length()))
                .append("5f5f");
        code.append("73").append(hex(target.bytes())).append("5af150");
        return code.toString();
    }

    private static String hex(Bytes bytes) {
        return bytes.toHex().substring(2);
    }

    private static String byteOf(long number) {
        return "%02x".formatted(number);
    }
}
