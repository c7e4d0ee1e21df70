package org.breakwater.core.service;

import java.time.Duration;
import org.breakwater.core.value.ChainId;

/// Use case: asks a service what it is and whether it is on the chain that it is asked about. Blocking.
public record CheckService(TransactionService service, ChainId chain) {

    /// @throws ServiceException also where it is on another chain
    public ServiceHealth run() throws ServiceException {
        var began = System.nanoTime();
        var about = service.about();
        var found = service.chain();
        if (!found.equals(chain)) {
            throw new ServiceException(new ServiceFault.OtherChain(service.name(), chain, found));
        }
        var indexing = service.indexing();
        return new ServiceHealth(about, indexing, Duration.ofNanos(System.nanoTime() - began));
    }
}
