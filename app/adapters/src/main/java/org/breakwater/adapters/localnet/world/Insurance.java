package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
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

    /// What several holders want, and what they have got.
    ///
    /// @param patient until when each waits for all they want; then half of it will do
    private record Order(Subject subject, Duration term, Instant patient, List<Long> dollars, List<Policy> policies) {

        boolean isFilled() {
            return policies.size() == dollars.size();
        }

        /// What the next one buys of what the pool can take, dollars; 0 for nothing yet.
        long next(Instant now, long capacity) {
            long wanted = dollars.get(policies.size());
            if (capacity >= wanted) {
                return wanted;
            }
            return now.isAfter(patient) && capacity >= wanted / 2 ? capacity / 1_000 * 1_000 : 0;
        }
    }

    /// Several holders buy cover of a subject from now on, each as soon as the pool can take it.
    ///
    /// @param event before which they want to be insured
    /// @param dollars of each
    /// @return filled as they buy, in their order
    List<Policy> buy(Subject subject, Instant event, Duration term, long... dollars) throws ProblemException {
        var half = Duration.between(agenda.now(), event).dividedBy(2);
        var order = new Order(
                subject,
                term,
                agenda.now().plus(half),
                LongStream.of(dollars).boxed().toList(),
                new ArrayList<>());
        fill(order);
        return order.policies();
    }

    private void fill(Order order) throws ProblemException {
        var amount = order.next(agenda.now(), capacity(order.subject()));
        if (amount != 0) {
            var holder = holders.get(bought++ % holders.size());
            order.policies().add(market.buy(holder, order.subject(), amount, order.term()));
        }
        if (!order.isFilled()) {
            agenda.after(AGAIN, "Insuring against " + order.subject().name(), () -> fill(order));
        }
    }

    private long capacity(Subject subject) throws ProblemException {
        return stage.number(protocol.pool(subject.pool()).call("availableCapacity", subject.id()))
                .divide(Setting.usdc(1))
                .longValueExact();
    }
}
