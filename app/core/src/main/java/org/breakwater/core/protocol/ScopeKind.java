package org.breakwater.core.protocol;

/// Which overrides a parameter may have beside its global value. The place is the first byte of a scope.
/// (`IParameterRegistry.ScopeKind`)
public enum ScopeKind {
    GLOBAL,
    POOL,
    LEVEL,
    KIND,
    ADDRESS
}
