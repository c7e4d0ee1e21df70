package org.breakwater.core.review.request;

import org.breakwater.core.names.AddressBook;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;

/// What is to be reviewed, and what the person brings along.
///
/// @param told what a service or a file says of the transaction besides its fields
/// @param book the person's own names; empty where there are none
public record ReviewRequest(
        Address safe, SafeTransaction transaction, Told told, AddressBook book, ReviewPolicy policy) {

    /// With other words.
    public ReviewRequest told(Told others) {
        return new ReviewRequest(safe, transaction, others, book, policy);
    }
}
