package org.breakwater.core.safe;

import java.util.List;
import org.breakwater.core.problem.ProblemException;

/// Port: the transactions that somebody says wait for the owners of Safes. Nothing of what it says is trusted.
public interface QueueSource {

    List<ServedTransaction> waiting() throws ProblemException;
}
