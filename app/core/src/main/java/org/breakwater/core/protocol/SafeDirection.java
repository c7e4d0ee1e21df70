package org.breakwater.core.protocol;

/// Which way of a parameter is safe for policy holders and for solvency. (`IParameterRegistry.SafeDirection`)
public enum SafeDirection {
    NEITHER,
    LOWER,
    HIGHER
}
