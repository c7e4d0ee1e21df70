package org.breakwater.core.protocol;

/// How risky a subject is, from its score; the scope of minimum capital and base rates. (`Level`)
public enum RiskLevel {
    UNRATED,
    LOW,
    GUARDED,
    ELEVATED,
    HIGH,
    CRITICAL
}
