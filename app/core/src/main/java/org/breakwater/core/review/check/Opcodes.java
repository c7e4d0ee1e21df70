package org.breakwater.core.review.check;

import org.breakwater.core.value.Bytes;

/// What a contract's code can do beyond running itself, as far as its instructions tell: data that is pushed is no
/// instruction. Data behind the instructions may look like some; then it is said to be able to do what it never does,
/// which costs a look.
///
/// @param endsItself whether it has `SELFDESTRUCT`
/// @param borrowsCode whether it has `DELEGATECALL` or `CALLCODE`, which run another's code as its own
record Opcodes(boolean endsItself, boolean borrowsCode) {

    private static final int PUSH1 = 0x60;
    private static final int PUSH32 = 0x7f;
    private static final int CALLCODE = 0xf2;
    private static final int DELEGATECALL = 0xf4;
    private static final int SELFDESTRUCT = 0xff;

    /// `a264…` or `a265…` begins the compiler's note, whose length stands in the last two bytes.
    private static final int LENGTH_OF_LENGTH = 2;

    static Opcodes of(Bytes code) {
        var ends = false;
        var borrows = false;
        var end = instructions(code);
        for (int at = 0; at < end; at++) {
            var opcode = code.at(at);
            if (opcode >= PUSH1 && opcode <= PUSH32) {
                at += opcode - PUSH1 + 1;
            } else if (opcode == SELFDESTRUCT) {
                ends = true;
            } else if (opcode == DELEGATECALL || opcode == CALLCODE) {
                borrows = true;
            }
        }
        return new Opcodes(ends, borrows);
    }

    /// Where the compiler's note begins, if there is one.
    private static int instructions(Bytes code) {
        if (code.length() <= LENGTH_OF_LENGTH) {
            return code.length();
        }
        var length = code.slice(code.length() - LENGTH_OF_LENGTH, code.length())
                .toUnsigned()
                .intValue();
        var begins = code.length() - LENGTH_OF_LENGTH - length;
        return begins > 0 && length > 0 && (code.at(begins) & 0xf0) == 0xa0 ? begins : code.length();
    }
}
