package org.breakwater.adapters.service;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.QueueSource;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.service.ServiceException;
import org.breakwater.core.service.TransactionService;
import org.breakwater.core.value.Address;

/// What a service shows of the queues of some Safes.
public final class ServiceQueues implements QueueSource {

    private final TransactionService service;
    private final List<Address> safes;

    public ServiceQueues(TransactionService service, Collection<Address> safes) {
        this.service = service;
        this.safes = List.copyOf(safes);
    }

    @Override
    public List<ServedTransaction> waiting() throws ProblemException {
        var waiting = new ArrayList<ServedTransaction>();
        try {
            for (var safe : safes) {
                waiting.addAll(service.queue(safe, BigInteger.ZERO).shown().rows());
            }
        } catch (ServiceException failed) {
            throw failed.asProblem();
        }
        return waiting;
    }
}
