package org.breakwater.adapters.localnet.world;

import java.util.List;
import org.breakwater.core.problem.ProblemException;

/// What goes wrong, and what people do about it: the second half of the story, told on top of subjects and market.
final class Losses implements Strand {

    private final List<Strand> strands;
    private final Adapters adapters;
    private final SafeQueue safeQueue;

    Losses(Setting setting, Subjects subjects, Market market) {
        var props = Props.of(setting, subjects, market);
        adapters = props.adapters();
        subjects.whenListed(adapters::attach);
        var treasury = new TreasuryBusiness(props);
        safeQueue = new SafeQueue(props, treasury);
        strands = List.of(
                adapters,
                treasury,
                new ParameterChanges(props),
                new Emergencies(props),
                new Governance(props),
                new ParametricLosses(props),
                new DepegLosses(props),
                new PriceLosses(props),
                new BridgeLosses(props),
                new HackLosses(props),
                new CustodyLosses(props),
                new HeadReadings(props),
                safeQueue);
    }

    /// How the outside is seen.
    Adapters adapters() {
        return adapters;
    }

    /// The Safe transactions that wait at the head, and are on no chain.
    SafeQueue safeQueue() {
        return safeQueue;
    }

    @Override
    public void begin() throws ProblemException {
        for (var strand : strands) {
            strand.begin();
        }
    }
}
