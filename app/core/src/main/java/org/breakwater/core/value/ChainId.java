package org.breakwater.core.value;

/// The number that tells one Ethereum network from another (EIP-155).
public record ChainId(long number) {

    public ChainId {
        if (number <= 0) {
            throw new IllegalArgumentException("a chain id is above zero, not " + number);
        }
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
