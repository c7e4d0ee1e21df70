package org.breakwater.core.acting;

import java.util.List;
import org.breakwater.core.governor.Announcement;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Hash32;

/// Port: the events of a transaction that is in a block.
@FunctionalInterface
public interface ReceiptEvents {

    List<Announcement.Logged> of(Hash32 transaction) throws ProblemException;
}
