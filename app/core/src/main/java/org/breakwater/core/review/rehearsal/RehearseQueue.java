package org.breakwater.core.review.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.breakwater.core.execution.KnownErrors;
import org.breakwater.core.execution.RevertReason;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.chain.ReviewChain;
import org.breakwater.core.review.chain.Simulation;
import org.breakwater.core.review.check.SafeEvents;
import org.breakwater.core.review.check.SimulatedExecution;
import org.breakwater.core.review.rehearsal.Rehearsal.Balance;
import org.breakwater.core.review.rehearsal.Rehearsal.Outcome;
import org.breakwater.core.review.rehearsal.Rehearsal.Step;
import org.breakwater.core.safe.SafeConfiguration;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeStorage;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.value.Address;

/// Use case: carries a Safe's queue out in nonce order on a copy of the chain. Each transaction goes through the Safe's
/// own `execTransaction`, with its threshold, guard and nonce in force as the ones before it left them; only the
/// approvals of as many owners as it wants by then are put into its storage. Blocking.
///
/// @param errors of contracts whose code is known
public record RehearseQueue(ChainCopy copy, KnownErrors errors) {

    private static final int ETHER = 18;

    /// @param domain the Safe
    public Rehearsal rehearse(SafeDomain domain, List<SafeTransaction> queue) throws ProblemException {
        var start = copy.now();
        var before = configuration(start, domain.safe());
        var tokens = new LinkedHashSet<Address>();
        var steps = new ArrayList<Step>();
        var ordered = queue.stream()
                .sorted(Comparator.comparing(SafeTransaction::nonce))
                .toList();
        for (var transaction : ordered) {
            requireGoingOn();
            var hash = SafeTxHash.of(domain, transaction);
            steps.add(new Step(transaction, hash.hash(), outcome(domain.safe(), transaction, hash, tokens)));
        }
        var end = copy.now();
        return new Rehearsal(
                start.block(), steps, before, after(end, domain.safe()), balances(domain.safe(), tokens, start, end));
    }

    private static void requireGoingOn() throws ProblemException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ProblemException(Problem.of("The rehearsal was cancelled.", ""));
        }
    }

    private static SafeConfiguration configuration(ReviewChain chain, Address safe) throws ProblemException {
        return new SafeStorage(safe, chain::storage).configuration();
    }

    private static Optional<SafeConfiguration> after(ReviewChain chain, Address safe) {
        try {
            return Optional.of(configuration(chain, safe));
        } catch (ProblemException untold) {
            return Optional.empty();
        }
    }

    private Outcome outcome(Address safe, SafeTransaction transaction, SafeTxHash hash, SequencedSet<Address> tokens)
            throws ProblemException {
        var configuration = after(copy.now(), safe);
        if (configuration.isEmpty()) {
            return new Outcome.Untried("The Safe's storage no longer tells who owns it.");
        }
        var next = configuration.get().nonce();
        if (!next.equals(transaction.nonce())) {
            return new Outcome.OutOfTurn(next);
        }
        var simulation = copy.execute(SimulatedExecution.of(configuration.get(), transaction, hash));
        if (!simulation.succeeded()) {
            return new Outcome.Reverted(
                    RevertReason.read(simulation.returned(), errors).words());
        }
        moved(simulation, safe, tokens);
        return SafeEvents.executed(simulation, safe, hash.hash()) ? new Outcome.Executed() : new Outcome.FailedInside();
    }

    private static void moved(Simulation simulation, Address safe, SequencedSet<Address> tokens) {
        SafeEvents.transfers(simulation).stream()
                .filter(moved -> moved.from().equals(safe) || moved.to().equals(safe))
                .forEach(moved -> tokens.add(moved.token()));
    }

    private static List<Balance> balances(
            Address safe, SequencedSet<Address> tokens, ReviewChain start, ReviewChain end) throws ProblemException {
        var balances = new ArrayList<Balance>();
        balances.add(new Balance(Optional.empty(), ETHER, start.balance(safe), end.balance(safe)));
        for (var token : tokens) {
            var before = SafeEvents.balance(start, token, safe);
            var after = SafeEvents.balance(end, token, safe);
            if (before.isPresent() && after.isPresent()) {
                balances.add(new Balance(
                        Optional.of(token), SafeEvents.decimals(end, token).orElse(0), before.get(), after.get()));
            }
        }
        return balances.stream()
                .filter(balance -> !balance.before().equals(balance.after()))
                .toList();
    }
}
