package org.breakwater.core.abi;

/// A stretch of bytes.
///
/// @param from its first byte
/// @param to the byte after its last
public record Span(int from, int to) {

    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no stretch of bytes: " + from + " to " + to);
        }
    }

    public int length() {
        return to - from;
    }
}
