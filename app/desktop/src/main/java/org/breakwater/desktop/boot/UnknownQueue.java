package org.breakwater.desktop.boot;

import java.util.List;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.QueueSource;
import org.breakwater.core.safe.ServedTransaction;

/// Where no service was named: that nothing waits is not said, because nobody was asked.
record UnknownQueue() implements QueueSource {

    @Override
    public List<ServedTransaction> waiting() throws ProblemException {
        throw new ProblemException(new Problem(
                "No transaction service is asked.",
                "What waits for the owners of the Safes is not known.",
                "Enter the service's address in Settings, or start the console with it: --service URL."));
    }
}
