package org.breakwater.core.protocol;

/// What a parameter counts. (`IParameterRegistry.Unit`)
public enum ParameterUnit {
    NONE,
    BPS,
    SECONDS,
    ASSET,
    COUNT,
    TOKEN,
    PRICE8,
    USD
}
