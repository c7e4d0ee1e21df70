package org.breakwater.core.protocol;

/// Which overrides a parameter may have beside its global value. The place is the first byte of a scope.
/// (`IParameterRegistry.ScopeKind`)
public enum ScopeKind {
    GLOBAL(0),
    POOL(1),
    LEVEL(2),
    KIND(3),
    ADDRESS(4);

    private final int tag;

    ScopeKind(int tag) {
        this.tag = tag;
    }

    /// The first byte of a scope of this kind.
    public int tag() {
        return tag;
    }
}
