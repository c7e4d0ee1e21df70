package org.breakwater.desktop.feature.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.breakwater.core.review.Review;
import org.breakwater.core.review.check.Imitation;
import org.breakwater.core.review.check.MoneyFlow;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.kit.FlowStrip.Stop;
import org.breakwater.desktop.kit.FlowStrip.Way;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.l10n.Numbers;

/// A transaction as a picture: the Safe, the code that it runs through, the contracts that it calls, and who gets what.
///
/// @param stages from left to right
record FlowPicture(List<List<Stop>> stages, List<Way> ways) {

    /// As many as fit without becoming a knot.
    private static final int MOST_IN_A_STAGE = 8;

    private static final int ETHER = 18;
    private static final String ETH = "ETH";

    /// Nothing where the picture would say no more than the sentence, or too much to be seen.
    static Optional<FlowPicture> of(Review review, Function<Address, String> name) {
        return new Drawing(review, name).picture();
    }

    /// A line from one stage to the next, by what stands at its ends.
    private record Line(Address from, Address to, boolean allowance, Tone tone) {}

    private static final class Drawing {

        private final Review review;
        private final Function<Address, String> name;
        private final Set<Address> imitations;
        private final Set<Address> contracts = new LinkedHashSet<>();
        private final LinkedHashMap<Address, List<String>> receivers = new LinkedHashMap<>();
        private final LinkedHashSet<Line> lines = new LinkedHashSet<>();

        Drawing(Review review, Function<Address, String> name) {
            this.review = review;
            this.name = name;
            this.imitations = review.facts().imitations().stream()
                    .map(Imitation::address)
                    .collect(Collectors.toUnmodifiableSet());
        }

        Optional<FlowPicture> picture() {
            var flows = review.facts().flows();
            if (flows.isEmpty()) {
                return Optional.empty();
            }
            flows.forEach(this::flow);
            if (contracts.size() > MOST_IN_A_STAGE || receivers.size() > MOST_IN_A_STAGE) {
                return Optional.empty();
            }
            return Optional.of(picture(List.copyOf(contracts), List.copyOf(receivers.keySet())));
        }

        /// The network's own money has no contract.
        private void flow(MoneyFlow flow) {
            var contract = flow.token().isPresent() ? flow.through() : Address.ZERO;
            contracts.add(contract);
            receivers.computeIfAbsent(flow.to(), _ -> new ArrayList<>()).add(amount(flow));
            lines.add(new Line(contract, flow.to(), flow.allowance(), tone(flow.to())));
        }

        private Tone tone(Address receiver) {
            return imitations.contains(receiver) ? Tone.HOLD : Tone.DEFAULT;
        }

        private String amount(MoneyFlow flow) {
            var decimals = flow.token()
                    .map(token -> review.facts().decimals().getOrDefault(token, 0))
                    .orElse(ETHER);
            var unit = flow.token().isPresent() ? "" : Numbers.NO_BREAK + ETH;
            return flow.allowance()
                    ? "may take " + ChangeWords.limit(flow.amount(), decimals)
                    : Numbers.units(flow.amount(), decimals) + unit;
        }

        private FlowPicture picture(List<Address> through, List<Address> to) {
            var stages = new ArrayList<List<Stop>>();
            var ways = new ArrayList<Way>();
            stages.add(List.of(new Stop(name.apply(review.domain().safe()))));
            if (review.call().isEnvelope()) {
                stages.add(List.of(new Stop(name.apply(review.call().target()))));
                ways.add(new Way(0, 0, 0, false, Tone.DEFAULT));
            }
            var stage = stages.size();
            stages.add(through.stream()
                    .map(contract -> new Stop(contract.isZero() ? ETH : name.apply(contract)))
                    .toList());
            for (int i = 0; i < through.size(); i++) {
                ways.add(new Way(stage - 1, 0, i, false, Tone.DEFAULT));
            }
            stages.add(to.stream().map(this::receiver).toList());
            lines.forEach(line -> ways.add(new Way(
                    stage, through.indexOf(line.from()), to.indexOf(line.to()), line.allowance(), line.tone())));
            return new FlowPicture(List.copyOf(stages), List.copyOf(ways));
        }

        private Stop receiver(Address address) {
            var amounts = receivers.getOrDefault(address, List.of());
            return new Stop(
                    name.apply(address),
                    amounts.size() <= 2
                            ? String.join(", ", amounts)
                            : amounts.getFirst() + ", and " + (amounts.size() - 1) + " more",
                    tone(address));
        }
    }
}
