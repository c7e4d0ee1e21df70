package org.breakwater.adapters.localservice;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.ethereum.SafeReader;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.service.ServedSafe;
import org.breakwater.core.service.Singleton;
import org.breakwater.core.value.Address;

/// The Safes of the chain, and what they have executed.
///
/// @param singletons the Safe contracts that are known
/// @param factories the contracts that make Safes
record SafeBook(SafeReader chain, ServiceStore store, List<Singleton> singletons, List<Address> factories) {

    SafeBook {
        singletons = List.copyOf(singletons);
        factories = List.copyOf(factories);
    }

    /// A Safe as it is now.
    ServedSafe required(Address address) throws ProblemException, RefusedRequest {
        return chain.safe(address).orElseThrow(() -> RefusedRequest.silent(Reply.NOT_FOUND));
    }

    SafeDomain domain(ServedSafe safe) throws ProblemException {
        return new SafeDomain(SafeVersion.parse(safe.version()), chain.chain(), safe.address());
    }

    /// The version as the service writes it: the singletons for rollups are marked.
    String version(ServedSafe safe) {
        var isForRollups = singletons.stream()
                .anyMatch(singleton -> singleton.l2() && singleton.address().equals(safe.singleton()));
        return isForRollups ? safe.version() + "+L2" : safe.version();
    }

    /// Takes from the chain what a Safe has executed since it was last asked. Where the chain has gone back, everything
    /// is taken anew. One request at a time, or an execution would be counted twice.
    synchronized void follow(ServedSafe safe) throws ProblemException {
        var head = chain.head();
        var followed = store.followed(safe.address());
        if (followed.isPresent() && !chain.has(followed.get())) {
            store.forget(safe.address());
            followed = Optional.empty();
        }
        var from = followed.map(block -> block.number() + 1).orElse(0L);
        if (from <= head.number()) {
            var domain = domain(safe);
            for (var execution : chain.executions(safe.address(), from, head.number())) {
                take(domain, execution);
            }
            store.follow(safe.address(), head);
        }
    }

    /// Each execution uses the nonce after the one before it.
    private void take(SafeDomain domain, SafeReader.Execution execution) {
        var executed = execution.executed();
        var nonce = store.executions(domain.safe());
        var signatures = executed.signatures();
        store.add(new Stored.Execution(
                domain.safe(),
                nonce,
                executed.safeTxHash(),
                executed.transaction(),
                executed.block(),
                executed.at(),
                executed.succeeded(),
                execution.sender(),
                execution.gasUsed(),
                execution.gasPrice(),
                execution.payment(),
                signatures));
        if (store.proposal(executed.safeTxHash()).isEmpty()) {
            executed.found(domain, BigInteger.valueOf(nonce))
                    .ifPresent(transaction -> store.add(new Stored.Proposal(
                            executed.safeTxHash(),
                            domain.safe(),
                            transaction,
                            execution.sender(),
                            Optional.empty(),
                            "",
                            true,
                            executed.at(),
                            executed.at())));
        }
    }
}
