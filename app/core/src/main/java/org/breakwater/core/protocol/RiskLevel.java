package org.breakwater.core.protocol;

/// How risky a subject is, from its score; the scope of minimum capital and base rates. (`Level`)
public enum RiskLevel {
    UNRATED(0),
    LOW(1),
    GUARDED(2),
    ELEVATED(3),
    HIGH(4),
    CRITICAL(5);

    private final int number;

    RiskLevel(int number) {
        this.number = number;
    }

    /// As the contracts count.
    public int number() {
        return number;
    }
}
