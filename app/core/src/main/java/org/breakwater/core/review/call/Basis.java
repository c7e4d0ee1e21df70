package org.breakwater.core.review.call;

/// Why a call is read the way it is.
public enum Basis {
    /// The code at the target is that of the deployment.
    DEPLOYED,
    /// It is a Safe's own function, or a published Safe contract.
    SAFE,
    /// The selector is that of a standard; what the code does with it is not known.
    BY_SELECTOR,
    /// It carries no calldata.
    NO_DATA,
    /// Nothing.
    NONE
}
