package org.breakwater.core.proof;

import java.util.ArrayList;
import org.breakwater.core.decoding.Flaw;
import org.breakwater.core.decoding.Input;
import org.breakwater.core.decoding.RefusedException;

/// Goes through the bytes once.
final class RlpReader {

    private static final int MOST_DEPTH = 16;

    /// A length of more bytes is longer than anything that is read.
    private static final int MOST_COUNT = 3;

    private final Input input;
    private int at;

    RlpReader(Input input) {
        this.input = input;
    }

    /// The value that the bytes are to their end.
    Rlp whole() throws RefusedException {
        var value = next(0);
        if (at < input.bytes().length()) {
            throw input.refused(Flaw.LEFT_OVER, at, "bytes follow the value");
        }
        return value;
    }

    private Rlp next(int depth) throws RefusedException {
        if (depth > MOST_DEPTH) {
            throw input.refused(Flaw.TOO_DEEP, at, "values nest deeper than they can");
        }
        var first = input.take(at, 1).at(0);
        if (first < RlpPrefix.TEXT) {
            return new Rlp.Text(input.bytes().slice(at, ++at));
        }
        return first < RlpPrefix.ITEMS ? text(first) : items(first, depth);
    }

    private Rlp text(int first) throws RefusedException {
        var start = at;
        var length = length(first - RlpPrefix.TEXT);
        var text = input.take(at, length);
        if (length == 1 && text.at(0) < RlpPrefix.TEXT) {
            throw input.refused(Flaw.MISPLACED, start, "one small byte stands for itself, without a length");
        }
        at += length;
        return new Rlp.Text(text);
    }

    private Rlp items(int first, int depth) throws RefusedException {
        var length = length(first - RlpPrefix.ITEMS);
        input.take(at, length);
        var end = at + length;
        var items = new ArrayList<Rlp>();
        while (at < end) {
            items.add(next(depth + 1));
        }
        if (at > end) {
            throw input.refused(Flaw.MISPLACED, end, "a value goes on behind the end of its list");
        }
        return new Rlp.Items(items);
    }

    /// Reads a length, and goes behind it.
    private int length(int code) throws RefusedException {
        at++;
        if (code <= RlpPrefix.SHORT) {
            return code;
        }
        var start = at;
        var count = code - RlpPrefix.SHORT;
        if (count > MOST_COUNT) {
            throw input.refused(Flaw.TOO_LARGE, start, "a length has " + count + " bytes, more than there can be");
        }
        var written = input.take(at, count);
        var length = written.toUnsigned().intValueExact();
        if (written.at(0) == 0 || length <= RlpPrefix.SHORT) {
            throw input.refused(Flaw.MISPLACED, start, "a length is written longer than it has to be");
        }
        at += count;
        return length;
    }
}
