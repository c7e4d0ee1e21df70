package org.breakwater.core.offer;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.offer.QuoteAnswer.Quoted;
import org.breakwater.core.offer.QuoteAnswer.Reason;
import org.breakwater.core.offer.QuoteAnswer.Refused;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.CoverPrice;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.SalesClosed;
import org.breakwater.core.rule.PremiumPrice;
import org.breakwater.core.rule.Solvency;
import org.breakwater.core.value.Address;

/// Prices of cover after one block, by the arithmetic of `PremiumEngine.sol`, and refused where `Underwriting.sol` and
/// `PoolCover.sol` would refuse the purchase.
final class Quotes {

    private static final BigInteger LEAST = BigInteger.ONE;

    private static final FunctionSignature BUY =
            FunctionSignature.parse("buy((uint32,uint32,uint256,uint32,uint256,uint32,bytes32,address,address,bytes))");
    private static final FunctionSignature APPROVE = FunctionSignature.parse("approve(address,uint256)");

    private final ProtocolView view;
    private final Map<Place, Offered> offered = new ConcurrentHashMap<>();
    private final Map<Long, Optional<PoolView>> pools = new ConcurrentHashMap<>();

    Quotes(ProtocolView view) {
        this.view = view;
    }

    private record Place(long poolId, long subjectId) {}

    /// What a pool offers on a subject, whatever the amount.
    ///
    /// @param capacity most that one buyer is sold
    /// @param single most that any policy may be
    record Offered(CoverPrice price, Optional<SalesClosed> closed, BigInteger capacity, BigInteger single) {}

    /// @param poolId and `subjectId` of a pool and a subject that are there
    Offered offered(long poolId, long subjectId) {
        return offered.computeIfAbsent(new Place(poolId, subjectId), place -> {
            var assets = pool(poolId).orElseThrow().capital().totalAssets();
            return new Offered(
                    view.price(poolId, subjectId).orElseThrow(),
                    view.salesClosed(poolId, subjectId),
                    view.availableCapacity(poolId, subjectId).orElseThrow(),
                    Solvency.limit(assets, parameter(ParameterKey.MAX_POLICY_SHARE, ParameterScope.pool(poolId))));
        });
    }

    private Optional<PoolView> pool(long poolId) {
        return poolId < 1 || poolId > view.head().pools()
                ? Optional.empty()
                : pools.computeIfAbsent(poolId, view::pool);
    }

    private BigInteger parameter(ParameterKey key, ParameterScope scope) {
        return view.parameterBook().get(key, scope);
    }

    QuoteAnswer of(QuoteRequest wanted) {
        var pool = pool(wanted.poolId());
        if (pool.isEmpty()) {
            return Refused.of(
                    Reason.UNKNOWN_POOL, "There is no pool " + wanted.poolId() + ".", "Ask for the list of pools.");
        }
        if (wanted.subjectId() < 1 || wanted.subjectId() > view.head().subjects()) {
            return Refused.of(
                    Reason.UNKNOWN_SUBJECT,
                    "There is no subject " + wanted.subjectId() + ".",
                    "Ask for the list of subjects.");
        }
        return of(wanted, pool.get());
    }

    private QuoteAnswer of(QuoteRequest wanted, PoolView pool) {
        var kind = view.subject(wanted.subjectId()).orElseThrow().subject().kind();
        if (kind != pool.kind()) {
            return Refused.of(
                    Reason.OTHER_KIND,
                    "Pool %d insures %s, and subject %d is %s."
                            .formatted(pool.poolId(), pool.kind(), wanted.subjectId(), kind),
                    "Choose a pool of the subject's kind.");
        }
        var offer = offered(pool.poolId(), wanted.subjectId());
        return closed(offer, wanted)
                .or(() -> boundsOfTime(wanted, pool))
                .or(() -> boundsOfAmount(wanted, pool, offer))
                .map(QuoteAnswer.class::cast)
                .orElseGet(() -> priced(wanted, pool, offer));
    }

    private static Optional<Refused> closed(Offered offer, QuoteRequest wanted) {
        var subject = "subject " + wanted.subjectId();
        return offer.closed().map(why -> switch (why) {
            case PAUSED ->
                Refused.of(
                        Reason.SALES_PAUSED,
                        "The guardian has stopped sales of pool " + wanted.poolId() + ".",
                        "Ask again later; the pool says until when it lasts.");
            case NOT_LISTED ->
                Refused.of(
                        Reason.NOT_LISTED,
                        "Cover of " + subject + " is not sold: it is not listed, or suspended.",
                        "Look at the subject's status and at the rules that it fails.");
            case LEVEL ->
                Refused.of(
                        Reason.LEVEL,
                        "Cover of " + subject + " is not sold at its risk level.",
                        "Look at the subject's score and at the rules that it fails.");
            case INCIDENT ->
                Refused.of(
                        Reason.INCIDENT_OPEN,
                        "Cover of " + subject + " is not sold while an incident of it is open.",
                        "Ask again when the incident is over.");
            case PEG ->
                Refused.of(
                        Reason.PEG_BROKEN,
                        "Nothing is sold while the pool's asset is off its peg.",
                        "Ask again when it is back.");
        });
    }

    private Optional<Refused> boundsOfTime(QuoteRequest wanted, PoolView pool) {
        var least = parameter(ParameterKey.MIN_DURATION, ParameterScope.GLOBAL);
        var most = parameter(ParameterKey.MAX_DURATION, ParameterScope.GLOBAL);
        if (wanted.duration().compareTo(least) < 0 || wanted.duration().compareTo(most) > 0) {
            return Optional.of(Refused.beyond(
                    Reason.DURATION_OUT_OF_BOUNDS,
                    "Cover lasts from %s to %s seconds.".formatted(least, most),
                    "Choose a duration between them.",
                    least,
                    most));
        }
        var waiting = waiting(pool);
        return wanted.duration().compareTo(waiting) > 0
                ? Optional.empty()
                : Optional.of(Refused.beyond(
                        Reason.NOTHING_COVERED,
                        "Cover of that duration would end before its waiting period of %s seconds.".formatted(waiting),
                        "Choose a longer one.",
                        waiting.add(BigInteger.ONE),
                        most));
    }

    private BigInteger waiting(PoolView pool) {
        return parameter(
                ParameterKey.WAITING_PERIOD, ParameterScope.kind(pool.kind().number()));
    }

    private static Optional<Refused> boundsOfAmount(QuoteRequest wanted, PoolView pool, Offered offer) {
        var amount = wanted.amount();
        if (pool.termsVersion() == 0) {
            return Optional.of(Refused.of(
                    Reason.NO_TERMS,
                    "Pool " + pool.poolId() + " has published no terms yet.",
                    "Choose another pool, or ask again later."));
        }
        if (amount.compareTo(LEAST) < 0 || amount.compareTo(offer.single()) > 0) {
            return Optional.of(Refused.beyond(
                    Reason.AMOUNT_OUT_OF_BOUNDS,
                    "A policy of pool %d covers from 1 to %s units of its asset."
                            .formatted(pool.poolId(), offer.single()),
                    "Choose an amount between them.",
                    LEAST,
                    offer.single()));
        }
        return amount.compareTo(offer.capacity()) <= 0
                ? Optional.empty()
                : Optional.of(Refused.beyond(
                        Reason.NO_CAPACITY,
                        "Pool %d has room for %s units of cover of subject %d now."
                                .formatted(pool.poolId(), offer.capacity(), wanted.subjectId()),
                        offer.capacity().signum() == 0
                                ? "Ask again later, or choose another subject."
                                : "Choose a smaller amount, or ask again later.",
                        LEAST,
                        offer.capacity()));
    }

    private QuoteAnswer priced(QuoteRequest wanted, PoolView pool, Offered offer) {
        var rate = offer.price().rate();
        if (rate.isEmpty()) {
            return Refused.of(
                    Reason.RATE_ABOVE_CEILING,
                    "Cover of subject %d would cost more than the pool's ceiling of %s basis points a year."
                            .formatted(wanted.subjectId(), offer.price().ceiling()),
                    "Ask again later, or choose another subject.");
        }
        var premium = PremiumPrice.premium(wanted.amount(), rate.get(), wanted.duration());
        var highest = wanted.order().flatMap(QuoteRequest.Order::maxPremium);
        if (highest.filter(most -> premium.compareTo(most) > 0).isPresent()) {
            return Refused.of(
                    Reason.PREMIUM_ABOVE_MAX,
                    "The premium is %s units, more than the most that would be paid.".formatted(premium),
                    "Raise maxPremium, or choose less cover.");
        }
        return new Quoted(quote(wanted, pool, offer, rate.get(), premium));
    }

    private Quote quote(QuoteRequest wanted, PoolView pool, Offered offer, BigInteger rate, BigInteger premium) {
        var scope = ParameterScope.pool(pool.poolId());
        var commission = wanted.distributor().isPresent()
                ? parameter(ParameterKey.DISTRIBUTOR_COMMISSION, ParameterScope.GLOBAL)
                : BigInteger.ZERO;
        var split = PremiumPrice.split(premium, parameter(ParameterKey.TREASURY_FEE, scope), commission);
        var price = offer.price();
        var now = view.time();
        var until = now + wanted.duration().longValueExact();
        var grace = parameter(ParameterKey.GRACE_PERIOD, ParameterScope.GLOBAL).longValueExact();
        return new Quote(
                pool.poolId(),
                wanted.subjectId(),
                pool.asset(),
                Settled.DECIMALS,
                wanted.amount(),
                wanted.duration().longValueExact(),
                premium,
                rate.longValueExact(),
                price.mode(),
                price.base().longValueExact(),
                price.risk().longValueExact(),
                price.utilisation().longValueExact(),
                price.surge().longValueExact(),
                split.toPool(),
                split.toTreasury(),
                split.toDistributor(),
                now,
                offer.capacity(),
                now + waiting(pool).longValueExact(),
                until,
                until + grace,
                pool.termsVersion(),
                view.module(ModuleName.GATE).flatMap(Settled::unlessZero),
                wanted.order().map(order -> purchase(wanted, order, pool, premium)));
    }

    private Purchase purchase(QuoteRequest wanted, QuoteRequest.Order order, PoolView pool, BigInteger premium) {
        var underwriting = view.module(ModuleName.UNDERWRITING).orElseThrow();
        var most = order.maxPremium().orElse(premium);
        var approve = AbiEncoder.call(APPROVE, new AbiValue.Account(underwriting), new AbiValue.Whole(most));
        var buy = AbiEncoder.call(
                BUY,
                new AbiValue.Tuple(List.of(
                        AbiValue.Whole.of(pool.poolId()),
                        AbiValue.Whole.of(wanted.subjectId()),
                        new AbiValue.Whole(wanted.amount()),
                        new AbiValue.Whole(wanted.duration()),
                        new AbiValue.Whole(most),
                        AbiValue.Whole.of(pool.termsVersion()),
                        new AbiValue.Binary(order.proofOfInterest().bytes()),
                        new AbiValue.Account(order.holder()),
                        new AbiValue.Account(wanted.distributor().orElse(Address.ZERO)),
                        new AbiValue.Binary(order.gateData()))));
        return new Purchase(
                most,
                new Transaction(pool.asset(), BigInteger.ZERO, approve),
                new Transaction(underwriting, BigInteger.ZERO, buy));
    }
}
