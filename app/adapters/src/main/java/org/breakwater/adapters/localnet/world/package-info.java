/// The world of a local network: two years of the protocol's history, made by real transactions in the names of its
/// people,
/// with time moved, as a pure function of one seed.
///
/// An `Agenda` says when something happens, a `Stage` makes it a transaction, and each `Strand` tells one part of the
/// story.
@NullMarked
package org.breakwater.adapters.localnet.world;

import org.jspecify.annotations.NullMarked;
