package org.breakwater.core.stress;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.breakwater.core.call.CallReading.Understood;
import org.breakwater.core.call.ParameterStep;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.TreasuryView.VenueView;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.review.call.Basis;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.rule.ParameterBook;
import org.breakwater.core.rule.ParameterClash;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What a transaction or a proposal does to the chance that the protocol cannot pay: the parameters that it
/// changes as though they were in force, and the treasury's money as though it had moved.
public final class EffectOfCalls {

    /// Parameters that the costs of a year depend on.
    private static final Set<Hash32> KEYS = EnumSet.of(
                    ParameterKey.MIN_CAPITAL_RATIO,
                    ParameterKey.INCIDENT_CAP,
                    ParameterKey.POOL_FLOOR,
                    ParameterKey.DEDUCTIBLE,
                    ParameterKey.CHALLENGE_WINDOW,
                    ParameterKey.CLAIM_WINDOW,
                    ParameterKey.COUNCIL_BACKSTOP)
            .stream()
            .map(ParameterKey::word)
            .collect(Collectors.toSet());

    private static final Set<String> SPENDS =
            Set.of("Treasury.spend", "Treasury.spendAsCouncil", "Treasury.backstop", "Treasury.backstopAsCouncil");
    private static final String ALLOCATE = "Treasury.allocate";
    private static final String RECALL = "Treasury.recall";

    private final ProtocolView view;
    private final List<Understood> calls;

    private EffectOfCalls(ProtocolView view, ReviewedCall call) {
        this.view = view;
        this.calls = understood(call);
    }

    /// The calls of contracts of the protocol, in the order in which they are made.
    private static List<Understood> understood(ReviewedCall call) {
        return call.all()
                .filter(each -> each.basis() == Basis.DEPLOYED)
                .flatMap(each -> each.understood().stream())
                .toList();
    }

    /// Whether it changes something that the costs of a year depend on.
    public static boolean matters(ReviewedCall call) {
        return understood(call).stream().anyMatch(EffectOfCalls::matters);
    }

    private static boolean matters(Understood call) {
        var function = call.function();
        return SPENDS.contains(function)
                || function.equals(ALLOCATE)
                || function.equals(RECALL)
                || ParameterStep.of(call)
                        .filter(step -> KEYS.contains(step.key()))
                        .isPresent();
    }

    /// The same years before and after it. Blocks until it is done.
    ///
    /// @return empty where it changes nothing of the kind
    /// @throws StressException where the runs cannot begin
    public static Optional<ChangeOfRisk> of(
            ProtocolView view,
            ReviewedCall call,
            Assumptions assumptions,
            StressSize size,
            Executor executor,
            StressWatch watch)
            throws StressException {
        if (!matters(call)) {
            return Optional.empty();
        }
        var effect = new EffectOfCalls(view, call);
        var risks = ProtocolRisks.of(List.of(view), assumptions);
        var before = ProtocolBook.of(view, risks, assumptions);
        var after = effect.moved(ProtocolBook.of(view, effect.parameters(), risks, assumptions), risks);
        return Optional.of(ChangeOfRisk.of(risks.model(), before, after, size, executor, watch));
    }

    private ParameterBook parameters() {
        var book = view.parameterBook();
        for (var call : calls) {
            var step = ParameterStep.of(call).filter(each -> KEYS.contains(each.key()));
            if (step.isPresent()) {
                book = ParameterClash.after(book, step.get().setting());
            }
        }
        return book;
    }

    /// The book once the treasury's money has moved.
    private Book moved(Book book, ProtocolRisks risks) throws StressException {
        var holdings = new ArrayList<>(book.treasury().holdings());
        for (var call : calls) {
            var function = call.function();
            if (SPENDS.contains(function)) {
                var asset = function.startsWith("Treasury.spend") ? asset(call.address("token")) : poolAsset(call);
                if (asset >= 0) {
                    holdings.set(asset, spent(holdings.get(asset), call.number("amount")));
                }
            } else if (function.equals(ALLOCATE) || function.equals(RECALL)) {
                var venue = venue(call.address("venue_"));
                if (venue.isPresent()) {
                    var asset = asset(venue.get().state().asset());
                    var risk = risks.place(new RiskTarget.Venue(venue.get().venue()));
                    var into = function.equals(ALLOCATE);
                    holdings.set(asset, placed(holdings.get(asset), risk, call.number("amount"), into));
                }
            }
        }
        return new Book(
                book.pools(), new Book.Treasury(holdings, book.treasury().backstop()));
    }

    /// The settlement asset's number; below 0 for another token.
    private int asset(Address token) {
        return view.treasury().assets().stream()
                .map(asset -> asset.asset())
                .toList()
                .indexOf(token);
    }

    private int poolAsset(Understood call) {
        return Optional.of(call.number("poolId"))
                .filter(number -> number.bitLength() < Long.SIZE)
                .flatMap(number -> view.pool(number.longValueExact()))
                .map(pool -> asset(pool.asset()))
                .orElse(-1);
    }

    private Optional<VenueView> venue(Address address) {
        return view.treasury().venues().stream()
                .filter(venue -> venue.venue().equals(address))
                .findFirst();
    }

    private static Book.Holding spent(Book.Holding holding, BigInteger amount) {
        var left = holding.liquid().subtract(amount).max(BigInteger.ZERO);
        return new Book.Holding(holding.peg(), left, holding.venues());
    }

    /// @param into whether it goes into the venue, else out of it
    private static Book.Holding placed(Book.Holding holding, int risk, BigInteger amount, boolean into) {
        var venues = new ArrayList<Book.Placement>();
        var liquid = holding.liquid();
        for (var placement : holding.venues()) {
            if (placement.risk() == risk) {
                var moved = amount.min(into ? liquid : placement.value());
                liquid = into ? liquid.subtract(moved) : liquid.add(moved);
                venues.add(new Book.Placement(
                        risk,
                        into ? placement.value().add(moved) : placement.value().subtract(moved)));
            } else {
                venues.add(placement);
            }
        }
        return new Book.Holding(holding.peg(), liquid, venues);
    }
}
