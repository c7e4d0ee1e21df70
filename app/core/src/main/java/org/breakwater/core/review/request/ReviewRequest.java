package org.breakwater.core.review.request;

import java.util.Optional;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What is to be reviewed, and what the person brings along.
///
/// @param told what a service or a file says of the transaction besides its fields
/// @param book the person's own names; empty where there are none
/// @param elsewhere the hash that the person read from a second machine
public record ReviewRequest(
        Address safe,
        SafeTransaction transaction,
        Told told,
        AddressBook book,
        ReviewPolicy policy,
        Optional<Hash32> elsewhere) {

    /// Of somebody who compares with no second machine.
    public ReviewRequest(Address safe, SafeTransaction transaction, Told told, AddressBook book, ReviewPolicy policy) {
        this(safe, transaction, told, book, policy, Optional.empty());
    }

    /// With other words.
    public ReviewRequest told(Told others) {
        return new ReviewRequest(safe, transaction, others, book, policy, elsewhere);
    }

    /// With what a second machine shows.
    public ReviewRequest elsewhere(Optional<Hash32> shown) {
        return new ReviewRequest(safe, transaction, told, book, policy, shown);
    }
}
