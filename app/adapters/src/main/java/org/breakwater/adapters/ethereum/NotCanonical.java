package org.breakwater.adapters.ethereum;

import java.io.Serial;

/// Bytes that no contract would encode a value as.
final class NotCanonical extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    NotCanonical(String why) {
        super(why, null, false, false);
    }
}
