package org.breakwater.core.protocol;

/// How a pool makes its price. (`IPremiumEngine.Mode`)
public enum PremiumMode {
    FIXED,
    RULE_BASED,
    USAGE_ADJUSTED
}
