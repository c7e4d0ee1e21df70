package org.breakwater.core.delivery;

import java.nio.charset.StandardCharsets;

/// Something that only this program and a target know. It is not printed by accident.
public final class Secret {

    private final String value;

    /// @param value not blank
    public Secret(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret is not blank");
        }
        this.value = value;
    }

    /// For the one who uses it.
    public String reveal() {
        return value;
    }

    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
