package org.breakwater.adapters.review;

import org.breakwater.core.names.AddressBook;
import org.breakwater.core.review.request.Told;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;

/// A transaction to review.
///
/// @param name what it is, and for a replay what it happened to
/// @param names the person's address book; empty for a person without one
/// @param deployment whether the person has the protocol's deployment file
record Case(String name, Address safe, SafeTransaction transaction, Told told, AddressBook names, boolean deployment) {

    Case told(Told by) {
        return new Case(name, safe, transaction, by, names, deployment);
    }

    @Override
    public String toString() {
        return name;
    }
}
