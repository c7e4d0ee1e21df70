package org.breakwater.core.execution;

import java.util.Optional;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.value.Selector;

/// Port: the errors of contracts whose code this program knows.
@FunctionalInterface
public interface KnownErrors {

    /// The error that is named by a selector.
    Optional<FunctionSignature> named(Selector selector);
}
