package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.adapters.localnet.world.Market.Policy;
import org.breakwater.core.problem.ProblemException;

/// Has those insured in time who will have something to claim.
final class Insurance {

    /// Holders who buy here only, the last of all.
    private static final int HOLDERS = 60;

    /// A pool that cannot take more cover today may tomorrow.
    private static final Duration AGAIN = Duration.ofHours(17);

    private final Agenda agenda;
    private final Stage stage;
    private final Protocol protocol;
    private final Market market;
    private final List<Person> holders;
    private int bought;

    Insurance(Setting setting, Market market) {
        this.agenda = setting.agenda();
        this.stage = setting.stage();
        this.protocol = setting.protocol();
        this.market = market;
        var all = setting.cast().of(Part.HOLDER);
        this.holders = all.subList(all.size() - HOLDERS, all.size());
    }

    /// Several holders buy cover of a subject, each as soon as the pool can take it.
    ///
    /// @param from when the first tries
    /// @param dollars of each
    /// @return filled as they buy, in their order
    List<Policy> buy(Subject subject, Instant from, Duration term, long... dollars) {
        var policies = new ArrayList<Policy>();
        agenda.at(from, "Insuring against " + subject.name(), () -> next(subject, term, dollars, policies));
        return policies;
    }

    private void next(Subject subject, Duration term, long[] dollars, List<Policy> policies) throws ProblemException {
        var amount = dollars[policies.size()];
        if (capacity(subject) >= amount) {
            policies.add(market.buy(holders.get(bought++ % holders.size()), subject, amount, term));
        }
        if (policies.size() < dollars.length) {
            agenda.after(AGAIN, "Insuring against " + subject.name(), () -> next(subject, term, dollars, policies));
        }
    }

    private long capacity(Subject subject) throws ProblemException {
        return stage.number(protocol.pool(subject.pool()).call("availableCapacity", subject.id()))
                .divide(Setting.usdc(1))
                .longValueExact();
    }
}
