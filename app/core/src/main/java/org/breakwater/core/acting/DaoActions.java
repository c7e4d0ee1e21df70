package org.breakwater.core.acting;

import org.breakwater.core.governor.ReadDao;

/// What accounts can do by themselves on one network from this machine: vote, delegate, queue, execute, file.
///
/// @param read asks the contracts how things stand
/// @param acts tries, sends and watches
/// @param ballots has voters sign, so that others can send and pay
public record DaoActions(ReadDao read, AccountActs acts, GiveBallot ballots) {}
