package org.breakwater.adapters.review;

import java.util.Optional;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.review.chain.SecondNode;
import org.breakwater.core.review.request.Kept;
import org.breakwater.core.review.request.Told;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// A transaction to review.
///
/// @param name what it is, and for a replay what it happened to
/// @param names the person's address book; empty for a person without one
/// @param deployment whether the person has the protocol's deployment file
/// @param kept what the person's machine has kept
/// @param second another node that is asked
/// @param elsewhere what a second machine shows
record Case(
        String name,
        Address safe,
        SafeTransaction transaction,
        Told told,
        AddressBook names,
        boolean deployment,
        Kept kept,
        Optional<SecondNode> second,
        Optional<Hash32> elsewhere) {

    /// Of a person whose machine has kept nothing, with one node.
    Case(String name, Address safe, SafeTransaction transaction, Told told, AddressBook names, boolean deployment) {
        this(name, safe, transaction, told, names, deployment, Kept.NOTHING, Optional.empty(), Optional.empty());
    }

    Case kept(Kept by) {
        return new Case(name, safe, transaction, told, names, deployment, by, second, elsewhere);
    }

    Case second(SecondNode node) {
        return new Case(name, safe, transaction, told, names, deployment, kept, Optional.of(node), elsewhere);
    }

    Case elsewhere(Hash32 shown) {
        return new Case(name, safe, transaction, told, names, deployment, kept, second, Optional.of(shown));
    }

    @Override
    public String toString() {
        return name;
    }
}
